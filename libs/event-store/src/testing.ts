// @zielwerk/event-store/testing: for specs only.
export { checkpointsContract } from './checkpoints.contract';
export { eventStoreContract } from './event-store.contract';
export { MemoryCheckpoints } from './memory-checkpoints';
export { MemoryEventStore } from './memory-event-store';
export { MemorySubjects } from './memory-subjects';
export { subjectsContract } from './subjects.contract';
