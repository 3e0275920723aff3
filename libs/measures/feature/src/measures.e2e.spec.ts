// Over HTTP, on the memory store.
import { entityId } from '@zielwerk/platform';
import { type Asked, bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { MeasuresModule } from './measures.module';

const id = entityId('mid', 'measure', 'M-MID-1');
const stream = `mid.measure-${id}`;
const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const proposal = { reference: 'M-MID-1', title: 'E-Akte in all authorities', description: 'Buy, roll out, train' };
const lead = { function: 'Referatsleitung 12', unit: 'Referat 12' };
const plan = {
  ...{ startsOn: '2026-01-01', endsOn: '2027-06-30', budgetLine: '19 05 812 01', needsNoMoney: false },
  charter: { purpose: 'No more paper', result: 'Every file is electronic' },
  projectLead: lead,
  milestones: [{ milestone: 'tender', title: 'Tender', baselineDate: '2026-04-30' }],
};
const progress = { period: '2026-Q3', percent: 40, text: 'Half of the houses', explanation: 'One came later' };

const projectLead = { roles: ['project-lead'], ...lead };
const acceptor = { roles: ['acceptor'], unit: 'Referat 13' };

const propose = { command: 'ProposeMeasure', data: proposal };
const planIt = { command: 'PlanMeasure', id, data: plan };
const contribute = { command: 'AddMeasureContribution', id, data: { goalId, weight: 60 } };
const release = { command: 'ReleaseMeasure', id, data: {} };
const begin = { command: 'BeginMeasure', id, data: {}, by: projectLead };
const report = { command: 'ReportMeasureProgress', id, data: progress, by: projectLead };
const submit = { command: 'SubmitMeasureForAcceptance', id, data: { result: 'All 60 authorities' }, by: projectLead };
const complete = { command: 'CompleteMeasure', id, data: {}, by: acceptor };

let house: OpenHouse;
beforeEach(async () => {
  house = await OpenHouse.with('mid', MeasuresModule);
  house.known.goals.set(goalId, { goalId, lead: 'mi', adopted: true });
});
afterEach(() => house.close());

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);
  const askAll = async (...all: readonly Asked[]) => {
    for (const asked of all) await ask(asked);
  };

  it('a measure lives from the proposal to its completion', async () => {
    const days = ['2025-10-01', '2025-11-03', '2025-11-04', '2025-12-01', '2026-01-05', '2026-10-02', '2026-10-05'];
    const life = [propose, planIt, contribute, release, begin, report, submit, complete];
    for (const [revision, asked] of life.entries()) {
      const occurredOn = days[revision];
      expect(await ask({ ...asked, ...(occurredOn !== undefined && { occurredOn }) })).toEqual({ stream, revision });
    }
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
    await askAll(propose, planIt, release, begin, { ...report, data: { period: '2026-10', percent: 1 } });
    const [, , data] = (await house.history(stream)).at(-1) ?? [];
    expect(data).toEqual({ measureId: id, period: '2026-10', percent: 1, text: null, explanation: null });
  });

  it('a goal of another house must be known here', async () => {
    await ask(propose);
    house.known.goals.clear();
    expect(await ask(contribute)).toEqual({ status: 409, code: 'not-known-here-yet' });
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
    ReleaseMeasure: ['editor'],
    BeginMeasure: ['editor', 'project-lead'],
    ReportMeasureProgress: ['editor', 'project-lead'],
    SubmitMeasureForAcceptance: ['editor', 'project-lead'],
    CompleteMeasure: ['acceptor'],
    AddMeasureContribution: ['editor'],
  }));

it.each([propose, planIt, contribute, report, submit])(
  'ajv and class-validator agree on the body of $command',
  (asked) => expect(bodyAgreement(MeasuresModule, asked)).toBeGreaterThan(100),
);
