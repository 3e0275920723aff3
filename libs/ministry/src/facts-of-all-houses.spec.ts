import type { AnyEvent } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';
import { interleavingsOf, recorded } from '@zielwerk/testing';

import { FactsOfAllHouses } from './facts-of-all-houses';

const [goalId, measureId, otherMeasureId] = ['goal', 'measure', 'other'];
const content = {
  ...{ title: 'Files', description: null, theme: 'files', participants: [], parentGoalId: null },
  ...{ targetDate: null, fileReference: null },
};
const plan = {
  ...{ startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null, needsNoMoney: true },
  milestones: [],
};
const contribution = (measure: string): AnyEvent => ({
  type: 'MeasureContributionAdded',
  data: { measureId: measure, goalId, weight: 100 },
});
const release = (measure: string): AnyEvent => ({
  type: 'MeasureReleased',
  data: { measureId: measure, reference: null, title: 'Scan', description: null, plan },
});
const goal = recorded<AnyEvent>(
  'mwu.goal-1',
  ['2026-01-01', { type: 'GoalDrafted', data: { goalId, reference: null, content } }],
  [
    '2026-02-01',
    { type: 'GoalAdopted', data: { goalId, decisionNumber: '1', decidedOn: '2026-02-01', reference: null, content } },
  ],
);
const measure = recorded<AnyEvent>(
  'mf.measure-1',
  ['2026-01-01', contribution(measureId)],
  ['2026-02-01', release(measureId)],
);
const unreleased = recorded<AnyEvent>('mi.measure-2', ['2026-01-01', contribution(otherMeasureId)]);

const knownAfter = (events: readonly Recorded<AnyEvent>[]) => {
  const known = new FactsOfAllHouses();
  for (const event of events) known.learn(event);
  return { goal: known.goal(goalId), released: known.releasedContributionsTo(goalId) };
};

describe('what is known of all houses', () => {
  it('is a goal with its lead from its draft on, and whether it was adopted', () => {
    expect(knownAfter([]).goal).toBeUndefined();
    expect(knownAfter(goal.slice(0, 1)).goal).toEqual({ goalId, lead: 'mwu', adopted: false });
    expect(knownAfter(goal).goal).toEqual({ goalId, lead: 'mwu', adopted: true });
  });

  it('is how many released measures contribute to a goal', () => {
    expect(
      [measure.slice(0, 1), measure, [...measure, ...unreleased]].map((events) => knownAfter(events).released),
    ).toEqual([...[0, 1, 1]]);
  });

  it('is the same however the houses’ facts interleave, and however often they come', () => {
    const whole = { goal: { goalId, lead: 'mwu', adopted: true }, released: 1 };
    for (const order of interleavingsOf([goal, measure, unreleased])) {
      expect(knownAfter(order)).toEqual(whole);
      expect(knownAfter([...order, ...order])).toEqual(whole);
    }
  });

  it('needs few types of facts', () => {
    const known = new FactsOfAllHouses();
    expect(
      ['GoalDrafted', 'MeasureReleased', 'GoalRevised', 'toString', ''].map((type) => known.asksFor(type)),
    ).toEqual([...[true, true, false, false, false]]);
  });

  it('is each house’s own, even when another uses its ids', () => {
    const squatter = recorded<AnyEvent>('mi.goal-1', [
      '2026-01-01',
      { type: 'GoalDrafted', data: { goalId, reference: null, content } },
    ]);
    const copy = recorded<AnyEvent>('mi.measure-1', ['2026-01-01', contribution(otherMeasureId)]);
    const foreign = recorded<AnyEvent>('mj.measure-9', ['2026-01-01', release(otherMeasureId)]);
    for (const order of interleavingsOf([goal, squatter, copy, foreign])) {
      const known = new FactsOfAllHouses();
      for (const event of order) known.learn(event);
      expect([known.goal(goalId, 'mwu'), known.goal(goalId, 'mi'), known.goal(goalId, 'mf')]).toEqual([
        { goalId, lead: 'mwu', adopted: true },
        { goalId, lead: 'mi', adopted: false },
        undefined,
      ]);
      expect(known.releasedContributionsTo(goalId)).toBe(0);
    }
  });
});
