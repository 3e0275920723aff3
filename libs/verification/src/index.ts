export { busHasTheStore, busIsInOrder, type House } from './bus-checks';
export type { Check, Finding, Invariant } from './check';
export { rowsAreTheFold } from './fold-check';
export { nothingIsSkipped } from './log-check';
export type { AnyProjection, VerifiableReadModel } from './readable-read-model';
export {
  type Acknowledged,
  acknowledgedEventsAreThere,
  appendsAreWhole,
  type Attempt,
  commandsTakeEffectOnce,
  revisionsAreDense,
} from './store-checks';
export { tableOf } from './table';
export { verifyHouse, verifyReadModel } from './verify';
