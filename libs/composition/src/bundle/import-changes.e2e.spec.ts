import { type Fault, faultText, type TableName } from '@zielwerk/bundle';
import { entityId } from '@zielwerk/platform';
import * as fc from 'fast-check';

import { BundleState } from '../testing/bundle-state';
import { RICH } from '../testing/rich-state';
import { filesOf, type Row, type Rows, rowsOf } from '../testing/small-bundles';
import { spoilt } from '../testing/spoilt-files';

const rows = rowsOf(RICH);
const files = filesOf(rows);
/** The bundle with rows of one table changed. */
const changed = (table: TableName, which: (row: Row) => boolean, change: Row): Rows => ({
  ...rows,
  [table]: rows[table].map((row) => (which(row) ? { ...row, ...change } : row)),
});
const titled =
  (said: string) =>
  ({ title }: Row): boolean =>
    title === said;

let state: BundleState;
beforeAll(async () => {
  state = await BundleState.open();
});
afterAll(() => state.close());

const isPlaced = ({ file, row, detail }: Fault): boolean =>
  Object.keys(files).some((name) => file === `${name}.csv`) && (row === null || row >= 1) && detail !== '';
/** Neither thrown nor without a place, and nothing is sent. */
const isReported = (runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(spoilt(files), async ({ how, files: changed }) => {
      const { faults, sent, commands } = await state.take(changed, { dryRun: true });
      expect({ how, sent, strays: faults.filter((fault) => !isPlaced(fault)) }).toEqual({
        how,
        sent: false,
        strays: [],
      });
      expect(commands).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: runs },
  );

describe('before anything is recorded', () => {
  it('a dry run counts what would be sent, and sends nothing', async () => {
    const before = await state.events();
    const { sent, commands, faults } = await state.take(files, { dryRun: true });
    expect({ sent, faults }).toEqual({ sent: false, faults: [] });
    expect(commands).toBeGreaterThan(50);
    expect(await state.events()).toEqual(before);
  });

  it('a house for which there is no token is told, at its first row, and nothing is sent', async () => {
    const { tokens } = state.target;
    const before = await state.events();
    const { sent, faults } = await state.take(
      files,
      {},
      {
        tokens: (capacity) => (capacity.role === 'finance' ? Promise.resolve(undefined) : tokens(capacity)),
      },
    );
    expect({ sent, faults: faults.map(faultText) }).toEqual({
      ...{ sent: false, faults: ['budget.csv:2: there is no token for finance of mf'] },
    });
    expect(await state.events()).toEqual(before);
  });

  it.each<[string, Rows, string]>([
    [
      'a cell',
      changed('progress', ({ measure, period }) => measure === 'M-MF-0' && period === '2026-Q2', { percent: 'half' }),
      'progress.csv:3: percent: must be a whole number such as 12',
    ],
    [
      'a text that is too long for a house',
      changed('goals', titled('First'), { title: 'x'.repeat(401) }),
      'goals.csv:3: title: must be text of 1 to 400 characters',
    ],
    [
      'a theme',
      changed('goals', titled('First'), { theme: 'x' }),
      'goals.csv:3: theme: names x; the themes are e-akte, new',
    ],
    [
      'a house',
      changed('goals', titled('Third'), { participants: 'xy' }),
      'goals.csv:2: participants: names xy; the houses are stk, mf, mid',
    ],
    [
      'a name',
      changed('goals', titled('Third'), { parent: 'Z-9' }),
      'goals.csv:2: parent: names nothing that is in the bundle or recorded: Z-9',
    ],
  ])('%s that is wrong is told with file, row and column', async (_, wrong, told) => {
    const { sent, faults } = await state.take(filesOf(wrong));
    expect({ sent, faults: faults.map(faultText) }).toEqual({ sent: false, faults: [expect.stringContaining(told)] });
  });

  it('whatever is spoilt in a file is reported with its place, or taken as it is', () => isReported(60));
});

describe('once it is recorded', () => {
  beforeAll(async () => {
    expect((await state.take(files)).faults.map(faultText)).toEqual([]);
  });

  type Named = readonly [kind: 'goal' | 'measure' | 'indicator', house: string, reference: string];
  type Shown = Readonly<{ history: readonly Readonly<{ type: string }>[] }>;
  const historyOf = async ([kind, house, reference]: Named): Promise<readonly string[]> => {
    const page = await state.get(`${kind}s/${entityId(house, kind, reference)}`);
    return ((await page.json()) as Shown).history.map(({ type }) => type);
  };

  it('whatever is spoilt in a file is reported with its place, or taken as it is', () => isReported(60));

  it('a row that vanished is told, and nothing is deleted', async () => {
    const before = await state.exported();
    const fewer = { ...rows, progress: rows.progress.filter(({ period }) => period !== '2026-Q1') };
    const { vanished, commands, faults } = await state.take(filesOf(fewer));
    expect({ commands, faults }).toEqual({ commands: 0, faults: [] });
    expect(vanished).toEqual([
      { table: 'progress', name: 'M-MF-0 2026-Q1' },
      { table: 'progress', name: 'M-MID-0 2026-Q1' },
    ]);
    expect(await state.exported()).toEqual(before);
  });

  type Change = Readonly<{ table: TableName; rows: Rows; becomes: string; of: Named }>;
  it.each<[string, Change]>([
    [
      'the wording of a draft revises it',
      {
        ...{ table: 'goals', becomes: 'GoalRevised', of: ['goal', 'mf', 'Z-MF-0'] },
        rows: changed('goals', titled('Third'), { title: 'Better' }),
      },
    ],
    [
      'the wording of an adopted goal, with a reason, corrects it',
      {
        ...{ table: 'goals', becomes: 'GoalWordingCorrected', of: ['goal', 'mid', 'Z-MID-0'] },
        rows: changed('goals', (row) => !titled('Second')(row), { title: 'Other', reason: 'A slip.' }),
      },
    ],
    [
      'progress, with a reason, corrects it',
      {
        ...{ table: 'progress', becomes: 'MeasureProgressCorrected', of: ['measure', 'mf', 'M-MF-0'] },
        rows: changed('progress', ({ measure, period }) => measure === 'M-MF-0' && period === '2026-Q2', {
          ...{ percent: '17', reason: 'Counted twice.' },
        }),
      },
    ],
    [
      'a value, with a reason, corrects it',
      {
        ...{ table: 'observations', becomes: 'ObservationCorrected', of: ['indicator', 'stk', 'K-STK-0'] },
        rows: changed('observations', ({ indicator }) => indicator === 'K-STK-0', {
          ...{ value: '8', standing: '', reason: 'Typo.' },
        }),
      },
    ],
  ])('a change of %s, once, however often it is taken in', async (_, { table, rows: all, becomes, of }) => {
    const file = filesOf({ [table]: all[table] });
    const { faults, commands } = await state.take(file);
    expect(faults.map(faultText)).toEqual([]);
    expect(commands).toBeGreaterThanOrEqual(1);
    expect((await historyOf(of)).filter((type) => type === becomes)).toHaveLength(1);
    const again = await state.take(file);
    expect({ ...again, faults: again.faults.map(faultText) }).toMatchObject({ commands: 0, faults: [] });
    expect((await historyOf(of)).filter((type) => type === becomes)).toHaveLength(1);
  });
});
