// Every word and every event, shown thousands of odd values to both validators.
import { agreementSpec } from './agreement-spec';
import { allEvents } from './all-events';
import { type Contract, contractOf } from './contract';
import { frozenSamples } from './frozen-samples';
import * as words from './vocabulary';
import { type Class, HasEach, HasPart, HasParts, OrNull } from './word';

const id = '0190a1de-0000-7000-8000-000000000001';

const withField = (field: PropertyDecorator): Class => {
  class Shown {
    readonly field!: unknown;
  }
  field(Shown.prototype, 'field');
  return Shown;
};

const samples: Readonly<Record<keyof typeof words, [PropertyDecorator, unknown]>> = {
  IsBudgetYear: [words.IsBudgetYear(), 2027],
  IsCalendarDate: [words.IsCalendarDate(), '2024-02-29'],
  IsCode: [words.IsCode(), 'it-security'],
  IsDecimals: [words.IsDecimals(), 2],
  IsEuroCents: [words.IsEuroCents(), 230_000_000_00],
  IsFlag: [words.IsFlag(), true],
  IsId: [words.IsId(), id],
  IsIndicatorValue: [words.IsIndicatorValue(), 99.5],
  IsInstant: [words.IsInstant(), '2026-03-31T12:00:00.000Z'],
  IsMinistryCode: [words.IsMinistryCode(), 'mwu'],
  IsObservationPeriod: [words.IsObservationPeriod(), '2026-09-30'],
  IsOneOf: [words.IsOneOf('increase', 'decrease', 'hold'), 'hold'],
  IsOrder: [words.IsOrder(), 7],
  IsPercent: [words.IsPercent(), 50],
  IsReference: [words.IsReference(), 'Z-MID/1'],
  IsReportingPeriod: [words.IsReportingPeriod(), '2026-Q3'],
  IsRevision: [words.IsRevision(), 7],
  IsText: [words.IsText({ max: 200 }), 'Files without paper'],
  IsWeight: [words.IsWeight(), 60],
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

const shows = (contract: Contract<object>, sample: object, runs: number) => {
  expect(contract.accepts(sample)).toBe(true);
  const { accepted, refused } = agreementSpec(contract, sample, runs);
  expect(Math.min(accepted, refused)).toBeGreaterThan(runs / 15);
};

describe('ajv and class-validator agree on', () => {
  it.each(Object.entries({ ...samples, ...combinations }))('%s', (_, [field, value]) =>
    shows(contractOf(withField(field)), { field: value }, 3000),
  );

  it.each([...allEvents.contracts()])('%s', (wireType, contract) => {
    const sample = frozenSamples.get(wireType);
    if (!sample) throw new Error(`${wireType} has no frozen sample`);
    // Made of the words above; what an event adds is which of them, and where.
    shows(contract, sample, 1000);
  });
});
