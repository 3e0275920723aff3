export type { EventFilter, LoggedEvent } from './event-log';
export type { Health, HeldMessage, ParkedEvent, RefusedMessage } from './health';
export { openReadModel, type Place } from './open-read-model';
export type { PostgresSettings } from './postgres/connections';
export { NotRunner, type ReadModel, type ReadModelOptions } from './read-model';
export { RebuildFailed } from './rebuild';
export type { Requeued } from './requeue';
export { startIngest } from './start-ingest';
export type { AnyProjection, EngineTables } from './tables';
