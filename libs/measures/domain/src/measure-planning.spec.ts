import { type MeasurePlan } from '@zielwerk/contracts';

import {
  given,
  openPlan,
  plan,
  planned,
  planWith,
  proposal,
  propose,
  release,
  toCompleted,
  toPlanned,
  toProposed,
  toReleased,
  toUnderway,
} from './testing/measure-examples';

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

  it.each([
    ['released', toReleased],
    ['completed', toCompleted],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(planWith({ budgetLine: null }))
      .thenRejected('measure-already-released'),
  );

  it.each<[refusal: string, Partial<MeasurePlan>]>([
    ['ends-before-start', { startsOn: '2026-02-01', endsOn: '2026-01-31', milestones: [] }],
    ['milestone-twice', { milestones: [...plan.milestones, ...plan.milestones] }],
    ['milestone-outside-plan', { startsOn: '2026-01-02' }],
    ['milestone-outside-plan', { startsOn: null, endsOn: '2027-06-29' }],
    ['budget-contradiction', { needsNoMoney: true }],
  ])('is refused as %s', (refusal, change) =>
    given(...toProposed)
      .when(planWith(change))
      .thenRejected(refusal),
  );
});

describe('releasing a measure', () => {
  it('publishes proposal and plan', () =>
    given(...toPlanned)
      .when(release)
      .then({ type: 'MeasureReleased', data: { ...proposal, plan } }));

  it('needs no budget line where no money is needed', () => {
    const free = { ...plan, budgetLine: null, needsNoMoney: true };
    given(...toProposed, planned(free))
      .when(release)
      .then({ type: 'MeasureReleased', data: { ...proposal, plan: free } });
  });

  it.each<[refusal: string, Partial<MeasurePlan>]>([
    ['charter-missing', { charter: null }],
    ['project-lead-missing', { projectLead: null }],
    ['budget-missing', { budgetLine: null }],
    ['dates-missing', { startsOn: null }],
    ['dates-missing', { endsOn: null }],
  ])('is refused as %s', (refusal, open) =>
    given(...toProposed, planned(open))
      .when(release)
      .thenRejected(refusal),
  );

  it('is refused without a plan', () =>
    given(...toProposed)
      .when(release)
      .thenRejected('measure-not-planned'));
  it('does nothing the second time', () =>
    given(...toReleased)
      .when(release)
      .thenNothing());
  it('is refused once it has begun', () =>
    given(...toUnderway)
      .when(release)
      .thenRejected('measure-already-released'));
});
