// For specs only.
export { chanceFrom } from './chance';
export { deciderProperty } from './decider-property';
export { type CircumstancesOf, deciderSpec } from './decider-spec';
export { allInterleavings, interleavingsOf, someInterleavings } from './interleavings';
export { projectionSpec, recorded } from './projection-spec';
export { MemoryCheckpoints, MemoryEventStore, MemorySubjects } from '@zielwerk/event-store/testing';
export { MemoryMessaging } from './memory-messaging';
export { EmbeddedMessaging, startRelay } from '@zielwerk/messaging';
