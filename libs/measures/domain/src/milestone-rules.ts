// What becomes of the milestones of a released plan: planned, then reached or dropped. The plan's date never changes.
import type { MilestoneState } from '@zielwerk/contracts';
import { type Capacity, type Rejection, rejections } from '@zielwerk/kernel';

import type { Changes, KnownMeasure, Rules } from './measure';
import { objectionToLead, objectionUnlessInWork } from './objections';

const refuse = rejections({
  'milestone-unknown': 'not-found',
  'milestone-closed': 'conflict',
  'actual-date-to-come': 'invalid',
});

type Named = Readonly<{ milestone: string }>;

const objectionToMilestone = ({ milestone: name }: Named, measure: KnownMeasure, by: Capacity): Rejection | null => {
  const objection = objectionUnlessInWork(measure) ?? objectionToLead(measure, by);
  if (objection) return objection;
  const milestone = measure.milestones.get(name);
  if (!milestone) return refuse('milestone-unknown', `The released plan has no milestone ${name}.`);
  if (milestone.dropped) return refuse('milestone-closed', `${name} was dropped.`);
  if (milestone.actualDate === null) return null;
  return refuse('milestone-closed', `${name} was reached on ${milestone.actualDate}.`);
};

export const milestoneRules = {
  MoveMilestoneForecast: (data, measure, { by }) => {
    const objection = objectionToMilestone(data, measure, by);
    if (objection) return objection;
    const { forecastDate } = measure.milestones.get(data.milestone) ?? {};
    return forecastDate === data.forecastDate ? [] : [{ type: 'MilestoneForecastMoved', data }];
  },

  ReachMilestone: (data, measure, { by, occurredOn }) => {
    const objection = objectionToMilestone(data, measure, by);
    if (objection) return objection;
    return data.actualDate > occurredOn
      ? refuse('actual-date-to-come', `On ${occurredOn} nothing had been reached on ${data.actualDate}.`)
      : [{ type: 'MilestoneReached', data }];
  },

  DropMilestone: (data, measure, { by }) =>
    objectionToMilestone(data, measure, by) ?? [{ type: 'MilestoneDropped', data }],
} satisfies Partial<Rules>;

const withMilestone = ({ milestones }: KnownMeasure, name: string, change: Partial<MilestoneState>) => {
  const milestone = milestones.get(name);
  return milestone ? { milestones: new Map(milestones).set(name, { ...milestone, ...change }) } : {};
};

export const milestoneChanges = {
  MilestoneForecastMoved: ({ milestone, forecastDate }, measure) => withMilestone(measure, milestone, { forecastDate }),
  MilestoneReached: ({ milestone, actualDate }, measure) => withMilestone(measure, milestone, { actualDate }),
  MilestoneDropped: ({ milestone }, measure) => withMilestone(measure, milestone, { dropped: true }),
} satisfies Partial<Changes>;
