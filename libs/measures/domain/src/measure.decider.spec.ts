import { type MeasureEvent, measureEvents, type MeasurePlan } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type MeasureCommand, measureDecider } from './measure.decider';

const given = deciderSpec(measureDecider, measureEvents);

const measureId = '0190a1de-0000-7000-8000-000000000001';
const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const otherGoalId = '0190a1de-0000-7000-8000-0000000000a2';
const proposal = { measureId, reference: 'M-MID-1', title: 'E-Akte in all authorities', description: null };
const plan: MeasurePlan = {
  startsOn: '2026-01-01',
  endsOn: '2027-06-30',
  charter: { purpose: 'Files without paper', result: 'All files are electronic' },
  projectLead: { function: 'Referatsleitung 12', unit: 'Referat 12' },
  budgetLine: '19 05 812 01',
  needsNoMoney: false,
  milestones: [
    { milestone: 'tender', title: 'Tender', baselineDate: '2026-01-01' },
    { milestone: 'roll-out', title: 'Roll-out', baselineDate: '2027-06-30' },
  ],
};
const openPlan: MeasurePlan = {
  ...{ startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null },
  needsNoMoney: false,
  milestones: [],
};

const propose: MeasureCommand = { type: 'ProposeMeasure', data: proposal };
const planWith = (change: Partial<MeasurePlan> = {}): MeasureCommand => ({
  type: 'PlanMeasure',
  data: { measureId, plan: { ...plan, ...change } },
});
const release: MeasureCommand = { type: 'ReleaseMeasure', data: { measureId } };
const begin: MeasureCommand = { type: 'BeginMeasure', data: { measureId } };
const progress = (period: string, percent: number, explanation: string | null = null) => ({
  ...{ measureId, period, percent, text: null },
  explanation,
});
const report = (...[period, percent, explanation]: Parameters<typeof progress>): MeasureCommand => ({
  type: 'ReportMeasureProgress',
  data: progress(period, percent, explanation),
});
const submission = { measureId, result: 'All 60 authorities work with it' };
const submit: MeasureCommand = { type: 'SubmitMeasureForAcceptance', data: submission };
const complete: MeasureCommand = { type: 'CompleteMeasure', data: { measureId } };
const contribute = (weight: number, to = goalId): MeasureCommand => ({
  type: 'AddMeasureContribution',
  data: { measureId, goalId: to, weight },
});

const planned = (change: Partial<MeasurePlan> = {}): MeasureEvent => ({
  type: 'MeasurePlanned',
  data: { measureId, plan: { ...plan, ...change } },
});
const reported = (...[period, percent, explanation]: Parameters<typeof progress>): MeasureEvent => ({
  type: 'MeasureProgressReported',
  data: progress(period, percent, explanation),
});
const begun: MeasureEvent = { type: 'MeasureBegun', data: { measureId } };
const submitted: MeasureEvent = { type: 'MeasureSubmittedForAcceptance', data: submission };
const completed: MeasureEvent = { type: 'MeasureCompleted', data: { measureId, acceptedBy: 'Referat 13' } };
const contributed = (weight: number): MeasureEvent => ({
  type: 'MeasureContributionAdded',
  data: { measureId, goalId, weight },
});

const toProposed: readonly MeasureEvent[] = [{ type: 'MeasureProposed', data: proposal }];
const toPlanned = [...toProposed, planned()];
const toReleased: readonly MeasureEvent[] = [...toPlanned, { type: 'MeasureReleased', data: { ...proposal, plan } }];
const toUnderway = [...toReleased, begun];
const toAcceptance = [...toUnderway, submitted];
const toCompleted = [...toAcceptance, completed];

const lead = { roles: ['project-lead'], function: 'Referatsleitung 12', unit: 'Referat 12' };
const stranger = { roles: ['project-lead', 'acceptor'], function: 'Referatsleitung 14', unit: 'Referat 14' };
const acceptor = { roles: ['acceptor'], function: 'Referatsleitung 13', unit: 'Referat 13' };

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

