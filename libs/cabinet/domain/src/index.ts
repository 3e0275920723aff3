export { type Adoption, type AdoptionCommand, adoptionDecider } from './adoption.decider';
export { type Ministry, type MinistryCommand, ministryDecider } from './ministry.decider';
