// @zielwerk/platform/testing: for specs only.
export { MemoryFacts } from './testing/memory-facts';
export { type Answer, type Asked, bodyAgreement, OpenHouse, type Way, WAYS } from './testing/open-house';
