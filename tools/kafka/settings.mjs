// The broker's server.properties.

/**
 * Java reads the file as Latin-1 with backslash escapes.
 * @param {string} value
 */
const escape = (value) =>
  value.replace(/[\\\u0000-\u001f\u007f-\uffff]/g, (char) =>
    char === '\\' ? '\\\\' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * @param {{ nodeId: number, port: number, controllerPort: number, voters: string[] }} node
 * @param {Record<string, string | number | boolean>} properties what differs from the settings here
 */
export function serverProperties({ nodeId, port, controllerPort, voters }, properties) {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': nodeId,
    'controller.quorum.voters': voters.join(','),
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    // Relative to dataDir, the broker's working directory: a path with a comma would be read as two folders.
    'log.dirs': 'data',

    // An event is a state's decision: nothing may expire, nor may a reader's position while its ministry is off line.
    'log.retention.ms': -1,
    'log.retention.bytes': -1,
    'offsets.retention.minutes': 2_147_483_647,
    // A misspelt topic must be an error, not a new topic.
    'auto.create.topics.enable': false,

    ...replication(1, 1),
    'num.partitions': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.num.partitions': 1,
    'share.coordinator.state.topic.num.partitions': 1,

    // Small machine, few topics, no waiting for more consumers to join.
    'group.initial.rebalance.delay.ms': 0,
    'num.network.threads': 2,
    'num.io.threads': 2,
    'background.threads': 2,
    'log.cleaner.dedupe.buffer.size': 4_194_304,
    'log.segment.bytes': 67_108_864,
    // The controller writes an empty record to the metadata log twice a second by default, for nothing here.
    'metadata.max.idle.interval.ms': 5000,
    // After this, instead of after 9 s, a killed broker is noticed, its partitions are led by others, and it may itself
    // come back. Brokers that share a small machine are given longer before they are taken for dead.
    'broker.session.timeout.ms': voters.length > 1 ? 3000 : 2000,
    'broker.heartbeat.interval.ms': 400,
    ...properties,
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${escape(String(value))}\n`)
    .join('');
}

/**
 * Copies of every topic, and how many of them must have a record before it counts as written.
 * @param {number} copies
 * @param {number} inSync
 */
export const replication = (copies, inSync) => ({
  'default.replication.factor': copies,
  'min.insync.replicas': inSync,
  'offsets.topic.replication.factor': copies,
  'transaction.state.log.replication.factor': copies,
  'transaction.state.log.min.isr': inSync,
  'share.coordinator.state.topic.replication.factor': copies,
  'share.coordinator.state.topic.min.isr': inSync,
});