describe('beginning a measure', () => {
  it('is up to an editor', () =>
    given(...toReleased)
      .when(begin)
      .then(begun));
  it('is up to its project lead', () =>
    given(...toReleased)
      .when(begin, { by: lead })
      .then(begun));

  it('is not up to the lead of another project', () =>
    given(...toReleased)
      .when(begin, { by: stranger })
      .thenRejected('not-project-lead'));

  it('does nothing the second time', () =>
    given(...toUnderway)
      .when(begin)
      .thenNothing());

  it.each([
    ['proposed', toProposed],
    ['planned', toPlanned],
    ['in acceptance', toAcceptance],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(begin)
      .thenRejected('measure-not-released'),
  );
});

describe('reporting progress on a measure', () => {
  it('records the first report', () =>
    given(...toUnderway)
      .when(report('2026-Q1', 10))
      .then(reported('2026-Q1', 10)));

  it('is up to the project lead', () =>
    given(...toUnderway)
      .when(report('2026-Q1', 10), { by: lead })
      .then(reported('2026-Q1', 10)));

  it('is not up to the lead of another project', () =>
    given(...toUnderway)
      .when(report('2026-Q1', 10), { by: stranger })
      .thenRejected('not-project-lead'));

  it('is up to one who is editor as well', () =>
    given(...toUnderway)
      .when(report('2026-Q1', 10), { by: { ...stranger, roles: ['editor', 'project-lead'] } })
      .then(reported('2026-Q1', 10)));

  it('accepts a standstill without a word', () =>
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 60))
      .then(reported('2026-Q2', 60)));

  it('accepts a setback that is explained', () =>
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 40, 'Contractor went bankrupt'))
      .then(reported('2026-Q2', 40, 'Contractor went bankrupt')));

  it('refuses a setback that is not', () =>
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 59))
      .thenRejected('setback-unexplained'));

  it.each([
    ['2026-Q1', '2026-03-31', '2026-03-30'],
    ['2026-02', '2026-02-28', '2026-02-27'],
  ])('accepts %s from %s on, not on %s', (period, last, before) => {
    given(...toUnderway)
      .when(report(period, 10), { occurredOn: last })
      .then(reported(period, 10));
    given(...toUnderway)
      .when(report(period, 10), { occurredOn: before })
      .thenRejected('period-not-over');
  });

  it.each(['2026-Q2', '2026-Q1', '2026-06', '2026-05'])('refuses %s once 2026-Q2 was reported', (period) =>
    given(...toUnderway, reported('2026-Q2', 10))
      .when(report(period, 20))
      .thenRejected('period-closed'),
  );

  it('accepts a month after a quarter', () =>
    given(...toUnderway, reported('2026-Q2', 10))
      .when(report('2026-07', 20))
      .then(reported('2026-07', 20)));

  it.each([
    ['released', toReleased],
    ['in acceptance', toAcceptance],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(report('2026-Q1', 5))
      .thenRejected('measure-not-underway'),
  );
});

describe('submitting a measure for acceptance', () => {
  it('says the result', () =>
    given(...toUnderway)
      .when(submit, { by: lead })
      .then(submitted));

  it('is not up to the lead of another project', () =>
    given(...toUnderway)
      .when(submit, { by: stranger })
      .thenRejected('not-project-lead'));

  it('is refused before it has begun', () =>
    given(...toReleased)
      .when(submit)
      .thenRejected('measure-not-underway'));
});

describe('completing a measure', () => {
  it('names the unit that accepted it', () =>
    given(...toAcceptance)
      .when(complete, { by: acceptor })
      .then(completed));

  it.each([
    ['the unit that leads it', lead.unit],
    ['nobody says which unit', null],
  ])('takes four eyes: %s', (_, unit) =>
    given(...toAcceptance)
      .when(complete, { by: { ...acceptor, unit } })
      .thenRejected('four-eyes'),
  );

  it.each([
    ['underway', toUnderway],
    ['completed', toCompleted],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(complete, { by: acceptor })
      .thenRejected('measure-not-in-acceptance'),
  );
});

describe('contributing to a goal', () => {
  it.each([
    ['proposed', toProposed],
    ['underway', toUnderway],
  ])('is possible for one that is %s', (_, history) =>
    given(...history)
      .when(contribute(60))
      .then(contributed(60)),
  );

  it('does nothing with the same weight', () =>
    given(...toCompleted, contributed(60))
      .when(contribute(60))
      .thenNothing());

  it('is refused with another weight', () =>
    given(...toProposed, contributed(60))
      .when(contribute(61))
      .thenRejected('contribution-exists'));

  it('is refused after completion', () =>
    given(...toCompleted)
      .when(contribute(60))
      .thenRejected('measure-closed'));
});

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
