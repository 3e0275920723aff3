import type { Cells } from '../tables/column';
import { type TableName, TABLE_NAMES, TABLES } from '../tables/tables';
import { tableOf } from './table-of';
import { recordedRow } from './testing/recorded-rows';
import { writtenTables } from './written-tables';

const goal = (id: string, house: string, reference: string | null, cells: Cells = {}) =>
  recordedRow('goals', id, { reference, ministry: house, parent: null, ...cells }, { house });
const measure = (id: string, house: string, reference: string | null, cells: Cells = {}) =>
  recordedRow('measures', id, { reference, ministry: house, contributesTo: [], ...cells }, { house });
const columnOf = (table: TableName, column: string, rows: Parameters<typeof writtenTables>[0]) =>
  writtenTables(rows)[table].map(({ cells }) => cells[column]);

describe('the tables of a bundle', () => {
  it('are all there when nothing is recorded', () =>
    expect(writtenTables([])).toEqual(Object.fromEntries(TABLE_NAMES.map((name) => [name, []]))));

  it('have every column, in its order', () => {
    const [row] = writtenTables([goal('1', 'mf', 'Z-1')]).goals;
    expect(Object.keys(row?.cells ?? {})).toEqual(TABLES.goals.columns.map(({ name }) => name));
  });

  it('name the thing and the event of each row', () =>
    expect(writtenTables([goal('1', 'mf', 'Z-1')]).goals).toMatchObject([
      { thing: '1', stream: 'mf.goal-1', revision: 0, recordedAt: '2026-12-01T00:00:00.000Z' },
    ]));

  it('are ordered by what names their rows, however they were recorded', () => {
    const rows = ['Z-2', 'Z-10', 'Z-1', 'Z-É'].map((reference, index) => goal(String(index), 'mf', reference));
    const sorted = ['Z-1', 'Z-10', 'Z-2', 'Z-É'];
    expect(columnOf('goals', 'reference', rows)).toEqual(sorted);
    expect(columnOf('goals', 'reference', [...rows].reverse())).toEqual(sorted);
  });

  it('are ordered by numbers as numbers', () => {
    const line = (year: number, minute: number) => recordedRow('budget', 'm', { measure: 'm', year }, { minute });
    expect(columnOf('budget', 'year', [line(10_000, 0), line(2026, 1), line(2025, 2)])).toEqual([2025, 2026, 10_000]);
  });

  it('keep the steps of a day and thing in the order in which they were recorded', () => {
    const step = (on: string, reference: string, name: string, minute: number) =>
      recordedRow('lifecycle', reference, { on, kind: 'goal', reference, step: name }, { minute });
    const rows = [
      ...[step('2026-02-02', 'a', 'later', 1), step('2026-02-01', 'b', 'other', 2)],
      ...[step('2026-02-01', 'a', 'resume', 11), step('2026-02-01', 'a', 'defer', 9)],
    ];
    expect(columnOf('lifecycle', 'step', rows)).toEqual(['defer', 'resume', 'other', 'later']);
  });
});

