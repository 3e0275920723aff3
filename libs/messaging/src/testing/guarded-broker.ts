// A broker that knows its users by name and password over TLS, and lets each do what the access table says.
import { localCertificate } from '@zielwerk/certificates';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka,
  logLevel,
  ResourcePatternTypes,
} from 'kafkajs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Access, accessOf } from '../../../../tools/kafka/access.mjs';
import { type Broker, startBroker } from '../../../../tools/kafka/broker.mjs';
import { freePorts } from '../../../../tools/kafka/host.mjs';
import type { KafkaConfig } from '../kafka-messaging';

export type GuardedBroker = Readonly<{
  /** How that user is to connect. */
  configOf: (user: string, password?: string) => KafkaConfig;
  broker: Broker;
  stop: () => Promise<unknown>;
}>;

const passwordOf = (user: string) => `secret of ${user}`;

const jaas = (users: readonly string[]): string =>
  [
    'org.apache.kafka.common.security.plain.PlainLoginModule required',
    ...users.map((user) => `user_${user}="${passwordOf(user)}"`),
  ].join(' ') + ';';

const RESOURCES = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP };
const PATTERNS = { literal: ResourcePatternTypes.LITERAL, prefixed: ResourcePatternTypes.PREFIXED };

const entriesFor = ({ user, resource, name, pattern, operations }: Access) =>
  operations.map((operation) => ({
    ...{ resourceType: RESOURCES[resource], resourceName: name, resourcePatternType: PATTERNS[pattern] },
    ...{ principal: `User:${user}`, host: '*', permissionType: AclPermissionTypes.ALLOW },
    operation: AclOperationTypes[operation.toUpperCase() as keyof typeof AclOperationTypes],
  }));

const allow = async (brokers: string, access: readonly Access[]): Promise<void> => {
  const admin = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createAcls({ acl: access.flatMap(entriesFor) });
  await admin.disconnect();
};

/** Users are called as the houses; whoever comes without a password, from this machine alone, may do everything. */
export const startGuardedBroker = async (dataDir: string, codes: readonly string[]): Promise<GuardedBroker> => {
  const { ca, certificate, key } = localCertificate(dataDir);
  const [port = 0, controllerPort = 0, guarded = 0] = await freePorts(3);
  const listener = 'listener.name.guarded';
  const broker = await startBroker({
    ...{ dataDir: join(dataDir, 'broker'), port, controllerPort },
    properties: {
      listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort},GUARDED://127.0.0.1:${guarded}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},GUARDED://127.0.0.1:${guarded}`,
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,GUARDED:SASL_SSL',
      [`${listener}.sasl.enabled.mechanisms`]: 'PLAIN',
      [`${listener}.plain.sasl.jaas.config`]: jaas([...codes, 'strategy']),
      [`${listener}.ssl.keystore.type`]: 'PEM',
      [`${listener}.ssl.keystore.certificate.chain`]: certificate,
      [`${listener}.ssl.keystore.key`]: key,
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'super.users': 'User:ANONYMOUS',
    },
  });
  await allow(broker.brokers, accessOf(codes));
  return {
    broker,
    configOf: (user, password = passwordOf(user)) => ({
      ...{ brokers: [`127.0.0.1:${guarded}`], clientId: user, maxWaitTimeInMs: 50 },
      ssl: { ca: [readFileSync(ca, 'utf8')] },
      sasl: { mechanism: 'plain', username: user, password },
    }),
    stop: () => broker.stop(),
  };
};
