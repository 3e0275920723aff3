// Pure: no framework, no clock, no I/O. Time, identity and other houses' facts arrive from outside.
import type {
  MeasureContributionAdded,
  MeasureEvent,
  MeasurePlan,
  MeasurePlanned,
  MeasureProgressReported,
  MeasureProposed,
  MeasureSubmittedForAcceptance,
} from '@zielwerk/contracts';
import {
  type Capacity,
  type Circumstances,
  type Decider,
  type Decision,
  lastDayOf,
  type Message,
  type Rejection,
  rejections,
  sameData,
} from '@zielwerk/kernel';

import { objectionToPlan, objectionToRelease } from './plan-rules';

type Named = Readonly<{ measureId: string }>;

/** What each command says. */
type Orders = {
  ProposeMeasure: MeasureProposed;
  PlanMeasure: MeasurePlanned;
  ReleaseMeasure: Named;
  BeginMeasure: Named;
  ReportMeasureProgress: MeasureProgressReported;
  SubmitMeasureForAcceptance: MeasureSubmittedForAcceptance;
  CompleteMeasure: Named;
  AddMeasureContribution: MeasureContributionAdded;
};
type Later = Exclude<keyof Orders, 'ProposeMeasure'>;
export type MeasureCommand = { [Type in keyof Orders]: Message<Type, Orders[Type]> }[keyof Orders];

export type MeasureStatus = 'proposed' | 'planned' | 'released' | 'underway' | 'inAcceptance' | 'completed';

type KnownMeasure = Readonly<{
  status: MeasureStatus;
  proposal: MeasureProposed;
  plan: MeasurePlan | null;
  lastReport: Pick<MeasureProgressReported, 'period' | 'percent'> | null;
  /** The weight by goal. */
  contributions: ReadonlyMap<string, number>;
}>;

/** Only what `decide` needs to know. What people want to read belongs to projections. */
export type Measure = Readonly<{ status: 'unknown' }> | KnownMeasure;

const refuse = rejections({
  'measure-unknown': 'not-found',
  'measure-exists': 'conflict',
  'measure-not-planned': 'conflict',
  'measure-already-released': 'conflict',
  'measure-not-released': 'conflict',
  'measure-not-underway': 'conflict',
  'measure-not-in-acceptance': 'conflict',
  'measure-closed': 'conflict',
  'contribution-exists': 'conflict',
  'period-closed': 'conflict',
  'period-not-over': 'invalid',
  'setback-unexplained': 'invalid',
  'not-project-lead': 'forbidden',
  'four-eyes': 'forbidden',
});

const propose = (proposed: MeasureProposed, measure: Measure): Decision<MeasureEvent> =>
  measure.status === 'unknown'
    ? [{ type: 'MeasureProposed', data: proposed }]
    : refuse('measure-exists', `Measure ${proposed.measureId} was proposed before.`);

// An editor acts for the whole house; a project lead only where the plan names that function.
const objectionToLead = ({ plan }: KnownMeasure, by: Capacity): Rejection | null => {
  const named = plan?.projectLead?.function;
  if (by.roles.includes('editor') || by.function === named) return null;
  return refuse('not-project-lead', `The project is led by the function ${named ?? 'that is still open'}.`);
};

const objectionToPeriod = (report: MeasureProgressReported, { lastReport }: KnownMeasure): Rejection | null => {
  const { period, percent, explanation } = report;
  if (!lastReport) return null;
  if (lastDayOf(period) <= lastDayOf(lastReport.period))
    return refuse('period-closed', `Progress was reported up to ${lastReport.period}; ${period} is closed.`);
  if (percent < lastReport.percent && explanation === null)
    return refuse('setback-unexplained', `Progress fell from ${lastReport.percent} % to ${percent} %: say why.`);
  return null;
};

type Rule<Order> = (order: Order, measure: KnownMeasure, circumstances: Circumstances) => Decision<MeasureEvent>;

