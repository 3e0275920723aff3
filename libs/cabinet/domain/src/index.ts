export { type Adoption, type AdoptionCommand, adoptionDecider } from './adoption.decider';
