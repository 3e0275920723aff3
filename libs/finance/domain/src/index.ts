export { type Consent, type ConsentCommand, consentDecider } from './consent.decider';
