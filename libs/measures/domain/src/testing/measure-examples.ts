// One measure for the specs: what can be asked of it, what has happened to it, and in which capacity somebody asks.
import { type MeasureEvent, measureEvents, type MeasureHealthDeclared, type MeasurePlan } from '@zielwerk/contracts';
import { deciderSpec } from '@zielwerk/testing';

import type { MeasureCommand, MeasureStatus } from '../measure';
import { measureDecider } from '../measure.decider';

export const given = deciderSpec(measureDecider, measureEvents);

export const measureId = '0190a1de-0000-7000-8000-000000000001';
export const otherMeasureId = '0190a1de-0000-7000-8000-000000000002';
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
export const releaseWith = (appraisalAboveCents: number | null): MeasureCommand => ({
  type: 'ReleaseMeasure',
  data: { measureId, appraisalAboveCents },
});
export const release = releaseWith(null);
export const reason = 'The house decided so';
const because = { measureId, reason };
export const reject: MeasureCommand = { type: 'RejectMeasure', data: because };
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
export const sendBack: MeasureCommand = { type: 'RefuseMeasureAcceptance', data: because };
export const suspend: MeasureCommand = { type: 'SuspendMeasure', data: because };
export const resume: MeasureCommand = { type: 'ResumeMeasure', data: { measureId } };
const impact = { measureId, impact: 'partlyAchieved', findings: 'Some files are still on paper' } as const;
export const review: MeasureCommand = { type: 'ReviewMeasureImpact', data: impact };
const cancellation = { measureId, reason, costSoFarCents: 1_250_000_00, lessons: 'Tender earlier' };
export const cancel: MeasureCommand = { type: 'CancelMeasure', data: cancellation };
export const mergeInto = (into = otherMeasureId): MeasureCommand => ({
  type: 'MergeMeasure',
  data: { measureId, into, reason },
});
const correction = (corrects: number, percent: number, text: string | null) => ({
  ...{ measureId, corrects, percent, text },
  reason: 'Counted twice',
});
export const correct = (corrects: number, percent: number, text: string | null = null): MeasureCommand => ({
  type: 'CorrectMeasureProgress',
  data: correction(corrects, percent, text),
});
const judgement = (change: Partial<MeasureHealthDeclared> = {}): MeasureHealthDeclared => ({
  ...{ measureId, health: 'amber', reason: 'The tender is late', note: null },
  blockers: [{ what: 'No server', helpFrom: 'mf', help: 'Release the money' }],
  ...change,
});
export const declareHealth = (change: Partial<MeasureHealthDeclared> = {}): MeasureCommand => ({
  type: 'DeclareMeasureHealth',
  data: judgement(change),
});
export const planned = (change: Partial<MeasurePlan> = {}): MeasureEvent => ({
  type: 'MeasurePlanned',
  data: { measureId, plan: { ...plan, ...change } },
});
export const reported = (...[period, percent, explanation]: Parameters<typeof progress>): MeasureEvent => ({
  type: 'MeasureProgressReported',
  data: progress(period, percent, explanation),
});
type Correction = [corrects: number, period: string, percent: number, text?: string];
export const corrected = (...[corrects, period, percent, text]: Correction): MeasureEvent => ({
  type: 'MeasureProgressCorrected',
  data: { ...correction(corrects, percent, text ?? null), period },
});
export const healthDeclared = (change: Partial<MeasureHealthDeclared> = {}): MeasureEvent => ({
  type: 'MeasureHealthDeclared',
  data: judgement(change),
});
export const rejected: MeasureEvent = { type: 'MeasureRejected', data: because };
export const begun: MeasureEvent = { type: 'MeasureBegun', data: { measureId } };
export const submitted: MeasureEvent = { type: 'MeasureSubmittedForAcceptance', data: submission };
export const completed: MeasureEvent = { type: 'MeasureCompleted', data: { measureId, acceptedBy: 'Referat 13' } };
export const sentBack: MeasureEvent = {
  type: 'MeasureAcceptanceRefused',
  data: { ...because, refusedBy: 'Referat 13' },
};
export const suspended: MeasureEvent = { type: 'MeasureSuspended', data: because };
export const resumed: MeasureEvent = { type: 'MeasureResumed', data: { measureId } };
export const reviewed: MeasureEvent = { type: 'MeasureImpactReviewed', data: impact };
export const cancelled: MeasureEvent = { type: 'MeasureCancelled', data: cancellation };
export const merged: MeasureEvent = { type: 'MeasureMerged', data: { measureId, into: otherMeasureId, reason } };

export const toProposed: readonly MeasureEvent[] = [{ type: 'MeasureProposed', data: proposal }];
export const toPlanned = [...toProposed, planned()];
export const toReleased: readonly MeasureEvent[] = [
  ...toPlanned,
  { type: 'MeasureReleased', data: { ...proposal, plan } },
];
export const toUnderway = [...toReleased, begun];
export const toSuspended = [...toUnderway, suspended];
export const toAcceptance = [...toUnderway, submitted];
export const toCompleted = [...toAcceptance, completed];
export const toReviewed = [...toCompleted, reviewed];
/** What has happened to a measure in each state that is not an end. */
const living = [
  { status: 'proposed', history: toProposed },
  { status: 'planned', history: toPlanned },
  { status: 'released', history: toReleased },
  { status: 'underway', history: toUnderway },
  { status: 'suspended', history: toSuspended },
  { status: 'inAcceptance', history: toAcceptance },
  { status: 'completed', history: toCompleted },
  { status: 'impactReviewed', history: toReviewed },
] as const;
type LivingStatus = (typeof living)[number]['status'];
/** Measures in those states, as rows of a test. */
export const inStates = (...states: readonly LivingStatus[]) => living.filter(({ status }) => states.includes(status));
export const inOtherStatesThan = (...states: readonly LivingStatus[]) =>
  living.filter(({ status }) => !states.includes(status));
/** Measures that have come to an end. */
export const ended: readonly { status: MeasureStatus; history: readonly MeasureEvent[] }[] = [
  { status: 'rejected', history: [...toPlanned, rejected] },
  { status: 'cancelled', history: [...toUnderway, cancelled] },
  { status: 'merged', history: [...toUnderway, merged] },
];

export const lead = { roles: ['project-lead'], function: 'Referatsleitung 12', unit: 'Referat 12' };
export const stranger = { roles: ['project-lead', 'acceptor'], function: 'Referatsleitung 14', unit: 'Referat 14' };
export const acceptor = { roles: ['acceptor'], function: 'Referatsleitung 13', unit: 'Referat 13' };
export const deputy = { ...stranger, deputyFor: 'Referatsleitung 12' };
export const machine = { roles: ['machine'] };
