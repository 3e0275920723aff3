// Every word and every event, shown thousands of odd values to both validators.
import { agreementSpec } from './agreement-spec';
import { contractOf } from './contract';
import { GoalAdopted } from './goal.events';
import {
  MeasureAbandoned,
  MeasureCompleted,
  MeasurePlanned,
  MeasureProgressReported,
  MeasureProgressReportedV1,
} from './measure.events';
import * as words from './vocabulary';
import { type Class, HasEach, HasPart, HasParts, OrNull } from './word';

const id = '0190a1de-0000-7000-8000-000000000001';
const target = { indicatorId: id, direction: 'increase', baseline: 0, value: 99.5, dueOn: '2030-12-31' };
const milestone = { milestoneId: id, title: 'Tender', dueOn: '2026-06-30' };

const withField = (field: PropertyDecorator): Class => {
  class Shown {
    readonly field!: unknown;
  }
  field(Shown.prototype, 'field');
  return Shown;
};

const samples: Readonly<Record<keyof typeof words, [PropertyDecorator, unknown]>> = {
  IsCalendarDate: [words.IsCalendarDate(), '2024-02-29'],
  IsEuroCents: [words.IsEuroCents(), 230_000_000_00],
  IsFlag: [words.IsFlag(), true],
  IsId: [words.IsId(), id],
  IsIndicatorValue: [words.IsIndicatorValue(), 99.5],
  IsInstant: [words.IsInstant(), '2026-03-31T12:00:00.000Z'],
  IsMinistryCode: [words.IsMinistryCode(), 'mwu'],
  IsOneOf: [words.IsOneOf('increase', 'decrease', 'hold'), 'hold'],
  IsPercent: [words.IsPercent(), 50],
  IsReportingPeriod: [words.IsReportingPeriod(), '2026-Q3'],
  IsRevision: [words.IsRevision(), 7],
  IsText: [words.IsText({ max: 200 }), 'Files without paper'],
};

class Part {
  @words.IsPercent() readonly percent!: number;
  @OrNull() @words.IsText({ max: 200 }) readonly note!: string | null;
}
const combinations: Readonly<Record<string, [PropertyDecorator, unknown]>> = {
  HasPart: [HasPart(() => Part), { percent: 1, note: null }],
  HasParts: [
    HasParts(() => Part, { max: 3 }),
    [
      { percent: 1, note: 'x' },
      { percent: 2, note: null },
    ],
  ],
  HasEach: [HasEach(words.IsMinistryCode, { max: 3 }), ['mi', 'mf']],
};

const events: readonly [Class, object][] = [
  [GoalAdopted, { goalId: id, title: 'Paperless', lead: 'mid', participants: ['mi', 'mf'], target, budget: 100 }],
  [MeasurePlanned, { measureId: id, goalId: id, title: 'E-Akte', lead: 'mid', milestones: [milestone, milestone] }],
  [MeasureProgressReportedV1, { measureId: id, period: '2026-Q1', percent: 10 }],
  [MeasureProgressReported, { measureId: id, period: '2026-Q1', percent: 10, explanation: 'Strike' }],
  [MeasureCompleted, { measureId: id, period: '2026-Q1' }],
  [MeasureAbandoned, { measureId: id, reason: 'Budget' }],
];

const shows = (type: Class, sample: object) => {
  expect(contractOf(type).accepts(sample)).toBe(true);
  const { accepted, refused } = agreementSpec(type, sample);
  expect(Math.min(accepted, refused)).toBeGreaterThan(200);
};

describe('ajv and class-validator agree on', () => {
  it.each(Object.entries({ ...samples, ...combinations }))('%s', (_, [field, value]) =>
    shows(withField(field), { field: value }),
  );

  it.each(events.map(([type, sample]) => [type.name, type, sample] as const))('%s', (_, type, sample) =>
    shows(type, sample),
  );
});
