import { type MeasurePlan } from '@zielwerk/contracts';

import {
  given,
  inOtherStatesThan,
  inStates,
  openPlan,
  plan,
  planned,
  planWith,
  proposal,
  propose,
  reject,
  rejected,
  release,
  releaseWith,
  toPlanned,
  toProposed,
  toReleased,
} from './testing/measure-examples';
import { appraise, appraised, budgetPlanned, otherLine } from './testing/part-examples';

describe('proposing a measure', () => {
  it('records it', () => given().when(propose).then({ type: 'MeasureProposed', data: proposal }));

  it('is refused a second time', () =>
    given(...toProposed)
      .when(propose)
      .thenRejected('measure-exists'));
});

describe('planning a measure', () => {
  it('records the whole plan', () =>
    given(...toProposed)
      .when(planWith())
      .then(planned()));

  it.each<[what: string, Partial<MeasurePlan>]>([
    ['leaves open what is not known yet', openPlan],
    ['may be for one day', { endsOn: '2026-01-01', milestones: [] }],
    ['may need no money', { needsNoMoney: true, budgetLine: null }],
  ])('%s', (_, change) =>
    given(...toProposed)
      .when(planWith(change))
      .then(planned(change)),
  );

  it('is possible again and again', () =>
    given(...toPlanned)
      .when(planWith({ endsOn: '2028-01-01' }))
      .then(planned({ endsOn: '2028-01-01' })));

  it('does nothing when the plan stays', () =>
    given(...toPlanned)
      .when(planWith())
      .thenNothing());

  it.each(inOtherStatesThan('proposed', 'planned'))('is refused for a measure that is $status', ({ history }) =>
    given(...history)
      .when(planWith({ budgetLine: null }))
      .thenRejected('measure-already-released'),
  );

  it.each<[what: string, refusal: string, Partial<MeasurePlan>]>([
    ['an end before the start', 'ends-before-start', { startsOn: '2026-02-01', endsOn: '2026-01-31', milestones: [] }],
    ['two milestones of the same name', 'milestone-twice', { milestones: [...plan.milestones, ...plan.milestones] }],
    ['a milestone before the start', 'milestone-outside-plan', { startsOn: '2026-01-02' }],
    ['a milestone after the end', 'milestone-outside-plan', { startsOn: null, endsOn: '2027-06-29' }],
    ['a budget line where no money is needed', 'budget-contradiction', { needsNoMoney: true }],
  ])('is refused with %s', (_, refusal, change) =>
    given(...toProposed)
      .when(planWith(change))
      .thenRejected(refusal),
  );

  it('cannot say that no money is needed once some is planned', () => {
    const free = { needsNoMoney: true, budgetLine: null };
    given(...toProposed, budgetPlanned(1))
      .when(planWith(free))
      .thenRejected('budget-contradiction');
    given(...toProposed, budgetPlanned(1), budgetPlanned(0))
      .when(planWith(free))
      .then(planned(free));
  });
});

describe('rejecting a measure', () => {
  it.each(inStates('proposed', 'planned'))('ends one that is $status, before its release', ({ history }) =>
    given(...history)
      .when(reject)
      .then(rejected),
  );

  it.each(inOtherStatesThan('proposed', 'planned'))('is refused for one that is $status', ({ history }) =>
    given(...history)
      .when(reject)
      .thenRejected('measure-already-released'),
  );
});

describe('releasing a measure', () => {
  it('publishes proposal and plan', () =>
    given(...toPlanned)
      .when(release)
      .then({ type: 'MeasureReleased', data: { ...proposal, plan } }));

  it('needs no budget line where «no money» is said', () => {
    const free = { ...plan, budgetLine: null, needsNoMoney: true };
    given(...toProposed, planned(free))
      .when(releaseWith(0))
      .then({ type: 'MeasureReleased', data: { ...proposal, plan: free } });
  });

  it.each<[what: string, refusal: string, Partial<MeasurePlan>]>([
    ['a charter (purpose, result)', 'charter-missing', { charter: null }],
    ['a project lead function', 'project-lead-missing', { projectLead: null }],
    ['a budget line or «no money»', 'budget-missing', { budgetLine: null }],
    ['a start', 'dates-missing', { startsOn: null }],
    ['an end', 'dates-missing', { endsOn: null }],
  ])('needs %s', (_, refusal, open) =>
    given(...toProposed, planned(open))
      .when(release)
      .thenRejected(refusal),
  );

  it('needs a plan', () =>
    given(...toProposed)
      .when(release)
      .thenRejected('measure-not-planned'));

  it('needs an economic appraisal when all planned money is above the limit', () => {
    const costly = [...toPlanned, budgetPlanned(60), budgetPlanned(41, otherLine)];
    given(...costly)
      .when(releaseWith(100))
      .thenRejected('appraisal-missing');
    given(...costly, appraised())
      .when(releaseWith(100))
      .then({ type: 'MeasureReleased', data: { ...proposal, plan } });
  });

  it.each([
    ['at the limit', 101],
    ['where the jurisdiction has no limit', null],
  ])('needs no economic appraisal %s', (_, limit) =>
    given(...toPlanned, budgetPlanned(60), budgetPlanned(41, otherLine))
      .when(releaseWith(limit))
      .then({ type: 'MeasureReleased', data: { ...proposal, plan } }),
  );

  it('does nothing the second time', () =>
    given(...toReleased)
      .when(release)
      .thenNothing());

  it.each(inOtherStatesThan('proposed', 'planned', 'released'))('is refused once it is $status', ({ history }) =>
    given(...history)
      .when(release)
      .thenRejected('measure-already-released'),
  );
});

describe('the economic appraisal of a measure', () => {
  it.each(inOtherStatesThan())('can be made when it is $status', ({ history }) =>
    given(...history)
      .when(appraise())
      .then(appraised()),
  );

  it('does nothing when it says the same', () =>
    given(...toPlanned, appraised())
      .when(appraise())
      .thenNothing());

  it('can be made anew with another result', () =>
    given(...toPlanned, appraised())
      .when(appraise('It pays off in nine years'))
      .then(appraised('It pays off in nine years')));
});
