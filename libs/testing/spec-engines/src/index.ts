// For specs only: what they need beside Node.
export { describeUnless } from './describe-unless';
export { describeWithKafka, describeWithPromtool, describeWithStrace } from './engines';
