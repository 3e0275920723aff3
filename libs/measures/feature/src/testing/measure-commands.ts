// The measure that the specs of this capability are about, and what can be asked of it.
import { entityId } from '@zielwerk/platform';
import type { Asked } from '@zielwerk/platform/testing';

export const id = entityId('mid', 'measure', 'M-MID-1');
export const goalId = '0190a1de-0000-7000-8000-0000000000a1';
/** A measure of another house. */
export const other = '0190a1de-0000-7000-8000-0000000000b2';
export const milestone = 'tender';
export const line = { year: 2026, section: '19', chapter: '05', lineItem: '812 01', source: 'state' } as const;
export const proposal = {
  ...{ reference: 'M-MID-1', title: 'E-Akte in all authorities' },
  description: 'Buy, roll out, train',
};
export const lead = { function: 'Referatsleitung 12', unit: 'Referat 12' };
export const plan = {
  ...{ startsOn: '2026-01-01', endsOn: '2027-06-30', budgetLine: '19 05 812 01', needsNoMoney: false },
  charter: { purpose: 'No more paper', result: 'Every file is electronic' },
  projectLead: lead,
  milestones: [{ milestone, title: 'Tender', baselineDate: '2026-04-30' }],
};
export const progress = { period: '2026-Q3', percent: 40, text: 'Half of the houses', explanation: 'One came later' };

export const projectLead = { roles: ['project-lead'], ...lead };
export const acceptor = { roles: ['acceptor'], unit: 'Referat 13' };
export const signatory = { roles: ['signatory'] };

export const propose = { command: 'ProposeMeasure', data: proposal };
export const planIt = { command: 'PlanMeasure', id, data: plan };
export const contribute = { command: 'AddMeasureContribution', id, data: { goalId, weight: 60 } };
export const release = { command: 'ReleaseMeasure', id, data: {} };
export const begin = { command: 'BeginMeasure', id, data: {}, by: projectLead };
export const report = { command: 'ReportMeasureProgress', id, data: progress, by: projectLead };
export const submit = {
  ...{ command: 'SubmitMeasureForAcceptance', id, by: projectLead },
  data: { result: 'All 60 authorities' },
};
export const complete = { command: 'CompleteMeasure', id, data: {}, by: acceptor };

export const reject = { command: 'RejectMeasure', id, data: { reason: 'MI does it already' } };
export const suspend = { command: 'SuspendMeasure', id, data: { reason: 'The tender is contested' } };
export const resume = { command: 'ResumeMeasure', id, data: {} };
export const sendBack = {
  ...{ command: 'RefuseMeasureAcceptance', id, by: acceptor },
  data: { reason: 'Three houses are missing' },
};
export const review = {
  ...{ command: 'ReviewMeasureImpact', id },
  data: { impact: 'partlyAchieved', findings: 'Less paper' },
};
export const cancel = {
  ...{ command: 'CancelMeasure', id },
  data: { reason: 'No bidder', costSoFarCents: 12_345_67, lessons: 'Ask the data protection commissioner first' },
};
export const merge = { command: 'MergeMeasure', id, data: { into: other, reason: 'One tender for both' } };

export const correct = {
  ...{ command: 'CorrectMeasureProgress', id },
  data: { corrects: 4, percent: 35, text: 'Without the courts', reason: 'The courts were counted twice' },
};
export const declare = {
  ...{ command: 'DeclareMeasureHealth', id, by: projectLead },
  data: {
    ...{ health: 'red', reason: 'Nobody can log in', note: 'The contractor is to be changed' },
    blockers: [{ what: 'No interface to the register', helpFrom: 'mi', help: 'Open the register' }],
  },
};
export const move = {
  ...{ command: 'MoveMilestoneForecast', id, by: projectLead },
  data: { milestone, forecastDate: '2026-06-30', reason: 'One bidder complained' },
};
export const reach = {
  ...{ command: 'ReachMilestone', id, by: projectLead },
  data: { milestone, actualDate: '2026-07-01' },
};
export const drop = {
  ...{ command: 'DropMilestone', id, by: projectLead },
  data: { milestone, reason: 'The state has a contract' },
};

export const planMoney = {
  ...{ command: 'PlanMeasureBudget', id },
  data: { line, plannedCents: 80_000_00, commitmentCents: 20_000_00 },
};
export const spend = {
  ...{ command: 'ReportMeasureSpending', id, by: projectLead },
  data: { line, spentCents: 30_000_00 },
};
export const appraise = {
  ...{ command: 'AppraiseMeasure', id },
  data: { result: 'Cheaper than paper after three years', fileReference: '12.3-02100/9' },
};

export const noLonger = {
  ...{ command: 'WithdrawMeasureContribution', id },
  data: { goalId, reason: 'The goal was cut in two' },
};
export const need = {
  ...{ command: 'DeclareMeasureDependency', id },
  data: { needs: other, reason: 'The register comes first' },
};
export const needNot = { command: 'WithdrawMeasureDependency', id, data: { needs: other, reason: 'A copy will do' } };
export const accept = { command: 'AcceptMeasureDependency', id, data: { neededBy: other } };
export const decline = {
  ...{ command: 'DeclineMeasureDependency', id },
  data: { neededBy: other, reason: 'Not before 2028' },
};

export const handOver = {
  ...{ command: 'HandOverMeasure', id, by: signatory },
  data: { to: 'mi', reason: 'The remit moved with the election' },
};
/** Who leads the project in the house that takes it over. */
export const newLead = { function: 'Referatsleitung 24', unit: 'Referat 24' };
export const takeOver = {
  ...{ command: 'TakeOverMeasure', by: signatory },
  data: { measureId: id, projectLead: newLead },
};

export const everyCommand: readonly Asked[] = [
  ...[propose, planIt, reject, release, begin, suspend, resume, submit, sendBack, complete, review, cancel, merge],
  ...[report, correct, declare, move, reach, drop, planMoney, spend, appraise],
  ...[contribute, noLonger, need, needNot, accept, decline, handOver, takeOver],
];
