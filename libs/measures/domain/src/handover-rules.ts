// Responsibility moves to another house: what the old stream ends with and the new one begins from.
import type {
  DependencyStateV2,
  HealthState,
  MeasureStateV2,
  MeasureTakenOverV2,
  OpenMeasureState,
  ReportState,
} from '@zielwerk/contracts';
import { dataKey, type Rejection, rejections, streamOf } from '@zielwerk/kernel';

import { answersFrom, answersOf } from './dependency-rules';
import { proposed } from './life-rules';
import type { Changes, KnownMeasure, Need, Rules } from './measure';
import { reportsOf } from './progress-rules';

const refuse = rejections({
  'already-lead': 'invalid',
  'measure-closed': 'conflict',
  'measure-not-planned': 'conflict',
  'new-project-lead-missing': 'invalid',
});

const healthOf = ({ health, healthOn }: KnownMeasure): HealthState | null =>
  health && { health: health.health, reason: health.reason, blockers: health.blockers, declaredOn: healthOn ?? '' };

const needOf = ({ declaration, ...need }: Need, stream: string): DependencyStateV2 => ({
  ...need,
  declaration: typeof declaration === 'number' ? { stream, revision: declaration } : declaration,
});

const stateOf = (measure: KnownMeasure, status: OpenMeasureState, ministry: string): MeasureStateV2 => {
  const { proposal, plan, appraised, begunOn, reportsSince, result, acceptance } = measure;
  const { reference, title, description, measureId } = proposal;
  return {
    ...{ reference, title, description },
    ...{ status, plan, appraised, begunOn, reportsSince },
    health: healthOf(measure),
    ...{ result, acceptance },
    reports: reportsOf(measure).map(({ period, percent }) => ({ period, percent })),
    milestones: [...measure.milestones.values()],
    contributions: [...measure.contributions.values()],
    budget: [...measure.budget.values()],
    needs: [...measure.needs.values()].map((need) => needOf(need, streamOf(ministry, 'measure', measureId))),
    neededBy: answersOf(measure),
  };
};

export const handoverRules = {
  HandOverMeasure: (order, measure, { by }) => {
    const { status } = measure;
    if (order.to === by.ministry) return refuse('already-lead', `${by.ministry} leads the measure.`);
    if (status === 'impactReviewed')
      return refuse('measure-closed', 'Its impact is reviewed: there is nothing left to hand over.');
    return [{ type: 'MeasureHandedOver', data: { ...order, state: stateOf(measure, status, by.ministry) } }];
  },
} satisfies Partial<Rules>;

/** Whoever led the project does not come along: the house that takes it over names the function and unit that do here. */
export const objectionToTakeover = ({ state: { plan }, projectLead }: MeasureTakenOverV2): Rejection | null => {
  if (projectLead && !plan)
    return refuse('measure-not-planned', 'A measure without a plan has no project lead yet; it is planned here.');
  return plan?.projectLead && !projectLead
    ? refuse(
        'new-project-lead-missing',
        'projectLead: say which function of this house leads the project, and of which unit.',
      )
    : null;
};

/** What was asked of the house that leads it now is asked of nobody any more; what holds the measure up stays. */
const askedOfOthers = (health: HealthState, ministry: string): HealthState => ({
  ...health,
  blockers: health.blockers.map((blocker) =>
    blocker.helpFrom === ministry ? { ...blocker, helpFrom: null, help: null } : blocker,
  ),
});

/** The measure as the house begins with it. */
export const takeoverBy = (ministry: string, takeover: MeasureTakenOverV2): MeasureTakenOverV2 => {
  const { state } = takeover;
  return { ...takeover, state: { ...state, health: state.health && askedOfOthers(state.health, ministry) } };
};

const healthFrom = ({ measureId, state: { health } }: MeasureTakenOverV2): Partial<KnownMeasure> => {
  if (!health) return {};
  const { declaredOn, ...declared } = health;
  return { health: { measureId, ...declared, note: null }, healthOn: declaredOn };
};

// All of them came with the event at revision 0: there a correction finds the last one. Those before it are closed.
const reportsFrom = (reports: readonly ReportState[]): KnownMeasure['reports'] =>
  new Map(reports.map((report, index) => [index + 1 - reports.length, { ...report, text: null, corrects: null }]));

/** The state that a takeover begins: that of the old stream, and its own lead of the project. */
export const takenOver = (takeover: MeasureTakenOverV2): KnownMeasure => {
  const { measureId, state, projectLead } = takeover;
  const { reference, title, description, status, plan, appraised, begunOn, ...rest } = state;
  return {
    ...proposed({ measureId, reference, title, description }),
    ...{ status, appraised, begunOn, reportsSince: rest.reportsSince },
    plan: plan && { ...plan, projectLead },
    ...healthFrom(takeover),
    ...{ result: rest.result, acceptance: rest.acceptance },
    reports: reportsFrom(rest.reports),
    milestones: new Map(rest.milestones.map((one) => [one.milestone, one])),
    contributions: new Map(rest.contributions.map((one) => [one.goalId, one])),
    budget: new Map(rest.budget.map((one) => [dataKey(one.line), one])),
    needs: new Map(rest.needs.map((one) => [one.needs, one])),
    neededBy: answersFrom(rest.neededBy),
  };
};

export const handoverChanges = {
  MeasureHandedOver: ({ to }) => ({ status: 'handedOver', handedOverTo: to }),
} satisfies Partial<Changes>;
