export type { EventFilter, LoggedEvent } from './event-log';
export type { Health, HeldMessage, ParkedEvent, RefusedMessage } from './health';
export { openReadModel } from './open-read-model';
export type { ReadModel, ReadModelOptions } from './read-model';
export { RebuildFailed } from './rebuild';
export type { Requeued } from './requeue';
export { startIngest } from './start-ingest';
export type { AnyProjection, EngineTables } from './tables';
