#!/bin/sh
# Formats the folder at the first start, and runs the broker.
set -eu
bin=${KAFKA_BIN:-/opt/kafka/bin}
settings=${KAFKA_SETTINGS:-/run/secrets/kafka-server}
"$bin/kafka-storage.sh" format --ignore-formatted --cluster-id Zielwerk-of-a-state-QQ --config "$settings"
exec "$bin/kafka-server-start.sh" "$settings"
