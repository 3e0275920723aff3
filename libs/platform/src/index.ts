export { type Capability, defineCapability } from './commands/capability';
export { Deciders, MINISTRY, type Ministry } from './commands/deciders';
export { Facts, type KnownGoal, KnownFacts, notKnownHereYet } from './commands/facts';
export {
  type Aggregate,
  type CommandContext,
  CommandIdReused,
  HistoryNotReadable,
  type Order,
  type Receipt,
  Rejected,
} from './commands/order';
export { definePolicy, type Policy, type PolicyDefinition } from './commands/policy';
export { defineSlice, type Slice, type SliceDefinition } from './commands/slice';
export { type Role, ROLES } from './identity/roles';
export {
  Jurisdiction,
  MinistryEntry,
  type Office,
  Offices,
  PillarEntry,
  ThemeEntry,
} from './jurisdiction/jurisdiction';
export { entityId, uuidv5 } from './uuid';
