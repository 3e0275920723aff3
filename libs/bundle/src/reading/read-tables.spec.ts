import type { Table } from '../codec/table';
import { TABLE_NAMES, type TableName, TABLES } from '../tables/tables';
import { faultText, readTables } from './read-tables';

type Texts = Readonly<Record<string, string>>;

const tableWith = (name: TableName, ...rows: readonly Texts[]): Table => {
  const header = TABLES[name].columns.map((column) => column.name);
  return {
    ...{ name, file: `${name}.csv`, header },
    // Below the header is row 2.
    rows: rows.map((row, index) => ({ place: index + 2, cells: header.map((column) => row[column] ?? '') })),
  };
};
const faultsIn = (...tables: readonly Table[]): readonly string[] => readTables(tables).faults.map(faultText);

const target = { indicator: 'K-1', date: '31.12.2028', value: '1.234,5' };
const progress = { measure: 'M-1', period: '2026-Q1', percent: '40', on: '2026-03-31' };
const deferred = { on: '2026-02-01', kind: 'goal', reference: 'Z-1', step: 'defer', reason: 'Later.' };

describe('the tables of a bundle', () => {
  it('are read row by row, with their places and all of their columns', () =>
    expect(readTables([tableWith('targets', target), tableWith('progress', progress)])).toEqual({
      faults: [],
      rows: [
        {
          ...{ table: 'targets', file: 'targets.csv', place: 2, absent: [] },
          cells: { indicator: 'K-1', date: '2028-12-31', value: 1234.5 },
        },
        {
          ...{ table: 'progress', file: 'progress.csv', place: 2 },
          absent: [],
          cells: {
            ...{ measure: 'M-1', period: '2026-Q1', percent: 40, on: '2026-03-31', reportedOn: null },
            ...{ text: null, explanation: null, reason: null },
          },
        },
      ],
    }));

  it('may stand beside a sheet on which nothing stands', () =>
    expect(readTables([{ name: 'Tabelle2', file: 'Tabelle2.csv', header: [], rows: [] }])).toEqual({
      ...{ rows: [], faults: [] },
    }));

  it('get back the zeros that a spreadsheet has swallowed', () => {
    const line = { measure: 'M-1', year: '2026', section: '4', chapter: '19', lineItem: '812 01', source: 'state' };
    const { rows } = readTables([tableWith('budget', { ...line, planned: '1', on: '2026-01-01' })]);
    expect(rows[0]?.cells).toMatchObject({ section: '04', chapter: '19', lineItem: '812 01' });
  });

  it('may have their columns in any order, and leave out those that may be empty', () => {
    const table: Table = {
      ...{ name: 'progress', file: 'p.csv', header: ['on', 'percent', 'period', 'measure'] },
      rows: [{ place: 7, cells: ['31.03.2026', '40', '2026-Q1', 'M-1'] }],
    };
    expect(readTables([table]).rows[0]).toMatchObject({ place: 7, cells: { measure: 'M-1', text: null } });
  });

  it.each<[string, Table, readonly string[]]>([
    [
      'a table that nobody knows',
      { name: 'goal', file: 'goal.csv', header: ['title'], rows: [] },
      [`goal.csv: is no table of a bundle; its tables are ${TABLE_NAMES.join(', ')}`],
    ],
    [
      'a column that nobody knows, and one that is missing',
      { name: 'targets', file: 'targets.csv', header: ['indicator', 'Date', 'value'], rows: [] },
      ['targets.csv:1: Date: is none of indicator, date, value', 'targets.csv:1: date: is missing'],
    ],
    [
      'every cell by itself',
      tableWith(
        'targets',
        { ...target, date: '31.02.2028', value: 'much' },
        { indicator: '', date: '2028', value: '1' },
      ),
      [
        'targets.csv:2: date: must be a day such as 2026-03-31 or 31.03.2026',
        'targets.csv:2: value: must be a number such as 12,5',
        'targets.csv:3: indicator: may not be empty',
        'targets.csv:3: date: must be a day such as 2026-03-31 or 31.03.2026',
      ],
    ],
    [
      'a day of reporting before the day itself',
      tableWith('progress', { ...progress, reportedOn: '30.03.2026' }),
      ['progress.csv:2: reportedOn: must not be before the day of on'],
    ],
    [
      'a row that stands there twice, however it is written',
      tableWith('targets', target, { ...target, value: '2' }, { ...target, date: '2028-12-31', value: '3' }),
      ['targets.csv:3: says the same as row 2', 'targets.csv:4: says the same as row 2'],
    ],
    [
      'a step that nobody knows, or that is one of another kind',
      tableWith('lifecycle', { ...deferred, step: 'delay' }, { ...deferred, kind: 'measure' }),
      ['lifecycle.csv:2: step: delay is no step of a goal', 'lifecycle.csv:3: step: defer is no step of a measure'],
    ],
    [
      'what a step needs, and what it has no word for',
      tableWith('lifecycle', { ...deferred, reason: '', health: 'red', cost: '1,00' }),
      [
        'lifecycle.csv:2: reason: is needed for defer',
        'lifecycle.csv:2: health: has no meaning for defer; leave it empty',
        'lifecycle.csv:2: cost: has no meaning for defer; leave it empty',
      ],
    ],
    [
      'the other thing of a step',
      tableWith('lifecycle', { ...deferred, step: 'supersede' }, { ...deferred, other: 'Z-2' }),
      [
        'lifecycle.csv:2: other: is needed for supersede',
        'lifecycle.csv:3: other: has no meaning for defer; leave it empty',
      ],
    ],
    [
      'an adoption on another day than that of its decision',
      tableWith('lifecycle', { ...deferred, step: 'recordAdoption', reason: '', text: 'KB 1', date: '2026-01-31' }),
      ['lifecycle.csv:2: date: must be the day of on, from which recordAdoption counts'],
    ],
  ])('are refused for %s', (_, table, faults) => expect(faultsIn(table)).toEqual(faults));

  it('may say of two houses what has one name in each', () => {
    const goal = { title: 'T', theme: 'e-akte', on: '2026-01-01', reference: 'Z-1' };
    const table = tableWith('goals', ...['mf', 'mi', 'mf'].map((ministry) => ({ ...goal, ministry })));
    expect(faultsIn(table)).toEqual(['goals.csv:4: says the same as row 2']);
  });

  it('may say one thing in two tables, and two steps of one day', () => {
    const steps = [deferred, { ...deferred, reason: 'Much later.' }, { ...deferred, reason: '', step: 'resume' }];
    expect(faultsIn(tableWith('lifecycle', ...steps), tableWith('progress', progress))).toEqual([]);
  });

  it('show the faults of every table at once', () =>
    expect(
      faultsIn(tableWith('progress', { ...progress, percent: 'x' }), tableWith('targets', { ...target, value: '' })),
    ).toEqual([
      'progress.csv:2: percent: must be a whole number such as 12',
      'targets.csv:2: value: may not be empty',
    ]));
});

it.each([
  [{ file: 'a.csv', row: null, column: null, detail: 'is empty' }, 'a.csv: is empty'],
  [{ file: 'a.csv', row: 3, column: null, detail: 'is cut' }, 'a.csv:3: is cut'],
  [{ file: 'a.csv', row: 3, column: 'theme', detail: 'is wrong' }, 'a.csv:3: theme: is wrong'],
])('the fault %j is told as %s', (fault, text) => expect(faultText(fault)).toBe(text));
