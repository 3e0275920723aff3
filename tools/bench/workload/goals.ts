// The same goals and the same bytes for every store: ten events a stream, 500 bytes of data each. The models and peers
// fold these four types by themselves.
import {
  catalogue,
  defineEvent,
  type EventIn,
  IsCalendarDate,
  IsEuroCents,
  IsId,
  IsIndicatorValue,
  IsMinistryCode,
  IsOneOf,
  IsText,
} from '@zielwerk/contracts';
import { defineProjection, type NewEvent, present } from '@zielwerk/kernel';

export const EVENTS_PER_STREAM = 10;
const BYTES = 500;
const STATES = ['planned', 'running', 'delayed', 'done'] as const;
const DAY = '2026-06-30';

class Goal {
  @IsId() readonly goalId!: string;
  /** Fills the data up. */
  @IsText({ max: BYTES }) readonly note!: string;
}
class GoalDefined extends Goal {
  @IsText({ max: 200 }) readonly title!: string;
  @IsMinistryCode() readonly ministry!: string;
  @IsIndicatorValue() readonly targetYear!: number;
  @IsIndicatorValue() readonly targetValue!: number;
  @IsText({ max: 50 }) readonly unit!: string;
}
class MeasurePlanned extends Goal {
  @IsText({ max: 50 }) readonly measureId!: string;
  @IsMinistryCode() readonly ministry!: string;
  @IsEuroCents() readonly budgetCents!: number;
  @IsCalendarDate() readonly startsOn!: string;
  @IsCalendarDate() readonly endsOn!: string;
}
class ProgressReported extends Goal {
  @IsCalendarDate() readonly reportedOn!: string;
  @IsIndicatorValue() readonly delta!: number;
  @IsText({ max: 50 }) readonly by!: string;
}
class GoalStatusChanged extends Goal {
  @IsOneOf(...STATES) readonly status!: string;
  @IsText({ max: 50 }) readonly reason!: string;
}

export const goalEvents = catalogue(
  defineEvent('GoalDefined', GoalDefined, 'public'),
  defineEvent('MeasurePlanned', MeasurePlanned, 'public'),
  defineEvent('ProgressReported', ProgressReported, 'public'),
  defineEvent('GoalStatusChanged', GoalStatusChanged, 'public'),
);
export type GoalEvent = EventIn<typeof goalEvents>;

const uuid = (kind: string, number: number): string =>
  `${kind}-0000-5000-8000-${number.toString(16).padStart(12, '0')}`;
export const streamOf = (goal: number): string => `mwu.goal-${uuid('00000001', goal)}`;

const filled = <Data extends object>(data: Data): Data & { note: string } => {
  const note = 'x'.repeat(Math.max(1, BYTES - JSON.stringify({ ...data, note: '' }).length));
  return { ...data, note };
};

/** What happens `version`th (from 1) to a goal. */
export const eventOf = (goal: number, version: number): GoalEvent => {
  const goalId = uuid('00000001', goal);
  const chance = Math.imul(goal * 1009 + version, 0x9e3779b1) >>> 8;
  if (version === 1)
    return {
      type: 'GoalDefined',
      data: filled({
        ...{ goalId, title: `Strategic goal ${goal}`, ministry: 'mwu' },
        ...{ targetYear: 2030, targetValue: 100, unit: 'percent' },
      }),
    };
  if (version % 3 === 2) {
    const plan = { budgetCents: chance, startsOn: '2026-01-01', endsOn: '2029-12-31' };
    return {
      type: 'MeasurePlanned',
      data: filled({ goalId, measureId: `m-${goal}-${version}`, ministry: 'mwu', ...plan }),
    };
  }
  if (version % 3 === 0) {
    const data = filled({ goalId, reportedOn: DAY, delta: chance % 10, by: `pmo-${chance % 500}` });
    return { type: 'ProgressReported', data };
  }
  const status = STATES[chance % STATES.length] ?? 'planned';
  return { type: 'GoalStatusChanged', data: filled({ goalId, status, reason: 'quarterly review' }) };
};

/** An event as a ministry's service appends it. */
export const newEventOf = (goal: number, version: number): NewEvent => {
  const id = uuid('00000002', goal * EVENTS_PER_STREAM + version);
  const who = { actor: '0190a1de-0000-7000-8000-00000000beef', ministry: 'mwu', function: 'Referatsleitung 12' };
  const cause = { correlationId: id, commandId: id, commandHash: 'R29hbHMgYW5kIG1lYXN1cmVzIG9mIGEgc3RhdGU=' };
  return { ...goalEvents.encode(eventOf(goal, version)), meta: { id, occurredOn: DAY, ...who, ...cause } };
};

export type GoalRow = Readonly<{
  id: string;
  title: string;
  ministry: string;
  status: string;
  progress: number;
  measures: number;
  budget: number;
  version: number;
}>;
const next = (row: GoalRow | null, changes: (row: GoalRow) => Partial<GoalRow>): GoalRow => {
  const there = present(row);
  return { ...there, ...changes(there), version: there.version + 1 };
};

/** The rows that the models and peers make of these events, too. */
export const goalsProjection = defineProjection<GoalEvent, GoalRow>({
  name: 'goals',
  version: 1,
  key: 'id',
  columns: {
    ...{ id: 'text', title: 'text', ministry: 'text', status: 'text' },
    ...{ progress: 'integer', measures: 'integer', budget: 'integer', version: 'integer' },
  },
  keyOf: ({ data }) => data.goalId,
  on: {
    GoalDefined: (_, { data: { goalId, title, ministry } }) => ({
      ...{ id: goalId, title, ministry, status: 'planned' },
      ...{ progress: 0, measures: 0, budget: 0, version: 1 },
    }),
    MeasurePlanned: (row, { data: { budgetCents } }) =>
      next(row, ({ measures, budget }) => ({ measures: measures + 1, budget: budget + budgetCents })),
    ProgressReported: (row, { data: { delta } }) => next(row, ({ progress }) => ({ progress: progress + delta })),
    GoalStatusChanged: (row, { data: { status } }) => next(row, () => ({ status })),
  },
});
