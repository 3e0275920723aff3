export { BusReader, type BusReaderParts } from './bus-reader';
export { capabilities } from './capabilities';
export { createMinistryApp, type Ministry, type MinistryOptions, type MinistryPorts } from './ministry-app';
export { PolicyRunner, type PolicyParts } from './policy-runner';
