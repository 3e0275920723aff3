#!/bin/sh
# The server takes a key only when it is its owner's and nobody else's; a secret that Docker mounts is readable by all.
set -eu
install -m 600 /run/secrets/postgres-key /tmp/server.key
exec docker-entrypoint.sh postgres -c ssl=on -c ssl_cert_file=/run/secrets/postgres-certificate -c ssl_key_file=/tmp/server.key
