#!/bin/sh
# The image runs it once, on an empty volume: a database and an owner for the strategy service and each house that keeps
# its events here. Nobody else can connect to it.
set -eu
for owner in mf mj strategy; do
  psql --no-psqlrc --set ON_ERROR_STOP=1 --set owner="$owner" --set secret="$(cat "/run/secrets/postgres-$owner")" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'secret';
CREATE DATABASE :"owner" OWNER :"owner" TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE :"owner" FROM PUBLIC;
SQL
done
