// For specs only.
export { type Call, type KurrentDouble, startKurrentDouble } from './kurrent-double';
