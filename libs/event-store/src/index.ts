export type { KurrentSettings } from './kurrent/connection';
export { KurrentEventStore } from './kurrent/kurrent-event-store';
export { SqliteCheckpoints } from './sqlite/sqlite-checkpoints';
export { SqliteEventStore } from './sqlite/sqlite-event-store';
export { SqliteSubjects } from './sqlite/sqlite-subjects';
export type { Scanned } from './sqlite/scan-events';
export { StoreUnavailable } from './store-unavailable';
