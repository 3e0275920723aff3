import { measureEvents } from '@zielwerk/contracts';
import { deciderProperty } from '@zielwerk/testing';

import { measureDecider } from './measure.decider';
import {
  acceptor,
  begin,
  complete,
  contribute,
  given,
  goalId,
  lead,
  otherGoalId,
  plan,
  planWith,
  propose,
  release,
  report,
  stranger,
  submit,
} from './testing/measure-examples';

it.each([planWith(), release, begin, report('2026-Q1', 5), submit, complete, contribute(100)])(
  'a measure nobody proposed is unknown to $type',
  (command) =>
    given()
      .when(command, { by: { ...acceptor, roles: ['editor', 'acceptor'] } })
      .thenRejected('measure-unknown'),
);

it('a measure lives from proposed to completed, whatever is asked', () => {
  const explored = deciderProperty(
    measureDecider,
    measureEvents,
  )((chance) => {
    const planning = chance
      .record({
        charter: chance.constantFrom(plan.charter, plan.charter, null),
        projectLead: chance.constantFrom(plan.projectLead, plan.projectLead, null),
        budgetLine: chance.constantFrom(plan.budgetLine, null),
        needsNoMoney: chance.boolean(),
        startsOn: chance.constantFrom('2026-01-01', '2026-01-02', '2027-07-01', null),
        milestones: chance.constantFrom([], plan.milestones, [...plan.milestones, ...plan.milestones]),
      })
      .map(planWith);
    const periods = chance.constantFrom('2026-Q1', '2026-06', '2026-Q2', '2026-12', '2027-Q1');
    const reporting = chance
      .tuple(periods, chance.nat({ max: 100 }), chance.constantFrom(null, 'Strike'))
      .map((said) => report(...said));
    const contributing = chance
      .tuple(chance.constantFrom(50, 100), chance.constantFrom(goalId, otherGoalId))
      .map((said) => contribute(...said));
    const steps = chance.constantFrom(propose, planWith(), release, begin);
    const ending = chance.constantFrom(submit, complete);
    return chance.record({
      command: chance.oneof(steps, steps, planning, reporting, reporting, contributing, ending),
      circumstances: chance.record({ by: chance.constantFrom(lead, stranger, acceptor, { roles: ['editor'] }) }),
    });
  });
  expect(explored).toEqual({
    statuses: ['completed', 'inAcceptance', 'planned', 'proposed', 'released', 'underway', 'unknown'],
    refusals: [
      ...['budget-contradiction', 'budget-missing', 'charter-missing', 'contribution-exists', 'dates-missing'],
      ...['ends-before-start', 'four-eyes', 'measure-already-released', 'measure-closed', 'measure-exists'],
      ...['measure-not-in-acceptance', 'measure-not-planned', 'measure-not-released', 'measure-not-underway'],
      ...['measure-unknown', 'milestone-outside-plan', 'milestone-twice', 'not-project-lead', 'period-closed'],
      ...['period-not-over', 'project-lead-missing', 'setback-unexplained'],
    ],
  });
});
