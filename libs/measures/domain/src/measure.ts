// What can be asked of a measure, and what `decide` needs to know of it. What people want to read belongs to projections.
import type {
  BudgetState,
  AcceptanceState,
  ContributionState,
  DependencyAnswerState,
  DependencyStateV2,
  MeasureBudgetConsented,
  MeasureBudgetFrozen,
  MeasureBudgetPlanned,
  MeasureAppraised,
  MeasureAcceptanceRefused,
  MeasureCancelled,
  MeasureContributionAdded,
  MeasureContributionWithdrawn,
  MeasureDependencyAcceptedV2,
  MeasureDependencyDeclared,
  MeasureDependencyDeclinedV2,
  MeasureDependencyWithdrawn,
  MeasureEvent,
  MeasureHandedOverV2,
  MeasureHealthDeclared,
  MeasureImpactReviewed,
  MeasureMerged,
  MeasurePlace,
  MeasurePlan,
  MeasurePlanned,
  MeasureProgressCorrected,
  MeasureProgressReported,
  MeasureProposed,
  MeasureRejected,
  MeasureSpendingReported,
  MeasureSubmittedForAcceptance,
  MeasureSuspended,
  MeasureTakenOverV2,
  MilestoneDropped,
  MilestoneForecastMoved,
  MilestoneReached,
  MilestoneState,
  OpenMeasureState,
} from '@zielwerk/contracts';
import type { CalendarDate, Circumstances, Decision, Message } from '@zielwerk/kernel';

type Named = Readonly<{ measureId: string }>;
/** `before`: the measures that must come before the needed one, as far as is known here. */
type Dependency<Said> = Said & Readonly<{ before: readonly string[] }>;

/** `appraisalAboveCents`: the jurisdiction's limit; null when it has none. */
type Limited<Said> = Said & Readonly<{ appraisalAboveCents: number | null }>;

/** What each command says. Consent, freeze and takeover come from policies and other houses' facts. */
export type Orders = {
  ProposeMeasure: MeasureProposed;
  PlanMeasure: MeasurePlanned;
  RejectMeasure: MeasureRejected;
  ReleaseMeasure: Limited<Named>;
  BeginMeasure: Named;
  SuspendMeasure: MeasureSuspended;
  ResumeMeasure: Named;
  SubmitMeasureForAcceptance: MeasureSubmittedForAcceptance;
  RefuseMeasureAcceptance: Omit<MeasureAcceptanceRefused, 'refusedBy' | 'reason'> & Readonly<{ reason: string }>;
  CompleteMeasure: Named;
  ReviewMeasureImpact: MeasureImpactReviewed;
  CancelMeasure: Omit<MeasureCancelled, 'lessons'> & Readonly<{ lessons: string }>;
  MergeMeasure: MeasureMerged;

  ReportMeasureProgress: MeasureProgressReported;
  CorrectMeasureProgress: Omit<MeasureProgressCorrected, 'period'>;
  DeclareMeasureHealth: MeasureHealthDeclared;

  AddMeasureContribution: MeasureContributionAdded;
  WithdrawMeasureContribution: MeasureContributionWithdrawn;

  MoveMilestoneForecast: MilestoneForecastMoved;
  ReachMilestone: MilestoneReached;
  DropMilestone: MilestoneDropped;

  PlanMeasureBudget: Limited<MeasureBudgetPlanned>;
  ConsentToMeasureBudget: MeasureBudgetConsented;
  FreezeMeasureBudget: MeasureBudgetFrozen;
  ReportMeasureSpending: MeasureSpendingReported;
  AppraiseMeasure: MeasureAppraised;

  DeclareMeasureDependency: Dependency<MeasureDependencyDeclared>;
  WithdrawMeasureDependency: MeasureDependencyWithdrawn;
  AcceptMeasureDependency: Dependency<MeasureDependencyAcceptedV2>;
  DeclineMeasureDependency: MeasureDependencyDeclinedV2;

  HandOverMeasure: Omit<MeasureHandedOverV2, 'state'>;
  TakeOverMeasure: MeasureTakenOverV2;
};
/** The commands that begin a stream. */
export type Opening = 'ProposeMeasure' | 'TakeOverMeasure';
export type Later = Exclude<keyof Orders, Opening>;
/** What can be asked of a measure. */
export type MeasureCommand = { [Type in keyof Orders]: Message<Type, Orders[Type]> }[keyof Orders];

export type MeasureStatus = OpenMeasureState | 'impactReviewed' | 'rejected' | 'cancelled' | 'merged' | 'handedOver';

/** `corrects`: the revision under which it stood before; null when nobody corrected it. */
type Report = Pick<MeasureProgressReported, 'period' | 'percent' | 'text'> & Readonly<{ corrects: number | null }>;

/** `declaration`: where it was said first; in this stream only the revision is known. */
export type Need = Omit<DependencyStateV2, 'declaration'> & Readonly<{ declaration: MeasurePlace | number | null }>;

export type KnownMeasure = Readonly<{
  status: MeasureStatus;
  /** Of the last event: a correction names the one it corrects. */
  revision: number;
  proposal: MeasureProposed;
  plan: MeasurePlan | null;
  appraised: boolean;
  /** Null when it was made in the house that led the measure before. */
  appraisal: Omit<MeasureAppraised, 'measureId'> | null;
  begunOn: CalendarDate | null;
  /** Reports are due from the period of this day on. */
  reportsSince: CalendarDate | null;
  /** By the revision of the event that gave them; a corrected one stands under its correction's. */
  reports: ReadonlyMap<number, Report>;
  health: MeasureHealthDeclared | null;
  healthOn: CalendarDate | null;
  /** As it was submitted for acceptance. */
  result: string | null;
  acceptance: AcceptanceState | null;
  /** By name. */
  milestones: ReadonlyMap<string, MilestoneState>;
  /** By goal. */
  contributions: ReadonlyMap<string, ContributionState>;
  /** By line. */
  budget: ReadonlyMap<string, BudgetState>;
  /** By the measure that is needed. */
  needs: ReadonlyMap<string, Need>;
  /** What was said to measures that need this one, by the stream in which they said so. */
  neededBy: ReadonlyMap<string, DependencyAnswerState>;
  handedOverTo: string | null;
}>;
export type Measure = Readonly<{ status: 'unknown' }> | KnownMeasure;
/** One that has not come to an end. */
export type LivingMeasure = KnownMeasure & Readonly<{ status: OpenMeasureState | 'impactReviewed' }>;

type Rule<Order> = (order: Order, measure: LivingMeasure, circumstances: Circumstances) => Decision<MeasureEvent>;
/** What becomes of each command; each topic has its part, and `measure.decider.ts` puts them together. */
export type Rules = { readonly [Type in Later]: Rule<Orders[Type]> };

export type Facts = { [Event in MeasureEvent as Event['type']]: Event['data'] };
export type Followed = Exclude<keyof Facts, 'MeasureProposed' | 'MeasureTakenOver'>;
/** `measure` has the fact's own revision already. */
type Change<Fact> = (fact: Fact, measure: KnownMeasure, occurredOn: CalendarDate) => Partial<KnownMeasure>;
/** What each fact changes. Never refuses and never checks: what has happened has happened. */
export type Changes = { readonly [Type in Followed]: Change<Facts[Type]> };
