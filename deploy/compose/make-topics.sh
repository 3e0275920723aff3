#!/bin/sh
# Makes each house's topic and says who may do what there: only its house writes, every house and the strategy service read.
set -eu
bin=${KAFKA_BIN:-/opt/kafka/bin}
broker=${KAFKA_BROKER:-kafka:9092}
admin=${KAFKA_ADMIN:-/run/secrets/kafka-admin}
houses='stk mi mf mj ms mb mwl mwu mid'

acl() { "$bin/kafka-acls.sh" --bootstrap-server "$broker" --command-config "$admin" --add "$@" >/dev/null; }

for house in $houses; do
  "$bin/kafka-topics.sh" --bootstrap-server "$broker" --command-config "$admin" --create --if-not-exists \
    --topic "zielwerk.$house.events" --partitions 1 \
    --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
  acl --allow-principal "User:$house" --operation Write --topic "zielwerk.$house.events"
done
set --
for reader in $houses strategy; do
  set -- "$@" --allow-principal "User:$reader"
  acl --allow-principal "User:$reader" --operation Read --group "zielwerk.$reader"
done
acl "$@" --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
echo 'The topics are there.'
