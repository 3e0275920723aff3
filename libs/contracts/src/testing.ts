// @zielwerk/contracts/testing: for specs only, it needs fast-check.
export { agreementSpec } from './agreement-spec';
