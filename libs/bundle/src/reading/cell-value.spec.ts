import type { Column, ColumnKind, Value } from '../tables/column';
import { cellValue } from './cell-value';

const column = (kind: ColumnKind, more: Partial<Column> = {}): Column => ({ name: 'cell', about: '', kind, ...more });
const HEALTHS = { values: ['green', 'red'] };

describe('the text of a cell', () => {
  it.each<[ColumnKind, string, Value]>([
    ['text', ' as it is, 31.03.2026\n', ' as it is, 31.03.2026\n'],
    ['date', '2026-03-31', '2026-03-31'],
    ['date', ' 31.03.2026 ', '2026-03-31'],
    ['date', '1.3.2026', '2026-03-01'],
    ['date', '29.02.2028', '2028-02-29'],
    ['integer', '12', 12],
    ['integer', '-007', -7],
    ['number', '12,5', 12.5],
    ['number', '-12.5', -12.5],
    ['number', '1.234,5', 1234.5],
    ['number', '1.234', 1.234],
    ['number', '0', 0],
    ['money', '1234,5', 123450],
    ['money', '1.234.567,89', 123456789],
    ['money', '-0,01', -1],
    ['money', '12', 1200],
    ['flag', 'yes', true],
    ['flag', 'Ja', true],
    ['flag', 'X', true],
    ['flag', 'no', false],
    ['flag', 'Nein', false],
    ['choice', 'red', 'red'],
    ['ministry', 'mf', 'mf'],
    ['ministries', 'mf, mi,', ['mf', 'mi']],
    ['goal', ' Z-MF-1 ', 'Z-MF-1'],
    ['measure', 'mf/M 1', 'mf/M 1'],
    ['indicator', 'K-1', 'K-1'],
    ['thing', 'Z-1', 'Z-1'],
    ['goals', 'Z-1\nZ-2 , Z-3', ['Z-1', 'Z-2', 'Z-3']],
    [
      'weights',
      'Z-1 60, mf/Z-2 100, Z-3',
      [
        { goal: 'Z-1', weight: 60 },
        { goal: 'mf/Z-2', weight: 100 },
        { goal: 'Z-3', weight: 100 },
      ],
    ],
  ])('of the kind %s, %j, is %j', (kind, text, value) =>
    expect(cellValue(column(kind, HEALTHS), text)).toEqual({ value }),
  );

  it.each<[ColumnKind, string, string]>([
    ['date', '2026-02-29', 'must be a day such as 2026-03-31 or 31.03.2026'],
    ['date', '31.04.2026', 'must be a day such as 2026-03-31 or 31.03.2026'],
    ['date', '31.03.26', 'must be a day such as 2026-03-31 or 31.03.2026'],
    ['date', '2026-3-1', 'must be a day such as 2026-03-31 or 31.03.2026'],
    ['date', '2026-03-31T00:00', 'must be a day such as 2026-03-31 or 31.03.2026'],
    ['integer', '12,0', 'must be a whole number such as 12'],
    ['integer', '1.000', 'must be a whole number such as 12'],
    ['integer', '1234567890123456', 'must be a whole number such as 12'],
    ['number', '1e5', 'must be a number such as 12,5'],
    ['number', '12 %', 'must be a number such as 12,5'],
    ['number', '1,234.5', 'must be a number such as 12,5'],
    ['number', '1.23,5', 'must be a number such as 12,5'],
    ['number', '١٢', 'must be a number such as 12,5'],
    ['money', '12,345', 'must be an amount in euros such as 1234,50'],
    ['money', '12 €', 'must be an amount in euros such as 1234,50'],
    ['flag', 'true', 'must be yes or empty'],
    ['choice', 'Red', 'must be one of green, red'],
    ['ministry', 'MF', 'must be the code of a ministry such as mf'],
    ['ministries', 'mf; mi', 'must be codes of ministries such as mf, mi'],
    ['ministries', 'mf, mf', 'names mf twice'],
    ['goals', 'Z-1, Z-1', 'names Z-1 twice'],
    ['weights', 'Z-1 0', 'must be goals with a weight from 1 to 100 each, such as Z-MF-1 60, Z-MI-2 40'],
    ['weights', 'Z-1 101', 'must be goals with a weight from 1 to 100 each, such as Z-MF-1 60, Z-MI-2 40'],
    ['weights', 'Z-1 60, Z-1 40', 'names Z-1 twice'],
  ])('of the kind %s, %j, is refused: %s', (kind, text, wrong) =>
    expect(cellValue(column(kind, HEALTHS), text)).toEqual({ wrong }),
  );

  it.each<[ColumnKind, Partial<Column>, Value]>([
    ['text', {}, null],
    ['date', {}, null],
    ['money', {}, null],
    ['money', { empty: 0 }, 0],
    ['flag', {}, false],
    ['ministries', {}, []],
    ['goals', {}, []],
    ['weights', {}, []],
  ])('of the kind %s %j that is empty, or blank, is %j', (kind, more, value) => {
    for (const text of ['', ' ', '\t\n']) expect(cellValue(column(kind, more), text)).toEqual({ value });
  });

  it.each<[ColumnKind]>([['text'], ['date'], ['goals']])('of the kind %s that is needed may not be empty', (kind) =>
    expect(cellValue(column(kind, { needed: true }), ' ')).toEqual({ wrong: 'may not be empty' }),
  );
});