const rules: { readonly [Type in Later]: Rule<Orders[Type]> } = {
  PlanMeasure: (planned, { status, plan }) => {
    if (status !== 'proposed' && status !== 'planned')
      return refuse('measure-already-released', 'The plan of a released measure is fixed.');
    if (sameData(planned.plan, plan)) return [];
    return objectionToPlan(planned.plan) ?? [{ type: 'MeasurePlanned', data: planned }];
  },

  ReleaseMeasure: (_order, { status, plan, proposal }) => {
    if (status === 'released') return [];
    if (!plan) return refuse('measure-not-planned', 'A measure is planned before it is released.');
    if (status !== 'planned') return refuse('measure-already-released', `The measure is ${status}.`);
    return objectionToRelease(plan) ?? [{ type: 'MeasureReleased', data: { ...proposal, plan } }];
  },

  BeginMeasure: (data, measure, { by }) => {
    const { status } = measure;
    if (status !== 'released' && status !== 'underway')
      return refuse('measure-not-released', `The measure is ${status}; one that is released can begin.`);
    return objectionToLead(measure, by) ?? (status === 'underway' ? [] : [{ type: 'MeasureBegun', data }]);
  },

  ReportMeasureProgress: (report, measure, { by, occurredOn }) => {
    if (measure.status !== 'underway') return refuse('measure-not-underway', `The measure is ${measure.status}.`);
    const ends = lastDayOf(report.period);
    const objection = objectionToLead(measure, by);
    if (objection) return objection;
    if (occurredOn < ends) return refuse('period-not-over', `${report.period} lasts until ${ends}.`);
    return objectionToPeriod(report, measure) ?? [{ type: 'MeasureProgressReported', data: report }];
  },

  SubmitMeasureForAcceptance: (data, measure, { by }) => {
    if (measure.status !== 'underway') return refuse('measure-not-underway', `The measure is ${measure.status}.`);
    return objectionToLead(measure, by) ?? [{ type: 'MeasureSubmittedForAcceptance', data }];
  },

  CompleteMeasure: ({ measureId }, { status, plan }, { by }) => {
    if (status !== 'inAcceptance') return refuse('measure-not-in-acceptance', `The measure is ${status}.`);
    if (by.unit === null || by.unit === plan?.projectLead?.unit)
      return refuse('four-eyes', 'The result is accepted by another unit than the one that leads the project.');
    return [{ type: 'MeasureCompleted', data: { measureId, acceptedBy: by.unit } }];
  },

  AddMeasureContribution: (added, { status, contributions }) => {
    const weight = contributions.get(added.goalId);
    if (weight === added.weight) return [];
    if (status === 'completed') return refuse('measure-closed', 'A completed measure takes on no more goals.');
    if (weight !== undefined)
      return refuse('contribution-exists', `The measure contributes to goal ${added.goalId} with weight ${weight}.`);
    return [{ type: 'MeasureContributionAdded', data: added }];
  },
};

type Facts = { [Event in MeasureEvent as Event['type']]: Event['data'] };
type Followed = Exclude<keyof Facts, 'MeasureProposed'>;
type Change<Fact> = (fact: Fact, measure: KnownMeasure) => Partial<KnownMeasure>;

// Never refuses and never checks: what has happened has happened.
const changes: { readonly [Type in Followed]: Change<Facts[Type]> } = {
  MeasurePlanned: ({ plan }) => ({ status: 'planned', plan }),
  MeasureReleased: () => ({ status: 'released' }),
  MeasureBegun: () => ({ status: 'underway' }),
  MeasureProgressReported: ({ period, percent }) => ({ lastReport: { period, percent } }),
  MeasureSubmittedForAcceptance: () => ({ status: 'inAcceptance' }),
  MeasureCompleted: () => ({ status: 'completed' }),
  MeasureContributionAdded: ({ goalId, weight }, { contributions }) => ({
    contributions: new Map(contributions).set(goalId, weight),
  }),
};

// One type parameter ties a name to its data, so that the tables need no cast.
type Tied<Table, Type extends keyof Table> = Readonly<{ type: Type; data: Table[Type] }>;
const ruleOn = <Type extends Later>({ type, data }: Tied<Orders, Type>, ...on: [KnownMeasure, Circumstances]) =>
  rules[type](data, ...on);
const changeBy = <Type extends Followed>({ type, data }: Tied<Facts, Type>, measure: KnownMeasure) =>
  changes[type](data, measure);

/** Maßnahme: from the proposal to a completion that another unit accepted. */
export const measureDecider: Decider<MeasureCommand, MeasureEvent, Measure> = {
  initialState: { status: 'unknown' },

  decide(command, measure, circumstances) {
    if (command.type === 'ProposeMeasure') return propose(command.data, measure);
    if (measure.status === 'unknown')
      return refuse('measure-unknown', `No measure ${command.data.measureId} was proposed here.`);
    return ruleOn(command, measure, circumstances);
  },

  evolve(measure, event) {
    if (event.type === 'MeasureProposed')
      return { status: 'proposed', proposal: event.data, plan: null, lastReport: null, contributions: new Map() };
    return measure.status === 'unknown' ? measure : { ...measure, ...changeBy(event, measure) };
  },
};
