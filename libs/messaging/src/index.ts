export type { Warn } from './backoff';
export { EmbeddedMessaging } from './embedded-messaging';
export { type KafkaConfig, KafkaMessaging } from './kafka-messaging';
export { UnknownTopic } from './message-log';
export { type Relay, type RelayParts, startRelay } from './relay';
