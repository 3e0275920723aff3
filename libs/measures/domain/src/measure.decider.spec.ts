import { measureEvents } from '@zielwerk/contracts';
import { deciderProperty } from '@zielwerk/testing';

import { measureDecider } from './measure.decider';
import {
  acceptor,
  begin,
  cancel,
  complete,
  correct,
  declareHealth,
  deputy,
  lead,
  machine,
  measureId,
  mergeInto,
  otherMeasureId,
  plan,
  planWith,
  propose,
  reject,
  releaseWith,
  report,
  resume,
  review,
  sendBack,
  stranger,
  submit,
  suspend,
} from './testing/measure-examples';
import {
  acceptNeed,
  appraise,
  consent,
  contribute,
  contributeNoMore,
  declareNeed,
  declineNeed,
  drop,
  freeze,
  goalId,
  handOver,
  line,
  moveForecast,
  otherGoalId,
  otherLine,
  planBudget,
  reach,
  spend,
  stateIn,
  takeOver,
  withdrawNeed,
} from './testing/part-examples';

const eventful = {
  reports: [{ period: '2026-Q1', percent: 40 }],
  budget: [{ line, plannedCents: 120, commitmentCents: 0, consentedCents: 100, frozenCents: 0, spentCents: 90 }],
};

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
  const life = chance.constantFrom(propose, planWith(), releaseWith(100), begin, suspend, resume, submit);
  const verdict = chance.constantFrom(complete, complete, sendBack, review);
  const end = chance.constantFrom(reject, cancel, mergeInto(), mergeInto(measureId), handOver(), handOver('mid'));
  const takeover = chance
    .tuple(
      chance.constantFrom(
        ...(['proposed', 'planned', 'released', 'underway', 'suspended', 'inAcceptance', 'completed'] as const),
      ),
      chance.constantFrom({}, eventful),
    )
    .map((taken) => takeOver(stateIn(...taken)));

  const percent = chance.constantFrom(20, 40, 60);
  const periods = chance.constantFrom('2026-Q1', '2026-06', '2026-Q2', '2026-09', '2026-12', '2027-Q1');
  const reporting = chance.tuple(periods, percent, chance.constantFrom(null, 'Strike')).map((said) => report(...said));
  const correcting = chance.tuple(chance.nat({ max: 8 }), percent).map((said) => correct(...said));
  const health = chance.constantFrom(
    declareHealth(),
    declareHealth({ health: 'green', blockers: [] }),
    declareHealth({ blockers: [{ what: 'No staff', helpFrom: 'mid', help: 'Find some' }] }),
    declareHealth({ blockers: [{ what: 'No staff', helpFrom: 'mf', help: null }] }),
  );

  const goals = chance.constantFrom(goalId, otherGoalId);
  const contributing = chance.oneof(
    chance.tuple(chance.constantFrom(50, 100), goals).map((said) => contribute(...said)),
    goals.map(contributeNoMore),
  );
  const names = chance.constantFrom('tender', 'roll-out', 'party');
  const dates = chance.constantFrom('2026-01-31', '2026-12-31');
  const milestones = chance.oneof(
    chance.tuple(dates, names).map((said) => moveForecast(...said)),
    chance.tuple(dates, names).map((said) => reach(...said)),
    names.map((name) => drop(name)),
  );
  const money = chance
    .tuple(
      chance.constantFrom(planBudget, planBudget, consent, freeze, spend),
      chance.constantFrom(0, 80, 100, 120),
      chance.constantFrom(line, otherLine),
    )
    .map(([asked, cents, on]) => asked(cents, on));
  const needs = chance.oneof(
    chance
      .constantFrom([], [measureId])
      .chain((before) =>
        chance
          .constantFrom(otherMeasureId, measureId)
          .chain((needed) => chance.constantFrom('mf', 'mwu').map((giver) => declareNeed(before, needed, giver))),
      ),
    chance.constantFrom([], [otherMeasureId]).map((before) => acceptNeed(before)),
    chance.constantFrom(withdrawNeed, declineNeed),
  );

  const command = chance.oneof(
    { weight: 10, arbitrary: life },
    { weight: 4, arbitrary: verdict },
    { weight: 1, arbitrary: end },
    { weight: 4, arbitrary: takeover },
    { weight: 1, arbitrary: chance.constant(appraise()) },
    { weight: 2, arbitrary: planning },
    { weight: 8, arbitrary: reporting },
    ...[correcting, health, contributing, milestones, money, needs].map((arbitrary) => ({
      weight: 2,
      arbitrary,
    })),
  );
  const by = chance.constantFrom(lead, deputy, stranger, acceptor, machine, { roles: ['editor'] });
  const occurredOn = chance.constantFrom('2026-01-01', '2026-05-01', '2026-12-31', '2026-12-31');
  return chance.record({ command, circumstances: chance.record({ by, occurredOn }) });
});

it('a measure lives from proposed to impactReviewed or to one of its ends, whatever is asked, and in no other way', () => {
  const handedOverFrom = ['completed', 'inAcceptance', 'planned', 'proposed', 'released', 'suspended', 'underway'];
  expect(explored.transitions).toEqual(
    [
      ...handedOverFrom.map((state) => `${state} → handedOver`),
      ...handedOverFrom.map((state) => `unknown → ${state}`),
      ...['proposed → planned', 'planned → released', 'released → underway', 'underway → suspended'],
      ...['suspended → underway', 'underway → inAcceptance', 'inAcceptance → completed', 'inAcceptance → underway'],
      ...['completed → impactReviewed', 'proposed → rejected', 'planned → rejected'],
      ...['released → cancelled', 'underway → cancelled', 'suspended → cancelled', 'inAcceptance → cancelled'],
      ...['planned → merged', 'released → merged', 'underway → merged', 'suspended → merged'],
    ].sort(),
  );
});

it('a measure refuses for these reasons only, whatever is asked', () =>
  expect(explored.refusals).toEqual([
    ...['actual-date-to-come', 'already-lead', 'appraisal-missing', 'budget-contradiction', 'budget-line-unknown'],
    ...['budget-missing', 'charter-missing', 'contribution-exists', 'contribution-unknown'],
    ...['dates-missing', 'dependency-accepted', 'dependency-cycle', 'dependency-exists', 'dependency-unknown'],
    ...['ends-before-start', 'four-eyes', 'help-from-own-house', 'help-incomplete'],
    ...['measure-already-released', 'measure-closed', 'measure-ended', 'measure-exists', 'measure-handed-over'],
    ...['measure-not-completed', 'measure-not-in-acceptance', 'measure-not-in-work', 'measure-not-mergeable'],
    ...['measure-not-planned', 'measure-not-released', 'measure-not-suspended', 'measure-not-underway'],
    ...['measure-unknown', 'merged-into-itself', 'milestone-closed', 'milestone-outside-plan', 'milestone-twice'],
    ...['milestone-unknown', 'needs-itself', 'no-money-planned', 'not-consented', 'not-project-lead'],
    ...['nothing-to-correct', 'period-before-begin', 'period-closed', 'period-not-over', 'project-lead-missing'],
    ...['setback-unexplained', 'spending-falls'],
  ]));
