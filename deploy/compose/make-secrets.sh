#!/bin/sh
# sh deploy/compose/make-secrets.sh: makes what docker-compose.yml needs and must not be in a repository: passwords, a
# certificate authority and certificates. All of it is for this machine; it is kept when it is there already.
set -eu
cd "$(dirname "$0")"
houses='stk mi mf mj ms mb mwl mwu mid'
postgres_houses='mf mj'

if [ -e secrets ]; then
  echo 'The secrets are there already. To make new ones, remove deploy/compose/secrets and the volumes.'
  exit 0
fi
work=$(mktemp -d ./secrets.XXXXXX)
trap 'rm -rf "$work"' EXIT
# The folder keeps others out; the containers read the files as users of their own.
chmod 700 "$work"
umask 022

password() { openssl rand -hex 24; }
keep() { printf '%s' "$2" >"$work/$1"; }

openssl req -x509 -newkey rsa:3072 -sha256 -nodes -days 825 -subj '/CN=Zielwerk on this machine' \
  -addext 'keyUsage=critical,keyCertSign,cRLSign' -keyout "$work/ca.key" -out "$work/ca.pem" 2>/dev/null
certificate() {
  openssl req -newkey rsa:3072 -sha256 -nodes -subj "/CN=$2" -keyout "$work/$1.key" -out "$work/$1.csr" 2>/dev/null
  printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n' "$1" >"$work/extensions"
  openssl x509 -req -in "$work/$1.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -CAcreateserial -sha256 -days 825 \
    -extfile "$work/extensions" -out "$work/$1.pem" 2>/dev/null
  rm "$work/$1.csr" "$work/extensions"
}
certificate keycloak keycloak
certificate kafka kafka
certificate postgres postgres
# The name that KurrentDB expects of a node.
certificate kurrentdb eventstoredb-node
chmod 644 "$work"/*.key
cat "$work/kafka.key" "$work/kafka.pem" >"$work/kafka-keystore.pem"
rm "$work/ca.key" "$work/ca.srl" "$work/kafka.key" "$work/kafka.pem"

keep keycloak.env "KC_BOOTSTRAP_ADMIN_PASSWORD=$(password)"
kurrentdb=$(password)
keep kurrentdb.env "KURRENTDB_DEFAULT_ADMIN_PASSWORD=$kurrentdb
KURRENTDB_DEFAULT_OPS_PASSWORD=$(password)"
keep kurrentdb.url "kurrentdb://admin:$kurrentdb@kurrentdb:2113?tls=true"

keep postgres.password "$(password)"
for owner in $postgres_houses strategy; do
  secret=$(password)
  keep "postgres-$owner.password" "$secret"
  keep "postgres-$owner.url" "postgres://$owner:$secret@postgres:5432/$owner?sslmode=verify-full"
done

admin=$(password)
users="user_admin=\"$admin\""
for user in $houses strategy; do
  secret=$(password)
  keep "kafka-$user.password" "$secret"
  users="$users user_$user=\"$secret\""
done
login="org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\"$admin\""
cat server.properties >"$work/kafka-server.properties"
echo "listener.name.clients.plain.sasl.jaas.config=$login $users;" >>"$work/kafka-server.properties"
cat >"$work/kafka-admin.properties" <<END
security.protocol=SASL_SSL
sasl.mechanism=PLAIN
sasl.jaas.config=$login;
ssl.truststore.type=PEM
ssl.truststore.location=/run/secrets/ca
END

trap - EXIT
mv "$work" secrets
echo 'The secrets are in deploy/compose/secrets.'
