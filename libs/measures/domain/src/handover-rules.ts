// Responsibility moves to another house: what the old stream ends with and the new one begins from.
import type { MeasureState, MeasureTakenOver, OpenMeasureState } from '@zielwerk/contracts';
import { rejections } from '@zielwerk/kernel';

import { keyOfLine } from './budget-rules';
import { proposed } from './life-rules';
import type { Changes, KnownMeasure, Rules } from './measure';
import { lastReportOf } from './progress-rules';

const refuse = rejections({ 'already-lead': 'invalid', 'measure-closed': 'conflict' });

const stateOf = (measure: KnownMeasure, status: OpenMeasureState): MeasureState => {
  const { proposal, plan, appraised, begunOn, milestones, contributions, budget, needs } = measure;
  const { reference, title, description } = proposal;
  const last = lastReportOf(measure);
  return {
    ...{ reference, title, description },
    ...{ status, plan, appraised, begunOn },
    lastReport: last && { period: last.period, percent: last.percent },
    milestones: [...milestones.values()],
    contributions: [...contributions.values()],
    budget: [...budget.values()],
    needs: [...needs.values()],
  };
};

export const handoverRules = {
  HandOverMeasure: (order, measure, { by }) => {
    const { status } = measure;
    if (order.to === by.ministry) return refuse('already-lead', `${by.ministry} leads the measure.`);
    if (status === 'impactReviewed')
      return refuse('measure-closed', 'Its impact is reviewed: there is nothing left to hand over.');
    return [{ type: 'MeasureHandedOver', data: { ...order, state: stateOf(measure, status) } }];
  },
} satisfies Partial<Rules>;

/** The state that a takeover begins: that of the old stream, with its last report as the only one. */
export const takenOver = ({ measureId, state }: MeasureTakenOver): KnownMeasure => {
  const { reference, title, description, status, plan, appraised, begunOn, lastReport, ...lists } = state;
  return {
    ...proposed({ measureId, reference, title, description }),
    ...{ status, plan, appraised, begunOn },
    reports: new Map(lastReport ? [[0, { ...lastReport, text: null, corrects: null }]] : []),
    milestones: new Map(lists.milestones.map((one) => [one.milestone, one])),
    contributions: new Map(lists.contributions.map((one) => [one.goalId, one])),
    budget: new Map(lists.budget.map((one) => [keyOfLine(one.line), one])),
    needs: new Map(lists.needs.map((one) => [one.needs, one])),
  };
};

export const handoverChanges = {
  MeasureHandedOver: ({ to }) => ({ status: 'handedOver', handedOverTo: to }),
} satisfies Partial<Changes>;
