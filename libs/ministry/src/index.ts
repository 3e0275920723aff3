export { jurisdictionFaults } from './bundle/jurisdiction-faults';
export { isPassing } from './bundle/passing';
export { type Capacity, faultsOfOrder, type SentCommand, sentOrder } from './bundle/sent-orders';
export { BusReader, type BusReaderParts } from './bus-reader';
export { capabilities } from './capabilities';
export { createMinistryApp, type Ministry, type MinistryOptions, type MinistryPorts } from './ministry-app';
export { PolicyRunner, type PolicyParts } from './policy-runner';
