// What docker-compose.yml starts, without containers: its secrets, its settings and its engines, on other ports.
import {
  Kafka,
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  logLevel,
  ResourcePatternTypes,
} from 'kafkajs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { Client } from 'pg';

import { accessOf } from '../../kafka/access.mjs';
import { type Broker, startBroker } from '../../kafka/broker.mjs';
import { freePorts } from '../../kafka/host.mjs';
import { PostgresServer } from '../../postgres/server.mjs';
import { type Compose, mountedSecrets } from './compose';
import { ROOT } from './dockerfile';

/** Runs make-secrets.sh in a folder of its own; answers where the secrets are. */
export const makeSecrets = (folder: string): string => {
  cpSync(join(ROOT, 'deploy/compose'), folder, { recursive: true, filter: (file) => basename(file) !== 'secrets' });
  execFileSync('sh', [join(folder, 'make-secrets.sh')]);
  return join(folder, 'secrets');
};

/** What the broker takes from its file beside the addresses and folders of a container. */
const OF_THE_CONTAINER = /^(?:process\.roles|node\.id|controller\.|listeners|advertised|log\.dirs|inter\.broker)/u;

const propertiesIn = (secrets: string): Record<string, string> =>
  Object.fromEntries(
    readFileSync(join(secrets, 'kafka-server.properties'), 'utf8')
      .replaceAll('/run/secrets/kafka-keystore', join(secrets, 'kafka-keystore.pem'))
      .replaceAll('/run/secrets/ca', join(secrets, 'ca.pem'))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !OF_THE_CONTAINER.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

export type Engine = Readonly<{ port: number; stop: () => Promise<unknown> }>;

/** The broker of the file, and beside its clients' listener one for this machine. */
export const startKafka = async (folder: string, secrets: string, codes: readonly string[]): Promise<Engine> => {
  const [port = 0, controllerPort = 0, clients = 0] = await freePorts(3);
  const broker: Broker = await startBroker({
    ...{ dataDir: join(folder, 'kafka'), port, controllerPort },
    properties: {
      ...propertiesIn(secrets),
      listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort},CLIENTS://localhost:${clients}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},CLIENTS://localhost:${clients}`,
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,CLIENTS:SASL_SSL',
    },
  });
  const admin = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({ topics: codes.map((code) => ({ topic: `zielwerk.${code}.events`, numPartitions: 1 })) });
  await admin.createAcls({
    acl: accessOf(codes).flatMap(({ user, resource, name, pattern, operations }) =>
      operations.map((operation) => ({
        ...{ resourceType: resource === 'topic' ? AclResourceTypes.TOPIC : AclResourceTypes.GROUP, resourceName: name },
        resourcePatternType: pattern === 'literal' ? ResourcePatternTypes.LITERAL : ResourcePatternTypes.PREFIXED,
        ...{ principal: `User:${user}`, host: '*', permissionType: AclPermissionTypes.ALLOW },
        operation: AclOperationTypes[operation.toUpperCase() as keyof typeof AclOperationTypes],
      })),
    ),
  });
  await admin.disconnect();
  return { port: clients, stop: () => broker.stop() };
};

/** With the statements of make-databases.sh. */
export const startPostgres = async (secrets: string): Promise<Engine> => {
  const read = (name: string) => readFileSync(join(secrets, name), 'utf8');
  const server = await PostgresServer.create({ certificate: read('postgres.pem'), key: read('postgres.key') });
  const [, statements] = /<<'SQL'\n([^]*?)\nSQL/u.exec(
    readFileSync(join(ROOT, 'deploy/compose/make-databases.sh'), 'utf8'),
  ) as unknown as [string, string];
  const client = new Client({ connectionString: server.url });
  await client.connect();
  for (const owner of ['mf', 'mj', 'strategy']) {
    const secret = read(`postgres-${owner}.password`);
    const sql = statements.replaceAll(':"owner"', `"${owner}"`).replaceAll(":'secret'", `'${secret}'`);
    // One by one: a database cannot be made within a transaction.
    for (const statement of sql.split('\n')) await client.query(statement);
  }
  await client.end();
  return { port: server.port, stop: () => server.remove() };
};

const ALGORITHM = 'RS256';
export type Issuer = Engine & Readonly<{ token: (claims: Readonly<Record<string, unknown>>) => Promise<string> }>;

/** An issuer with Keycloak's certificate and address, as far as a service asks it. */
export const startIssuer = async (secrets: string, issuer: string): Promise<Issuer> => {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: ALGORITHM, use: 'sig' }] });
  const tls = { cert: readFileSync(join(secrets, 'keycloak.pem')), key: readFileSync(join(secrets, 'keycloak.key')) };
  const server = createServer(tls, (_, answer) => answer.setHeader('content-type', 'application/json').end(keys));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.close();
      server.closeAllConnections();
      return Promise.resolve();
    },
    token: (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: 'one' })
        .setIssuer(issuer)
        .setAudience('zielwerk')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
  };
};

/** A service's environment of the compose file, with its secrets in `folder`, where `addresses` says what is elsewhere. */
export const environmentFor = (
  { services, secrets = {} }: Compose,
  name: string,
  { folder, made, addresses }: Readonly<{ folder: string; made: string; addresses: Readonly<Record<string, string>> }>,
): Record<string, string> => {
  const moved = (text: string) =>
    Object.entries(addresses).reduce((so, [from, to]) => so.replaceAll(from, to), text.replace('/run/secrets', folder));
  const service = services[name];
  if (!service) throw new Error(`The compose file has no ${name}.`);
  mkdirSync(folder, { recursive: true });
  for (const { source, target } of mountedSecrets(service)) {
    const text = readFileSync(join(made, basename(secrets[source]?.file ?? '')), 'utf8');
    writeFileSync(join(folder, target), moved(text));
  }
  const environment = Object.entries(service.environment ?? {});
  return Object.fromEntries(environment.map(([variable, value]) => [variable, moved(value)]));
};
