export { Clock, germanDay, stoppedClock } from './clock';
export { daysBetween } from './days-between';
export {
  type Capacity,
  type Circumstances,
  type Decider,
  type Decision,
  isRejection,
  type Rejection,
  type RejectionKind,
  rejections,
} from './decider';
export {
  type Appended,
  BEFORE_ALL,
  Checkpoints,
  CorruptEvent,
  EventStore,
  type NewEvent,
  NO_REVISION,
  type Position,
  StaleStream,
  type StoredEvent,
  StoreUnavailable,
} from './event-store';
export { folded, wordsIn } from './folded';
export { given } from './given';
export { type CalendarDate, type EventMeta, type FactMeta, type Message, type Recorded, streamOf } from './message';
export {
  type BusMessage,
  Messaging,
  ministryOf,
  type ReceivedMessage,
  type Running,
  type Subscription,
  topicOf,
} from './messaging';
export { firstDayOf, lastDayOf, type Periodicity, periodicityOf } from './period';
export {
  applyEvent,
  type ColumnType,
  defineProjection,
  emptyRows,
  handlerOf,
  keysOf,
  present,
  type Projection,
  RowMissing,
  type Rows,
} from './projection';
export { checksumOf, RowChecksum } from './row-checksum';
export { dataKey, sameData } from './same-data';
export { Subjects } from './subjects';
export { type Trace, traceColumns, traceOf } from './trace';
export { Unavailable } from './unavailable';
