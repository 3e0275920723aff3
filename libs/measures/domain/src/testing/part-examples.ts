// What belongs to the measure of the examples: goals it serves, milestones, money, needs, and its way to another house.
import type { BudgetLine, MeasureEvent, MeasureStateV2, OpenMeasureState, ProjectLead } from '@zielwerk/contracts';

import type { MeasureCommand } from '../measure';
import {
  begin,
  cancel,
  complete,
  correct,
  declareHealth,
  measureId,
  mergeInto,
  otherMeasureId,
  plan,
  planWith,
  proposal,
  propose,
  reason,
  reject,
  release,
  report,
  resume,
  review,
  sendBack,
  submission,
  submit,
  suspend,
} from './measure-examples';

export const goalId = '0190a1de-0000-7000-8000-0000000000a1';
export const otherGoalId = '0190a1de-0000-7000-8000-0000000000a2';
export const contribute = (weight: number, to = goalId): MeasureCommand => ({
  type: 'AddMeasureContribution',
  data: { measureId, goalId: to, weight },
});
export const contributed = (weight: number, to = goalId): MeasureEvent => ({
  type: 'MeasureContributionAdded',
  data: { measureId, goalId: to, weight },
});
const noMore = (to: string) => ({ measureId, goalId: to, reason });
export const contributeNoMore = (to = goalId): MeasureCommand => ({
  type: 'WithdrawMeasureContribution',
  data: noMore(to),
});
export const contributedNoMore: MeasureEvent = { type: 'MeasureContributionWithdrawn', data: noMore(goalId) };

const forecast = (forecastDate: string, milestone: string) => ({ measureId, milestone, forecastDate, reason });
export const moveForecast = (forecastDate: string, milestone = 'tender'): MeasureCommand => ({
  type: 'MoveMilestoneForecast',
  data: forecast(forecastDate, milestone),
});
export const forecastMoved = (forecastDate: string, milestone = 'tender'): MeasureEvent => ({
  type: 'MilestoneForecastMoved',
  data: forecast(forecastDate, milestone),
});
export const reach = (actualDate: string, milestone = 'tender'): MeasureCommand => ({
  type: 'ReachMilestone',
  data: { measureId, milestone, actualDate },
});
export const reached = (actualDate: string): MeasureEvent => ({
  type: 'MilestoneReached',
  data: { measureId, milestone: 'tender', actualDate },
});
export const drop = (milestone = 'tender'): MeasureCommand => ({
  type: 'DropMilestone',
  data: { measureId, milestone, reason },
});
export const dropped: MeasureEvent = { type: 'MilestoneDropped', data: { measureId, milestone: 'tender', reason } };

export const line: BudgetLine = { year: 2026, section: '19', chapter: '05', lineItem: '812 01', source: 'state' };
export const otherLine: BudgetLine = { ...line, source: 'eu' };
const budget = (plannedCents: number, on: BudgetLine, commitmentCents: number) => ({
  ...{ measureId, line: on, plannedCents },
  commitmentCents,
});
export const planBudget = (plannedCents: number, on = line, commitmentCents = 0): MeasureCommand => ({
  type: 'PlanMeasureBudget',
  data: { ...budget(plannedCents, on, commitmentCents), appraisalAboveCents: null },
});
export const planBudgetWithin = (appraisalAboveCents: number, plannedCents: number, commitmentCents = 0) =>
  ({
    type: 'PlanMeasureBudget',
    data: { ...budget(plannedCents, line, commitmentCents), appraisalAboveCents },
  }) satisfies MeasureCommand;
export const budgetPlanned = (plannedCents: number, on = line, commitmentCents = 0): MeasureEvent => ({
  type: 'MeasureBudgetPlanned',
  data: budget(plannedCents, on, commitmentCents),
});
export const consent = (consentedCents: number, on = line): MeasureCommand => ({
  type: 'ConsentToMeasureBudget',
  data: { measureId, line: on, consentedCents },
});
export const consented = (consentedCents: number): MeasureEvent => ({
  type: 'MeasureBudgetConsented',
  data: { measureId, line, consentedCents },
});
export const freeze = (frozenCents: number, on = line): MeasureCommand => ({
  type: 'FreezeMeasureBudget',
  data: { measureId, line: on, frozenCents, reason },
});
export const frozen = (frozenCents: number): MeasureEvent => ({
  type: 'MeasureBudgetFrozen',
  data: { measureId, line, frozenCents, reason },
});
export const spend = (spentCents: number, on = line): MeasureCommand => ({
  type: 'ReportMeasureSpending',
  data: { measureId, line: on, spentCents },
});
export const spent = (spentCents: number): MeasureEvent => ({
  type: 'MeasureSpendingReported',
  data: { measureId, line, spentCents },
});
export const appraise = (result = 'It pays off in six years'): MeasureCommand => ({
  type: 'AppraiseMeasure',
  data: { measureId, result, fileReference: null },
});
export const appraised = (result = 'It pays off in six years'): MeasureEvent => ({
  type: 'MeasureAppraised',
  data: { measureId, result, fileReference: null },
});

