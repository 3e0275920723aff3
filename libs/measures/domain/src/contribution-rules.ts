// Which goals a measure serves, of whatever house, and with which weight.
import { rejections } from '@zielwerk/kernel';

import type { Changes, Rules } from './measure';
import { objectionOnceClosed, objectionToOneMore } from './objections';

const refuse = rejections({ 'contribution-exists': 'conflict', 'contribution-unknown': 'not-found' });

export const contributionRules = {
  AddMeasureContribution: (added, measure) => {
    const { goalId, weight } = added;
    const existing = measure.contributions.get(goalId);
    if (existing?.weight === weight) return [];
    const objection = objectionOnceClosed(measure);
    if (objection) return objection;
    if (existing)
      return refuse('contribution-exists', `The measure contributes to goal ${goalId} with weight ${existing.weight}.`);
    return objectionToOneMore(measure.contributions, 'goals') ?? [{ type: 'MeasureContributionAdded', data: added }];
  },

  WithdrawMeasureContribution: (data, measure) => {
    if (!measure.contributions.has(data.goalId))
      return refuse('contribution-unknown', `The measure does not contribute to goal ${data.goalId}.`);
    return objectionOnceClosed(measure) ?? [{ type: 'MeasureContributionWithdrawn', data }];
  },
} satisfies Partial<Rules>;

export const contributionChanges = {
  MeasureContributionAdded: ({ goalId, weight }, { contributions }) => ({
    contributions: new Map(contributions).set(goalId, { goalId, weight }),
  }),
  MeasureContributionWithdrawn: ({ goalId }, { contributions }) => ({
    contributions: new Map([...contributions].filter(([goal]) => goal !== goalId)),
  }),
} satisfies Partial<Changes>;
