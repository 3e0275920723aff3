#!/bin/sh
set -e
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.stk.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.mi.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.mf.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.mj.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.ms.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.mb.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.mwl.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.mwu.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-topics.sh "$@" --create --if-not-exists --topic zielwerk.mid.events --partitions 1 --config retention.ms=-1 --config retention.bytes=-1 --config cleanup.policy=delete --config max.message.bytes=8388608
kafka-acls.sh "$@" --add --allow-principal User:stk --operation Write --operation Create --topic zielwerk.stk.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:stk --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:stk --operation Read --group zielwerk.stk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mi --operation Write --operation Create --topic zielwerk.mi.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:mi --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mi --operation Read --group zielwerk.mi. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mf --operation Write --operation Create --topic zielwerk.mf.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:mf --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mf --operation Read --group zielwerk.mf. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mj --operation Write --operation Create --topic zielwerk.mj.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:mj --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mj --operation Read --group zielwerk.mj. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:ms --operation Write --operation Create --topic zielwerk.ms.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:ms --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:ms --operation Read --group zielwerk.ms. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mb --operation Write --operation Create --topic zielwerk.mb.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:mb --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mb --operation Read --group zielwerk.mb. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mwl --operation Write --operation Create --topic zielwerk.mwl.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:mwl --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mwl --operation Read --group zielwerk.mwl. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mwu --operation Write --operation Create --topic zielwerk.mwu.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:mwu --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mwu --operation Read --group zielwerk.mwu. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mid --operation Write --operation Create --topic zielwerk.mid.events --resource-pattern-type literal
kafka-acls.sh "$@" --add --allow-principal User:mid --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:mid --operation Read --group zielwerk.mid. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:strategy --operation Read --operation Describe --topic zielwerk. --resource-pattern-type prefixed
kafka-acls.sh "$@" --add --allow-principal User:strategy --operation Read --group zielwerk.strategy --resource-pattern-type literal
