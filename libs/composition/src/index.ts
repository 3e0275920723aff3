export { type Running, startServices } from './process/run';
export { startAllInOne, startEverything } from './process/start-all-in-one';
export { startMinistry } from './process/start-ministry';
export { startStrategy } from './process/start-strategy';
export { readSample } from './sample/sample';
export { sampleSteps } from './sample/sample-commands';
export { sendSteps } from './sending/send-commands';
export { DEFAULT_JURISDICTION } from './services/parts';