describe('references', () => {
  const rows = [
    ...[goal('1', 'mf', 'Z-1'), goal('2', 'mi', 'Z-1', { parent: '1' }), goal('3', 'mi', 'Z-3', { parent: '2' })],
    measure('m', 'mf', 'Z-3', {
      contributesTo: [
        { goal: '2', weight: 60 },
        { goal: '3', weight: 40 },
        { goal: 'elsewhere', weight: 1 },
      ],
    }),
    recordedRow('indicators', 'k', { reference: 'K-1', ministry: 'mf', goals: ['3', '1'] }),
    recordedRow('lifecycle', '2', { on: '1', kind: 'goal', reference: '2', step: 'supersede', other: '3' }),
    recordedRow('lifecycle', 'm', { on: '2', kind: 'measure', reference: 'm', step: 'handOver', other: 'mi' }),
    recordedRow('lifecycle', 'p', { on: '3', kind: 'period', reference: '2026-Q1', step: 'close' }),
  ];

  it('stand where things are named, with the house where two houses use the same one', () => {
    expect(columnOf('goals', 'parent', rows)).toEqual([null, 'mf/Z-1', 'mi/Z-1']);
    expect(columnOf('indicators', 'goals', rows)).toEqual([['Z-3', 'mf/Z-1']]);
    expect(columnOf('measures', 'contributesTo', rows)).toEqual([
      [
        { goal: 'mi/Z-1', weight: 60 },
        { goal: 'Z-3', weight: 40 },
        { goal: 'elsewhere', weight: 1 },
      ],
    ]);
    expect(columnOf('lifecycle', 'reference', rows)).toEqual(['mi/Z-1', 'Z-3', '2026-Q1']);
    expect(columnOf('lifecycle', 'other', rows)).toEqual(['Z-3', 'mi', null]);
  });

  it('are bare in the row of the thing itself, which names its house', () => {
    expect(columnOf('goals', 'reference', rows)).toEqual(['Z-1', 'Z-1', 'Z-3']);
    expect(columnOf('goals', 'ministry', rows)).toEqual(['mf', 'mi', 'mi']);
  });

  it('are ids where things have none, each a row of its own', () => {
    const nameless = [goal('2', 'mf', null), goal('1', 'mf', null, { parent: '2' })];
    expect(columnOf('goals', 'reference', nameless)).toEqual(['1', '2']);
    expect(columnOf('goals', 'parent', nameless)).toEqual(['2', null]);
  });
});

describe('a measure that moved', () => {
  const before = measure('m', 'mf', 'M-1', { title: 'Before', on: '2026-01-10', plannedOn: '2026-01-12', unit: 'One' });
  const after = recordedRow(
    'measures',
    'm',
    { reference: 'M-1', title: 'After', unit: 'Two', contributesTo: [{ goal: 'g', weight: 1 }] },
    { house: 'mi', minute: 5, parts: [{ milestone: 'b' }] },
  );
  const moved = [after, { ...before, parts: [{ milestone: 'a' }] }];

  it('is one row of the house that has it, as it was proposed, with the plan of today', () => {
    expect(writtenTables(moved).measures).toMatchObject([
      {
        ...{ thing: 'm', stream: 'mi.measure-m' },
        cells: { ministry: 'mf', on: '2026-01-10', plannedOn: '2026-01-12', title: 'After', unit: 'Two' },
      },
    ]);
    expect(writtenTables(moved).milestones.map(({ cells }) => cells)).toEqual([
      { measure: 'M-1', milestone: 'b', title: null, baselineDate: null },
    ]);
  });

  it('is no row as long as nobody knows how it was proposed', () =>
    expect(writtenTables([after]).measures).toEqual([]));

  it('has one row for each line of its money, of which the later word counts', () => {
    const line = { measure: 'm', year: 2026, section: '1', chapter: '2', lineItem: '3', source: 'eu' };
    const rows = [
      recordedRow('budget', 'm', { ...line, spent: 5, spentOn: '2026-06-01' }, { house: 'mi', minute: 5 }),
      recordedRow('budget', 'm', { ...line, planned: 7, spent: 3, on: '2026-01-13' }, { minute: 1 }),
    ];
    const [row, ...more] = writtenTables([...moved, ...rows]).budget;
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      stream: 'mi.measure-m',
      cells: { measure: 'M-1', planned: 7, commitment: 0, spent: 5, spentOn: '2026-06-01', on: '2026-01-13' },
    });
  });
});

it('a table of cells has numbers where a spreadsheet reckons with them, and texts elsewhere', () => {
  const rows = [
    recordedRow('indicators', 'k', { reference: 'K-1', ministry: 'mf', decimals: 2, baselineValue: -1.5, goals: [] }),
  ];
  const { name, header, rows: cells } = tableOf('indicators', writtenTables(rows).indicators);
  expect(name).toBe('indicators');
  expect(Object.fromEntries(header.map((column, index) => [column, cells[0]?.[index]]))).toMatchObject({
    ...{ reference: 'K-1', decimals: { number: '2' }, baselineValue: { number: '-1,5' }, source: '', goals: '' },
  });
});
