import type { SmallState } from './small-bundles';

const goals = { description: '', fileReference: 'F 1', rationale: 'Needed.', touchesMoney: true, reason: 'Late.' };
const measures = { description: '', purpose: 'P', result: 'R', project: 'Lead 1', reason: 'Why.', needs: false };
/** Of everything something: what moves, what is spent, what is refused. */
export const RICH: SmallState = {
  ...{ alike: false, late: true },
  goals: [
    { ...goals, house: 'mid', title: 'First', participates: true, below: false, state: 'begun' },
    { ...goals, house: 'stk', title: 'Second', participates: false, below: true, state: 'adopted' },
    { ...goals, house: 'mf', title: 'Third', participates: false, below: true, state: 'draft' },
  ],
  measures: [
    {
      ...{ ...measures, house: 'mid', title: 'Moves', serves: 0, weight: 60, stage: 7, ending: 'refuse' },
      ...{ handsOver: true, milestones: 2, percents: [40, 30] },
      money: { planned: 100_000, commitment: 5_000, consented: true, spent: 70_000, frozen: 3_000 },
    },
    {
      ...{ ...measures, house: 'mf', title: 'Stays', serves: 1, weight: 100, stage: 4, ending: 'suspend' },
      ...{ handsOver: false, milestones: 1, percents: [10, 20], money: null },
    },
    {
      ...{ ...measures, house: 'stk', title: 'Begins', serves: 2, weight: 5, stage: 1, ending: '' },
      ...{ handsOver: false, milestones: 1, percents: [0, 0], money: null },
    },
  ],
  indicators: [
    {
      ...{ house: 'mid', title: 'Counts', description: '', source: 'Census', baseline: '1,5', value: '12,25' },
      ...{ target: 50_000, provisional: false, standing: 'refused', observed: 2, reason: 'Too high.' },
    },
    {
      ...{ house: 'stk', title: 'Weighs', description: '', source: '', baseline: null, value: '7' },
      ...{ target: 50_000, provisional: true, standing: 'plausible', observed: 1, reason: 'No.' },
    },
  ],
};
