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

const PILLAR_STEPS: readonly StepOf[] = [
  {
    ...{ step: 'continue', command: 'ContinuePillar', event: 'PillarContinued', by: 'strategy-office' },
    ...{ cells: { text: 'strategy' }, needs: ['text'], about: 'It is part of the strategy in text, too.' },
  },
];
const THEME_STEPS: readonly StepOf[] = [
  {
    ...{ step: 'continue', command: 'ContinueTheme', event: 'ThemeContinued', by: 'strategy-office' },
    ...{ cells: { text: 'strategy', value: 'pillar' }, needs: ['text', 'value'] },
    about: 'It is part of the strategy in text, too, there below the pillar in value.',
  },
];

export const STEPS: readonly Step[] = [
  ...GOAL_STEPS.map((step) => ({ kind: 'goal', ...step }) as const),
  ...MEASURE_STEPS.map((step) => ({ kind: 'measure', ...step }) as const),
  ...PERIOD_STEPS.map((step) => ({ kind: 'period', ...step }) as const),
  ...PILLAR_STEPS.map((step) => ({ kind: 'pillar', ...step }) as const),
  ...THEME_STEPS.map((step) => ({ kind: 'theme', ...step }) as const),
];

export const stepOf = (kind: string, step: string): Step | undefined =>
  STEPS.find((each) => each.kind === kind && each.step === step);

export const stepOfEvent = (type: string): Step | undefined => STEPS.find(({ event }) => event === type);