const need = (needs: string, giver: string) => ({ measureId, needs, giver, reason });
/** `before`: what must come before the needed one. */
export const declareNeed = (before: readonly string[] = [], needs = otherMeasureId, giver = 'mf'): MeasureCommand => ({
  type: 'DeclareMeasureDependency',
  data: { ...need(needs, giver), before },
});
export const needDeclared = (needs = otherMeasureId, giver = 'mf'): MeasureEvent => ({
  type: 'MeasureDependencyDeclared',
  data: need(needs, giver),
});
const needless = { measureId, needs: otherMeasureId, reason };
export const withdrawNeed: MeasureCommand = { type: 'WithdrawMeasureDependency', data: needless };
export const needWithdrawn: MeasureEvent = { type: 'MeasureDependencyWithdrawn', data: needless };
/** Where the other measure says that it needs this one. */
const declaration = (neededBy: string, revision: number) => ({ stream: `mf.measure-${neededBy}`, revision });
const answer = (neededBy = otherMeasureId, revision = 3) => ({
  ...{ measureId, neededBy, receiver: 'mf' },
  declaration: declaration(neededBy, revision),
});
/** `before`: what must come before this measure. */
export const acceptNeed = (
  before: readonly string[] = [],
  neededBy = otherMeasureId,
  revision?: number,
): MeasureCommand => ({
  type: 'AcceptMeasureDependency',
  data: { ...answer(neededBy, revision), before },
});
export const acceptedNeed = (neededBy?: string, revision?: number): MeasureEvent => ({
  type: 'MeasureDependencyAccepted',
  data: answer(neededBy, revision),
});
export const needAccepted = acceptedNeed();
const declined = (revision?: number) => ({ ...answer(otherMeasureId, revision), reason });
export const declineNeedAt = (revision?: number): MeasureCommand => ({
  type: 'DeclineMeasureDependency',
  data: declined(revision),
});
export const declineNeed = declineNeedAt();
export const declinedNeed = (revision?: number): MeasureEvent => ({
  type: 'MeasureDependencyDeclined',
  data: declined(revision),
});
export const needDeclined = declinedNeed();

const { reference, title, description } = proposal;
const isReleased = (status: OpenMeasureState) => status !== 'proposed' && status !== 'planned';
const begunOn = (status: OpenMeasureState) => (isReleased(status) && status !== 'released' ? '2026-01-01' : null);
/** Of the measure of the examples when nothing but its life has happened to it. */
export const stateIn = (status: OpenMeasureState, change: Partial<MeasureStateV2> = {}): MeasureStateV2 => ({
  ...{ reference, title, description, status, plan: status === 'proposed' ? null : plan, appraised: false },
  ...{ begunOn: begunOn(status), reportsSince: begunOn(status) },
  health: null,
  result: status === 'inAcceptance' || status === 'completed' ? submission.result : null,
  acceptance: status === 'completed' ? { acceptedBy: 'Referat 13', completedOn: '2026-01-01' } : null,
  reports: [],
  milestones: isReleased(status)
    ? plan.milestones.map((planned) => ({ ...planned, forecastDate: null, actualDate: null, dropped: false }))
    : [],
  ...{ contributions: [], budget: [], needs: [], neededBy: [] },
  ...change,
});
export const handOver = (to = 'mwu'): MeasureCommand => ({ type: 'HandOverMeasure', data: { measureId, to, reason } });
export const handedOver = (state: MeasureStateV2): MeasureEvent => ({
  type: 'MeasureHandedOver',
  data: { measureId, to: 'mwu', reason, state },
});
export const newLead: ProjectLead = { function: 'Referatsleitung 24', unit: 'Referat 24' };
const takeover = (state: MeasureStateV2, projectLead: ProjectLead | null = state.plan && newLead) => ({
  ...{ measureId, state, projectLead },
  continues: { stream: `mf.measure-${measureId}`, revision: 12 },
});
export const takeOver = (...said: Parameters<typeof takeover>): MeasureCommand => ({
  type: 'TakeOverMeasure',
  data: takeover(...said),
});
export const takenOver = (state: MeasureStateV2): MeasureEvent => ({ type: 'MeasureTakenOver', data: takeover(state) });

/** One of each: the type makes sure that none is missing. */
const byType: Readonly<Record<MeasureCommand['type'], MeasureCommand>> = {
  ProposeMeasure: propose,
  TakeOverMeasure: takeOver(stateIn('underway')),
  PlanMeasure: planWith(),
  RejectMeasure: reject,
  ReleaseMeasure: release,
  BeginMeasure: begin,
  SuspendMeasure: suspend,
  ResumeMeasure: resume,
  SubmitMeasureForAcceptance: submit,
  RefuseMeasureAcceptance: sendBack,
  CompleteMeasure: complete,
  ReviewMeasureImpact: review,
  CancelMeasure: cancel,
  MergeMeasure: mergeInto(),
  ReportMeasureProgress: report('2026-Q1', 5),
  CorrectMeasureProgress: correct(4, 5),
  DeclareMeasureHealth: declareHealth(),
  AddMeasureContribution: contribute(100),
  WithdrawMeasureContribution: contributeNoMore(),
  MoveMilestoneForecast: moveForecast('2026-03-01'),
  ReachMilestone: reach('2026-02-20'),
  DropMilestone: drop(),
  PlanMeasureBudget: planBudget(100),
  ConsentToMeasureBudget: consent(80),
  FreezeMeasureBudget: freeze(20),
  ReportMeasureSpending: spend(50),
  AppraiseMeasure: appraise(),
  DeclareMeasureDependency: declareNeed(),
  WithdrawMeasureDependency: withdrawNeed,
  AcceptMeasureDependency: acceptNeed(),
  DeclineMeasureDependency: declineNeed,
  HandOverMeasure: handOver(),
};
export const everyCommand = Object.values(byType);
