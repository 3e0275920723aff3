// From the plan to the impact, and the ways in which a measure ends.
import type { MeasureEvent, MeasurePlan, MeasureProposed } from '@zielwerk/contracts';
import { type Capacity, type Decision, rejections, sameData } from '@zielwerk/kernel';

import type { Changes, KnownMeasure, MeasureStatus, Rules } from './measure';
import { objectionUnlessUnderway, objectionToLead, objectionUnlessInWork } from './objections';
import { objectionToMoney, objectionToPlan, objectionToRelease, objectionToUnappraised } from './plan-rules';

const refuse = rejections({
  'measure-not-planned': 'conflict',
  'measure-already-released': 'conflict',
  'measure-not-released': 'conflict',
  'measure-not-suspended': 'conflict',
  'measure-not-in-acceptance': 'conflict',
  'measure-not-completed': 'conflict',
  'measure-not-mergeable': 'conflict',
  'merged-into-itself': 'invalid',
  'four-eyes': 'forbidden',
});

const BEFORE_RELEASE: ReadonlySet<MeasureStatus> = new Set(['proposed', 'planned']);
const MERGEABLE: ReadonlySet<MeasureStatus> = new Set(['planned', 'released', 'underway', 'suspended']);

/** The unit that leads the project, however it is spaced, and whoever leads it or stands in for who does. */
const leadsIt = (by: Capacity, plan: MeasurePlan | null): boolean => {
  const lead = plan?.projectLead;
  if (!lead) return false;
  return by.unit?.trim() === lead.unit.trim() || by.function === lead.function || by.deputyFor === lead.function;
};

const judged = (
  { status, plan }: KnownMeasure,
  by: Capacity,
  verdict: (unit: string) => MeasureEvent,
): Decision<MeasureEvent> => {
  if (status !== 'inAcceptance') return refuse('measure-not-in-acceptance', `The measure is ${status}.`);
  const { unit } = by;
  if (unit === null || leadsIt(by, plan))
    return refuse('four-eyes', 'The result is judged by another unit than the one that leads the project.');
  return [verdict(unit)];
};

export const lifeRules = {
  PlanMeasure: (planned, measure) => {
    const { status, plan } = measure;
    if (!BEFORE_RELEASE.has(status))
      return refuse('measure-already-released', 'The plan of a released measure is fixed.');
    if (sameData(planned.plan, plan)) return [];
    const objection = objectionToPlan(planned.plan) ?? objectionToMoney(planned.plan, measure);
    return objection ?? [{ type: 'MeasurePlanned', data: planned }];
  },

  RejectMeasure: (data, { status }) =>
    BEFORE_RELEASE.has(status)
      ? [{ type: 'MeasureRejected', data }]
      : refuse('measure-already-released', `The measure is ${status}; one that was released can be cancelled.`),

  ReleaseMeasure: ({ appraisalAboveCents }, measure) => {
    const { status, plan, proposal } = measure;
    if (status === 'released') return [];
    if (!plan) return refuse('measure-not-planned', 'A measure is planned before it is released.');
    if (status !== 'planned') return refuse('measure-already-released', `The measure is ${status}.`);
    const objection = objectionToRelease(plan) ?? objectionToUnappraised(measure, appraisalAboveCents);
    return objection ?? [{ type: 'MeasureReleased', data: { ...proposal, plan } }];
  },

  BeginMeasure: (data, measure, { by }) => {
    const { status } = measure;
    if (status !== 'released' && status !== 'underway')
      return refuse('measure-not-released', `The measure is ${status}; one that is released can begin.`);
    return objectionToLead(measure, by) ?? (status === 'underway' ? [] : [{ type: 'MeasureBegun', data }]);
  },

  SuspendMeasure: (data, measure) => objectionUnlessUnderway(measure) ?? [{ type: 'MeasureSuspended', data }],

  ResumeMeasure: (data, { status }) =>
    status === 'suspended'
      ? [{ type: 'MeasureResumed', data }]
      : refuse('measure-not-suspended', `The measure is ${status}; one that is suspended can be resumed.`),

  SubmitMeasureForAcceptance: (data, measure, { by }) =>
    objectionUnlessUnderway(measure) ??
    objectionToLead(measure, by) ?? [{ type: 'MeasureSubmittedForAcceptance', data }],

  RefuseMeasureAcceptance: (refused, measure, { by }) =>
    judged(measure, by, (refusedBy) => ({ type: 'MeasureAcceptanceRefused', data: { ...refused, refusedBy } })),

  CompleteMeasure: ({ measureId }, measure, { by }) =>
    judged(measure, by, (acceptedBy) => ({ type: 'MeasureCompleted', data: { measureId, acceptedBy } })),

  ReviewMeasureImpact: (data, { status }) =>
    status === 'completed'
      ? [{ type: 'MeasureImpactReviewed', data }]
      : refuse('measure-not-completed', `The measure is ${status}; the impact of a completed one is reviewed, once.`),

  CancelMeasure: (data, measure) => objectionUnlessInWork(measure) ?? [{ type: 'MeasureCancelled', data }],

  MergeMeasure: (data, { status }) => {
    if (!MERGEABLE.has(status))
      return refuse(
        'measure-not-mergeable',
        `The measure is ${status}; one that is planned and not yet done can merge.`,
      );
    if (data.into === data.measureId)
      return refuse('merged-into-itself', 'A measure goes on as part of another one, not of itself.');
    return [{ type: 'MeasureMerged', data }];
  },
} satisfies Partial<Rules>;

/** The state that a proposal begins. */
export const proposed = (proposal: MeasureProposed): KnownMeasure => ({
  ...{ status: 'proposed', revision: 0, proposal, plan: null, appraised: false, appraisal: null },
  ...{ begunOn: null, reportsSince: null, healthOn: null, result: null, acceptance: null },
  ...{ reports: new Map(), health: null, milestones: new Map(), contributions: new Map(), budget: new Map() },
  ...{ needs: new Map(), neededBy: new Map(), handedOverTo: null },
});

export const lifeChanges = {
  MeasurePlanned: ({ plan }) => ({ status: 'planned', plan }),
  MeasureRejected: () => ({ status: 'rejected' }),
  MeasureReleased: ({ plan: { milestones } }) => ({
    status: 'released',
    milestones: new Map(
      milestones.map((milestone) => [
        milestone.milestone,
        { ...milestone, forecastDate: null, actualDate: null, dropped: false },
      ]),
    ),
  }),
  MeasureBegun: (_begun, _measure, begunOn) => ({ status: 'underway', begunOn, reportsSince: begunOn }),
  MeasureSuspended: () => ({ status: 'suspended' }),
  MeasureResumed: (_resumed, _measure, reportsSince) => ({ status: 'underway', reportsSince }),
  MeasureSubmittedForAcceptance: ({ result }) => ({ status: 'inAcceptance', result }),
  MeasureAcceptanceRefused: () => ({ status: 'underway', result: null }),
  MeasureCompleted: ({ acceptedBy }, _measure, completedOn) => ({
    status: 'completed',
    acceptance: { acceptedBy, completedOn },
  }),
  MeasureImpactReviewed: () => ({ status: 'impactReviewed' }),
  MeasureCancelled: () => ({ status: 'cancelled' }),
  MeasureMerged: () => ({ status: 'merged' }),
} satisfies Partial<Changes>;
