import { type Cells } from '../tables/column';
import { type TableName, TABLES } from '../tables/tables';
import { recordedRow } from './testing/recorded-rows';
import { type Published, visibleRows } from './visible';
import { writtenTables } from './written-tables';

const things = (goals: readonly string[], measures: readonly string[] = [], indicators: readonly string[] = []) => ({
  ...{ goals: new Set(goals), measures: new Set(measures), indicators: new Set(indicators) },
});
const published: Published = things(['g'], ['m'], ['k']);

type Step = readonly [kind: string, thing: string, name: string, said_by: string];
const step = ([kind, thing, name, said_by]: Step, minute: number, cells: Cells = {}) =>
  recordedRow('lifecycle', thing, { kind, reference: thing, step: name, ...cells }, { minute, said_by });

describe('the public', () => {
  it.each<[TableName, string, string]>([
    ['goals', 'g', 'draft'],
    ['measures', 'm', 'proposal'],
    ['progress', 'm', 'proposal'],
    ['budget', 'm', 'proposal'],
    ['indicators', 'k', 'of-a-draft'],
    ['observations', 'k', 'of-a-draft'],
  ])('finds in %s what is published, and nothing else', (table, seen, hidden) => {
    const rows = [seen, hidden].map((thing) => recordedRow(table, thing, {}));
    expect(visibleRows(rows, 'public', published).map(({ thing }) => thing)).toEqual([seen]);
    expect(visibleRows(rows, 'government', published)).toEqual(rows);
  });

  it('finds the framework', () => {
    const rows = [recordedRow('framework', 'e-akte', { kind: 'theme', title: 'Files' })];
    expect(visibleRows(rows, 'public', things([]))).toEqual(rows);
  });

  it.each<[TableName, string, readonly string[]]>([
    ['goals', 'g', ['fileReference', 'rationale', 'qualitative', 'touchesMoney']],
    ['budget', 'm', ['frozenReason', 'spent', 'spentOn']],
  ])('finds in %s no column for the government', (table, thing, hidden) => {
    const cells = { ...Object.fromEntries(TABLES[table].columns.map(({ name }) => [name, name])), parent: 'g' };
    const [row] = visibleRows([recordedRow(table, thing, cells)], 'public', published);
    expect(Object.entries(row?.cells ?? {}).filter(([, value]) => value === null)).toEqual(
      hidden.map((name) => [name, null]),
    );
  });

  it('finds no goal that is not published where others name it', () => {
    const rows = [
      recordedRow('goals', 'g', { parent: 'draft' }),
      recordedRow('indicators', 'k', { goals: ['draft', 'g'] }),
      recordedRow('measures', 'm', {
        contributesTo: [
          { goal: 'draft', weight: 1 },
          { goal: 'g', weight: 2 },
        ],
      }),
    ];
    expect(visibleRows(rows, 'public', published).map(({ cells }) => cells)).toEqual([
      { parent: null },
      { goals: ['g'] },
      { contributesTo: [{ goal: 'g', weight: 2 }] },
    ]);
  });

  it.each<readonly [opener: Step, said: Step]>([
    [
      ['goal', 'g', 'recordAdoption', 'GoalAdopted'],
      ['goal', 'g', 'declareHealth', 'GoalHealthDeclared'],
    ],
    [
      ['measure', 'm', 'release', 'MeasureReleased'],
      ['measure', 'm', 'declareHealth', 'MeasureHealthDeclared'],
    ],
  ])('finds no step before %j', (opener, said) => {
    const rows = [step(said, 1), step(opener, 2), step(said, 3)];
    expect(visibleRows(rows, 'public', published)).toEqual(rows.slice(1));
  });

  it('finds no step of what is not published, and no step for the government', () => {
    const rows = [
      step(['goal', 'draft', 'defer', 'GoalDeferred'], 1),
      step(['measure', 'm', 'appraise', 'MeasureAppraised'], 1),
      step(['goal', 'g', 'proposeOutcome', 'GoalOutcomeProposed'], 3),
    ];
    expect(visibleRows(rows, 'public', published)).toEqual([]);
  });

  it('finds the periods that were closed', () => {
    const rows = [step(['period', '2026-Q1', 'close', 'ReportingPeriodClosed'], 1)];
    expect(visibleRows(rows, 'public', things([]))).toEqual(rows);
  });

  it.each([
    ['cancel', 'MeasureCancelled', 'text'],
    ['refuseAcceptance', 'MeasureAcceptanceRefused', 'reason'],
  ])('finds of the step %s no field of %s that is for the government', (name, said, hidden) => {
    const cells = { reason: 'Why.', cost: 5, text: 'What was learnt.', unit: 'Unit 1' };
    const rows = [step(['measure', 'm', name, said], 1, cells)];
    const [row] = visibleRows(rows, 'public', published);
    expect(row?.cells).toEqual({ ...rows[0]?.cells, [hidden]: null });
    expect(visibleRows(rows, 'government', published)).toEqual(rows);
  });

  it('finds the name of no thing that is not published: in a step it is its id alone', () => {
    const rows = [
      ...['g', 'draft'].map((thing) => recordedRow('goals', thing, { reference: `Z-${thing}`, ministry: 'mf' })),
      step(['goal', 'g', 'supersede', 'GoalSuperseded'], 1, { other: 'draft' }),
    ];
    const { lifecycle } = writtenTables(visibleRows(rows, 'public', published));
    expect(lifecycle.map(({ cells }) => [cells.reference, cells.other])).toEqual([['Z-g', 'draft']]);
  });
});
