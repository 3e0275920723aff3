// @zielwerk/contracts/testing: for specs only, it needs fast-check.
export { agreementSpec } from './agreement-spec';
export { anything, changedBy, type Changes, changesWith } from './changes';
export { formats } from './formats';
export { frozenSamples } from './frozen-samples';
