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
export { capabilitiesOf, type House, HouseModule, type HousePorts, JURISDICTION } from './commands/house.module';
export { type LineAnswer } from './commands/line';
export { toCommand } from './commands/request';
export { type Check, type Checks, HEALTH_CHECKS, HealthController } from './health/health';
export { InvalidRequest } from './http/invalid-request';
export { openApiOf } from './http/open-api';
export { type Problem } from './http/problem';
export { createServiceApp, type ServiceAppOptions } from './http/service-app';
export { audienceOf, readableBy, Reader } from './identity/audience';
export { type Caller } from './identity/caller';
export { Claims } from './identity/claims';
export { DevelopmentIssuer } from './identity/development-issuer';
export { ExternalIssuer, type IssuerSettings } from './identity/external-issuer';
export { Unauthenticated } from './identity/permission';
export { IdentityUnavailable, TokenVerifier, type Verified } from './identity/token-verifier';
