export { allEvents, type AnyEvent } from './all-events';
export { type CabinetEvent, cabinetEvents, GoalAdoptionRecorded } from './cabinet.events';
export { Contract, contractOf, type Fault, Malformed } from './contract';
export {
  type Audience,
  AUDIENCES,
  catalogue,
  defineEvent,
  EventCatalogue,
  type EventIn,
  typeOf,
  UnknownEventVersion,
} from './define-event';
export { decodeData, decodeFact, Envelope, ForeignSource, readMeta, toBusMessage, WITHHELD } from './envelope';
export {
  type FrameworkEvent,
  frameworkEvents,
  PillarDefined,
  type PillarEvent,
  pillarEvents,
  ThemeDefined,
  type ThemeEvent,
  themeEvents,
} from './framework.events';
export {
  GoalAdopted,
  GoalBegun,
  GoalContent,
  GoalDrafted,
  type GoalEvent,
  goalEvents,
  GoalHealthDeclared,
  GoalRevised,
  type Health,
  HEALTHS,
} from './goal.events';
export {
  Baseline,
  INDICATOR_KINDS,
  IndicatorDefined,
  type IndicatorEvent,
  indicatorEvents,
  type IndicatorKind,
  ObservationReported,
  PERIODICITIES,
  TargetPoint,
} from './indicator.events';
export { type JsonSchema, schemaOf } from './json-schema';
export {
  Charter,
  MeasureBegun,
  MeasureCompleted,
  MeasureContributionAdded,
  type MeasureEvent,
  measureEvents,
  MeasurePlan,
  MeasurePlanned,
  MeasureProgressReported,
  MeasureProposed,
  MeasureReleased,
  MeasureSubmittedForAcceptance,
  MilestonePlan,
  ProjectLead,
} from './measure.events';
export {
  IsCalendarDate,
  IsCode,
  IsDecimals,
  IsEuroCents,
  IsFlag,
  IsId,
  IsIndicatorValue,
  IsInstant,
  IsMinistryCode,
  IsObservationPeriod,
  IsOneOf,
  IsOrder,
  IsPercent,
  IsReference,
  IsReportingPeriod,
  IsRevision,
  IsText,
  IsWeight,
} from './vocabulary';
export { type Class, HasEach, HasPart, HasParts, OrNull, type Word, word } from './word';
