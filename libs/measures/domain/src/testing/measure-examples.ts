// One measure for the specs: what can be asked of it, what has happened to it, and in which capacity somebody asks.
import { type MeasureEvent, measureEvents, type MeasurePlan } from '@zielwerk/contracts';
import { deciderSpec } from '@zielwerk/testing';

import { type MeasureCommand, measureDecider } from '../measure.decider';

export const given = deciderSpec(measureDecider, measureEvents);

export const measureId = '0190a1de-0000-7000-8000-000000000001';
export const goalId = '0190a1de-0000-7000-8000-0000000000a1';
export const otherGoalId = '0190a1de-0000-7000-8000-0000000000a2';
export const proposal = { measureId, reference: 'M-MID-1', title: 'E-Akte in all authorities', description: null };
export const plan: MeasurePlan = {
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
export const openPlan: MeasurePlan = {
  ...{ startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null },
  needsNoMoney: false,
  milestones: [],
};

export const propose: MeasureCommand = { type: 'ProposeMeasure', data: proposal };
export const planWith = (change: Partial<MeasurePlan> = {}): MeasureCommand => ({
  type: 'PlanMeasure',
  data: { measureId, plan: { ...plan, ...change } },
});
export const release: MeasureCommand = { type: 'ReleaseMeasure', data: { measureId } };
export const begin: MeasureCommand = { type: 'BeginMeasure', data: { measureId } };
export const progress = (period: string, percent: number, explanation: string | null = null) => ({
  ...{ measureId, period, percent, text: null },
  explanation,
});
export const report = (...[period, percent, explanation]: Parameters<typeof progress>): MeasureCommand => ({
  type: 'ReportMeasureProgress',
  data: progress(period, percent, explanation),
});
export const submission = { measureId, result: 'All 60 authorities work with it' };
export const submit: MeasureCommand = { type: 'SubmitMeasureForAcceptance', data: submission };
export const complete: MeasureCommand = { type: 'CompleteMeasure', data: { measureId } };
export const contribute = (weight: number, to = goalId): MeasureCommand => ({
  type: 'AddMeasureContribution',
  data: { measureId, goalId: to, weight },
});

export const planned = (change: Partial<MeasurePlan> = {}): MeasureEvent => ({
  type: 'MeasurePlanned',
  data: { measureId, plan: { ...plan, ...change } },
});
export const reported = (...[period, percent, explanation]: Parameters<typeof progress>): MeasureEvent => ({
  type: 'MeasureProgressReported',
  data: progress(period, percent, explanation),
});
export const begun: MeasureEvent = { type: 'MeasureBegun', data: { measureId } };
export const submitted: MeasureEvent = { type: 'MeasureSubmittedForAcceptance', data: submission };
export const completed: MeasureEvent = { type: 'MeasureCompleted', data: { measureId, acceptedBy: 'Referat 13' } };
export const contributed = (weight: number): MeasureEvent => ({
  type: 'MeasureContributionAdded',
  data: { measureId, goalId, weight },
});

export const toProposed: readonly MeasureEvent[] = [{ type: 'MeasureProposed', data: proposal }];
export const toPlanned = [...toProposed, planned()];
export const toReleased: readonly MeasureEvent[] = [
  ...toPlanned,
  { type: 'MeasureReleased', data: { ...proposal, plan } },
];
export const toUnderway = [...toReleased, begun];
export const toAcceptance = [...toUnderway, submitted];
export const toCompleted = [...toAcceptance, completed];

export const lead = { roles: ['project-lead'], function: 'Referatsleitung 12', unit: 'Referat 12' };
export const stranger = { roles: ['project-lead', 'acceptor'], function: 'Referatsleitung 14', unit: 'Referat 14' };
export const acceptor = { roles: ['acceptor'], function: 'Referatsleitung 13', unit: 'Referat 13' };
