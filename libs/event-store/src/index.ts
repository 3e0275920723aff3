export { SqliteCheckpoints } from './sqlite/sqlite-checkpoints';
export { SqliteEventStore } from './sqlite/sqlite-event-store';
export type { Scanned } from './sqlite/scan-events';
