// Over HTTP, on the memory store.
import { type Asked, bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { MeasuresModule } from './measures.module';
import { goalOfOthers, live, measureOfOthers, since, stream, underway } from './testing/living';
import {
  acceptor,
  begin,
  complete,
  contribute,
  goalId,
  id,
  lead,
  other,
  plan,
  planIt,
  progress,
  projectLead,
  proposal,
  propose,
  release,
  report,
  submit,
} from './testing/measure-commands';

let house: OpenHouse;
beforeEach(async () => {
  house = await OpenHouse.with('mid', MeasuresModule);
  house.knows(goalOfOthers);
});
afterEach(() => house.close());

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);
  const askAll = async (...all: readonly Asked[]) => {
    for (const asked of all) await ask(asked);
  };

  it('a measure lives from the proposal to its completion', async () => {
    await live(
      ...[house, way],
      ['2025-10-01', propose],
      ['2025-11-03', planIt],
      ['2025-11-04', contribute],
      ['2025-12-01', release],
      ['2026-01-05', begin],
      ['2026-10-02', report],
      ['2026-10-05', submit],
    );
    expect(await ask(complete)).toEqual({ stream, revision: 7 });
    expect(await house.history(stream)).toEqual([
      ['2025-10-01', 'MeasureProposed.v1', { measureId: id, ...proposal }],
      ['2025-11-03', 'MeasurePlanned.v1', { measureId: id, plan }],
      ['2025-11-04', 'MeasureContributionAdded.v1', { measureId: id, goalId, weight: 60 }],
      ['2025-12-01', 'MeasureReleased.v1', { measureId: id, ...proposal, plan }],
      ['2026-01-05', 'MeasureBegun.v1', { measureId: id }],
      ['2026-10-02', 'MeasureProgressReported.v1', { measureId: id, ...progress }],
      ['2026-10-05', 'MeasureSubmittedForAcceptance.v1', { measureId: id, result: 'All 60 authorities' }],
      ['2026-11-23', 'MeasureCompleted.v1', { measureId: id, acceptedBy: 'Referat 13' }],
    ]);
  });

  it('a measure has an id that no other house uses', async () => {
    house.knows(measureOfOthers('mf', other));
    expect(await ask({ command: 'ProposeMeasure', id: other, data: { title: 'Mine' } })).toEqual({
      status: 409,
      code: 'id-taken',
    });
  });

  it('what a request leaves out is open', async () => {
    const own = '0190a1de-0000-7000-8000-000000000007';
    await askAll(
      { command: 'ProposeMeasure', id: own, data: { title: 'Something' } },
      { ...planIt, id: own, data: {} },
      { ...contribute, id: own, data: { goalId } },
    );
    const openPlan = { startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null };
    expect((await house.history(`mid.measure-${own}`)).map(([, , data]) => data)).toEqual([
      { measureId: own, reference: null, title: 'Something', description: null },
      { measureId: own, plan: { ...openPlan, needsNoMoney: false, milestones: [] } },
      { measureId: own, goalId, weight: 100 },
    ]);
  });

  it('a report may say nothing but the figure', async () => {
    const figure = { period: '2026-10', percent: 1 };
    await live(house, way, ...underway, ['2026-11-02', { ...report, data: figure }]);
    expect(await since(house, 4)).toEqual([
      ['2026-11-02', 'MeasureProgressReported.v1', { ...figure, text: null, explanation: null }],
    ]);
  });

  it('a refusal has the status of its kind', async () => {
    expect(await ask(begin)).toEqual({ status: 404, code: 'measure-unknown' });
    await askAll(propose, { ...planIt, data: { ...plan, charter: null } });
    expect(await ask(release)).toEqual({ status: 409, code: 'charter-missing' });
    expect(await ask({ ...planIt, data: { ...plan, endsOn: '2025-12-31' } })).toEqual({
      status: 422,
      code: 'ends-before-start',
    });
    expect(await ask({ ...planIt, data: { ...plan, charter: { purpose: 'Half' } } })).toEqual({
      status: 400,
      code: 'invalid-request',
    });
    await askAll(planIt, release);
    expect(await ask({ ...begin, by: { ...projectLead, function: 'Referatsleitung 14' } })).toEqual({
      status: 403,
      code: 'not-project-lead',
    });
    await askAll(begin, submit);
    expect(await ask({ ...complete, by: { ...acceptor, unit: lead.unit } })).toEqual({
      status: 403,
      code: 'four-eyes',
    });
    expect(await ask({ ...complete, by: { roles: ['acceptor'] } })).toEqual({ status: 403, code: 'four-eyes' });
  });
});

it('each command has its roles', async () =>
  expect(await house.whoMay()).toEqual({
    ProposeMeasure: ['editor'],
    PlanMeasure: ['editor'],
    RejectMeasure: ['editor'],
    ReleaseMeasure: ['editor'],
    SuspendMeasure: ['editor'],
    ResumeMeasure: ['editor'],
    ReviewMeasureImpact: ['editor'],
    CancelMeasure: ['editor'],
    MergeMeasure: ['editor'],
    CorrectMeasureProgress: ['editor'],
    AddMeasureContribution: ['editor'],
    WithdrawMeasureContribution: ['editor'],
    PlanMeasureBudget: ['editor'],
    AppraiseMeasure: ['editor'],
    DeclareMeasureDependency: ['editor'],
    WithdrawMeasureDependency: ['editor'],
    AcceptMeasureDependency: ['editor'],
    DeclineMeasureDependency: ['editor'],
    BeginMeasure: ['editor', 'project-lead'],
    ReportMeasureProgress: ['editor', 'project-lead'],
    DeclareMeasureHealth: ['editor', 'project-lead'],
    MoveMilestoneForecast: ['editor', 'project-lead'],
    ReachMilestone: ['editor', 'project-lead'],
    DropMilestone: ['editor', 'project-lead'],
    ReportMeasureSpending: ['editor', 'project-lead'],
    SubmitMeasureForAcceptance: ['editor', 'project-lead'],
    CompleteMeasure: ['acceptor'],
    RefuseMeasureAcceptance: ['acceptor'],
    HandOverMeasure: ['signatory'],
    TakeOverMeasure: ['signatory'],
  }));

it.each([propose, planIt, contribute, report, submit])(
  'ajv and class-validator agree on the body of $command',
  (asked) => expect(bodyAgreement(MeasuresModule, asked)).toBeGreaterThan(100),
);
