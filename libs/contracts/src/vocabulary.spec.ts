// What each word takes, and its nearest misses.
import { contractOf } from './contract';
import * as words from './vocabulary';
import type { Class } from './word';

const id = '0190a1de-0000-7000-8000-000000000001';

const table: Readonly<Record<keyof typeof words, [field: PropertyDecorator, takes: unknown[], refuses: unknown[]]>> = {
  IsBudgetYear: [words.IsBudgetYear(), [2000, 2099], [1999, 2100, 2027.5, '2027']],
  IsCalendarDate: [words.IsCalendarDate(), ['2024-02-29', '2026-12-31'], ['2026-02-29', '2026-04-31', '2026-1-1', '']],
  IsCode: [
    words.IsCode(),
    ['e', 'it-security', '5g', 'a'.repeat(40)],
    ['', '-it', 'it-', 'IT', 'it_security', 'a'.repeat(41), 'it\n'],
  ],
  IsDecimals: [words.IsDecimals(), [0, 9], [-1, 10, 0.5, '0']],
  IsEuroCents: [words.IsEuroCents(), [0, 23_200_000_000], [-1, 0.5, 2 ** 53, '1']],
  IsFlag: [words.IsFlag(), [true, false], [0, 'true', null]],
  IsId: [words.IsId(), [id], [id.toUpperCase(), `${id}0`, `urn:uuid:${id}`, id.replace('-7', '-0')]],
  IsIndicatorValue: [words.IsIndicatorValue(), [0, -1.5, 1e21], [NaN, Infinity, '1', null]],
  IsInstant: [words.IsInstant(), ['2026-03-31T23:59:59.999Z'], ['2026-03-31T24:00:00.000Z', '2026-03-31T12:00:00Z']],
  IsMinistryCode: [words.IsMinistryCode(), ['mi', 'ministry'], ['m', 'MWU', 'mwu ', 'mwu\n', 'ministrys']],
  IsObservationPeriod: [
    words.IsObservationPeriod(),
    ['2026', '2026-Q3', '2026-09', '2026-09-30'],
    ['0026', '2026-Q5', '2026-13', '2026-09-31', '2026-9', ''],
  ],
  IsOneOf: [words.IsOneOf('increase', 'hold'), ['hold'], ['Hold', '', null]],
  IsOrder: [words.IsOrder(), [1, 999], [0, 1000, 1.5, '1']],
  IsPercent: [words.IsPercent(), [0, -0, 100], [-1, 101, 0.1, '5', NaN, null]],
  IsReference: [
    words.IsReference(),
    ['Z-MID-1', '7', 'a/b:c_d.e', 'x'.repeat(100)],
    ['', '-1', 'Z MID', 'Ä-1', 'x'.repeat(101), 'Z-1\n'],
  ],
  IsReportingPeriod: [
    words.IsReportingPeriod(),
    ['2026-Q1', '2026-Q4', '2026-01', '2026-12'],
    ['2026-Q0', '2026-Q5', '26-Q1', '2026-q1', '2026-00', '2026-13', '2026', '2026-09-30'],
  ],
  IsRevision: [words.IsRevision(), [0, 7], [-1, 0.5, NaN]],
  IsText: [
    words.IsText({ max: 3 }),
    ['a', ' a ', 'äöü', '\u{1F600}\u{1F600}\u{1F600}'],
    ['', '   ', 'abcd', 'a\u0000', '\uD800'],
  ],
  IsWeight: [words.IsWeight(), [1, 100], [0, 101, 0.5, '50']],
};

describe.each(Object.entries(table))('%s', (_, [field, takes, refuses]) => {
  class Shown {}
  field(Shown.prototype, 'field');
  const accepts = (value: unknown) => contractOf(Shown as Class).accepts({ field: value });

  it.each(takes)('takes %j', (value) => expect(accepts(value)).toBe(true));
  it.each(refuses)('refuses %j', (value) => expect(accepts(value)).toBe(false));
  it('refuses nothing at all', () => expect(accepts(undefined)).toBe(false));
});
