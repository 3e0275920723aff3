// All steps of all lifecycles.
import { GOAL_STEPS } from './goal-steps';
import { MEASURE_STEPS } from './measure-steps';
import type { Step, StepOf } from './step';

const PERIOD_STEPS: readonly StepOf[] = [
  {
    ...{ step: 'close', command: 'CloseReportingPeriod', event: 'ReportingPeriodClosed', by: 'strategy-office' },
    ...{ cells: {}, needs: [], about: 'Houses report for it no longer.' },
  },
];

export const STEPS: readonly Step[] = [
  ...GOAL_STEPS.map((step) => ({ kind: 'goal', ...step }) as const),
  ...MEASURE_STEPS.map((step) => ({ kind: 'measure', ...step }) as const),
  ...PERIOD_STEPS.map((step) => ({ kind: 'period', ...step }) as const),
];

export const stepOf = (kind: string, step: string): Step | undefined =>
  STEPS.find((each) => each.kind === kind && each.step === step);

export const stepOfEvent = (type: string): Step | undefined => STEPS.find(({ event }) => event === type);
