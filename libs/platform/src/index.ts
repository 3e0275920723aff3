export { type Capability, defineCapability } from './commands/capability';
export { Deciders, MINISTRY, type Ministry } from './commands/deciders';
export { Facts, notKnownHereYet, strangerAmong, takenElsewhere } from './known/facts';
export { KnownFacts } from './known/known-facts';
export { type KnownGoal } from './known/known-goals';
export { type Asking, type Handover, type KnownMeasure, type PlannedMoney } from './known/known-measures';
export { capabilitiesOf, type House, HouseModule, type HousePorts, JURISDICTION } from './commands/house.module';
export { type LineAnswer } from './commands/line';
export { Lines, type Sender } from './commands/lines';
export {
  type Aggregate,
  type CommandContext,
  CommandIdReused,
  HistoryNotReadable,
  type Order,
  type Receipt,
  Rejected,
} from './commands/order';
export { definePolicy, type Policy, type PolicyDefinition, type Reaction } from './commands/policy';
export { type Asked, toCommand } from './commands/request';
export { defineSlice, type Slice, type SliceDefinition } from './commands/slice';
export { type Configuration, type Options, readConfiguration } from './configuration/configuration';
export { InvalidConfiguration } from './configuration/invalid-configuration';
export type { EventStoreSettings } from './configuration/event-store-settings';
export type { ReadModelSettings } from './configuration/read-model-settings';
export type { KafkaSecurity } from './configuration/kafka-security';
export { type Check, type Checks, HEALTH_CHECKS, HealthController } from './health/health';
export { MeasuredEventStore } from './metrics/measured-event-store';
export { Metrics, type ServiceMetrics } from './metrics/metrics';
export { Arrears } from './operator/arrears';
export { listenForOperators, type Operated, type OperatorPort } from './operator/operator-port';
export {
  NotProjecting,
  type ParkedDesk,
  type ParkedEntry,
  type ParkedMessage,
  UnknownProjection,
} from './operator/parked-desk';
export { probe } from './operator/probe';
export { type Lag, type Vitals } from './operator/vitals';
export { activeTrace, inTraceOf } from './tracing/spans';
export { startTracing, type Tracing } from './tracing/start-tracing';
export { TracedEventStore } from './tracing/traced-event-store';
export { tracedIntake } from './tracing/traced-intake';
export { TracedMessaging } from './tracing/traced-messaging';
export { FILE_TYPES, UploadedFile } from './http/body';
export { problemResponses } from './http/documented';
export { InvalidRequest, TooLarge, UnsupportedMediaType } from './http/invalid-request';
export { openApiOf } from './http/open-api';
export { type Problem } from './http/problem';
export { type FailurePages } from './http/problem.filter';
export { createServiceApp, type ServiceAppOptions } from './http/service-app';
export { audienceOf, Reader } from './identity/audience';
export { type Caller } from './identity/caller';
export { Claims } from './identity/claims';
export { DevelopmentIssuer } from './identity/development-issuer';
export { ExternalIssuer, type IssuerSettings } from './identity/external-issuer';
export { Unauthenticated } from './identity/permission';
export { Does } from './identity/route-act';
export { type Act, ACTS, type Role, ROLE_TABLE, ROLES } from './identity/roles';
export { IdentityUnavailable, TokenVerifier, type Verified } from './identity/token-verifier';
export {
  Jurisdiction,
  MinistryEntry,
  type Office,
  Offices,
  PillarEntry,
  ThemeEntry,
} from './jurisdiction/jurisdiction';
export {
  Limits,
  type LimitsInForce,
  limitsOf,
  REPORTING_PERIODICITIES,
  type ReportingPeriodicity,
} from './jurisdiction/limits';
export { InvalidJurisdiction, loadJurisdiction, parseJurisdiction } from './jurisdiction/load-jurisdiction';
export { DEFAULTS as SETTING_DEFAULTS, READ as SETTINGS } from './configuration/settings';
export { KNOWN_VARIABLES, MINISTRY_VARIABLE } from './configuration/variable-names';
export { besideProgram } from './start/beside-program';
export { ClockOfDay, SystemClock } from './start/clocks';
export { DataFolderInUse, type DataFolderLock, lockDataFolder, makeFolder } from './start/data-folder';
export { jsonLogger, type JsonLogger, type LogLevel } from './start/logging';
export { entityId, uuidv5 } from './uuid';
