// What can be asked of an indicator, and what `decide` needs to know of it. What people want to read belongs to projections.
import type {
  IndicatorDefined,
  IndicatorEvent,
  IndicatorLinkedToGoal,
  ObservationCorrected,
  ObservationFoundPlausible,
  ObservationRefused,
  ObservationReportedV2,
} from '@zielwerk/contracts';
import type { Circumstances, Decision, Message, Periodicity } from '@zielwerk/kernel';

/** What each command says. */
export type Orders = {
  DefineIndicator: IndicatorDefined;
  LinkIndicatorToGoal: IndicatorLinkedToGoal;
  ReportObservation: ObservationReportedV2;
  FindObservationPlausible: ObservationFoundPlausible;
  RefuseObservation: ObservationRefused;
  /** The period is the corrected observation's. */
  CorrectObservation: Omit<ObservationCorrected, 'period'>;
};
export type Later = Exclude<keyof Orders, 'DefineIndicator'>;
export type IndicatorCommand = { [Type in keyof Orders]: Message<Type, Orders[Type]> }[keyof Orders];

/** The value in force for a period. */
export type Observation = Readonly<{
  standing: 'reported' | 'plausible' | 'refused' | 'corrected';
  /** Of the event that gave the value. */
  revision: number;
  period: string;
  value: number;
  provisional: boolean;
  /** Why it was refused or corrected. */
  reason: string | null;
}>;

export type KnownIndicator = Readonly<{
  status: 'defined';
  /** Of the last event. */
  revision: number;
  periodicity: Periodicity;
  goals: ReadonlySet<string>;
  /** By period. */
  observations: ReadonlyMap<string, Observation>;
  /** By revision of each event that gave a value, in force or not. */
  periods: ReadonlyMap<number, string>;
}>;
export type Indicator = Readonly<{ status: 'unknown' }> | KnownIndicator;

export type Rule<Order> = (
  order: Order,
  indicator: KnownIndicator,
  circumstances: Circumstances,
) => Decision<IndicatorEvent>;
export type Facts = { [Event in IndicatorEvent as Event['type']]: Event['data'] };
export type Followed = Exclude<keyof Facts, 'IndicatorDefined'>;
/** `indicator` bears the event's revision already. */
export type Change<Fact> = (fact: Fact, indicator: KnownIndicator) => Partial<KnownIndicator>;
