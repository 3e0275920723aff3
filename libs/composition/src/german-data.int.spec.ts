import { DevelopmentIssuer, loadJurisdiction, readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { importBundle, type Imported, type Target } from './bundle/import-bundle';
import { readFolder } from './bundle/read-bundle';
import { issuedTokens } from './bundle/tokens';
import type { Running } from './process/run';
import { startEverything } from './process/start-all-in-one';
import { DEFAULT_JURISDICTION } from './services/parts';
import { until } from './services/until';
import { readBroadband } from './testing/broadband';
import { readDigitalDecade } from './testing/digital-decade';
import { type RealRow, type RealTables, writeTables } from './testing/real-tables';
import { withTestData } from './testing/test-data';

type Summary = Readonly<{
  indicatorId: string;
  reference: string;
  region: string | null;
  kind: string;
  observationCount: number;
  latest: Readonly<{ value: number }> | null;
  targetPath: readonly Readonly<{ date: string; value: number }>[];
  ratio: number | null;
}>;
type Page = Readonly<{ items: readonly Summary[]; cursor: string | null }>;
type Detail = Readonly<{ observations: readonly Readonly<{ period: string; value: number }>[] }>;

let data: string;
let running: Running;
let target: Target;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'zielwerk-'));
  running = await startEverything(
    readConfiguration({
      ...{ ZIELWERK_PORT: '0', ZIELWERK_DATA: data, ZIELWERK_EMPTY: 'true', ZIELWERK_TODAY: '2026-09-30' },
      ZIELWERK_RATE_LIMIT: '5000',
    }),
  );
  const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
  const jurisdiction = await loadJurisdiction(DEFAULT_JURISDICTION);
  target = { url: running.url, jurisdiction, ...(await issuedTokens(issuer)) };
});
afterEach(async () => {
  await running.stop();
  rmSync(data, { recursive: true });
});

/** As files, in the way whoever holds the data would bring it. Resolves when readers see it. */
const take = async (tables: RealTables): Promise<Imported> => {
  const folder = mkdtempSync(join(tmpdir(), 'zielwerk-bundle-'));
  try {
    writeTables(folder, tables);
    const { tables: read, faults } = readFolder(folder);
    expect(faults).toEqual([]);
    const imported = await importBundle(read, target);
    await until(async () => {
      for (const { isSettled } of running.services) if (!(await isSettled())) return false;
      return true;
    });
    return imported;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const ask = async (path: string): Promise<Response> => {
  const answer = await fetch(`${target.url}/api/strategy/${path}`, {
    headers: { authorization: `Bearer ${target.readingToken}` },
  });
  expect(answer.status).toBe(200);
  return answer;
};

const indicators = async (): Promise<readonly Summary[]> => {
  const all: Summary[] = [];
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const page = (await (await ask(`indicators?limit=500${cursor}`)).json()) as Page;
    all.push(...page.items);
    next = page.cursor;
  }
  return all;
};

const observationsOf = async (all: readonly Summary[], reference: string): Promise<Detail['observations']> => {
  const id = all.find((one) => one.reference === reference)?.indicatorId ?? '';
  return ((await (await ask(`indicators/${id}`)).json()) as Detail).observations;
};

/** Plain lines without a header, cut at a separator: read by nothing that the import reads with. */
const cut = (text: string, separator: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => line.split(separator));

/** `reference period value`, sorted. */
const exported = async (): Promise<readonly string[]> =>
  cut(await (await ask('exports/observations.csv')).text(), ';')
    .map(([indicator = '', period = '', value = '']) => `${indicator} ${period} ${Number(value.replace(',', '.'))}`)
    .sort();

/** With other cells in some observations. */
const spoiled = (tables: RealTables, changes: Readonly<Record<number, RealRow>>): RealTables => ({
  ...tables,
  observations: (tables.observations ?? []).map((row, index) => ({ ...row, ...changes[index] })),
});

const refusals = ({ faults }: Imported) => faults.map(({ row, column, detail }) => [row, column, detail]);

withTestData('de-breitband', (folder) => {
  const file = join(folder, 'st_breitband_2018_2021_long.csv');
  const lines = cut(readFileSync(file, 'utf8'), ',').filter(([, , ags = '']) => ags.startsWith('15'));
  const series = new Set(lines.map(([, , ...rest]) => rest.slice(0, 3).join('-')));

  it('holds every value of Saxony-Anhalt and its fourteen districts, and takes none of them twice', async () => {
    const first = await take(readBroadband(file));
    expect(first).toMatchObject({ sent: true, faults: [], rows: 1 + series.size + lines.length });
    expect(first.commands).toBe(first.rows);

    const all = await indicators();
    expect([lines.length, series.size, all.length]).toEqual([11_955, 2_955, series.size]);
    const expected = lines.map(
      ([on, , ags, segment, metric, value]) => `K-${ags}-${segment}-${metric} ${on} ${Number(value)}`,
    );
    expect(await exported()).toEqual(expected.sort());
    expect(all.reduce((sum, { observationCount }) => sum + observationCount, 0)).toBe(lines.length);
    expect(all.filter(({ reference, region }) => !reference.startsWith(`K-${region}-`))).toEqual([]);
    expect([...new Set(all.map(({ region }) => region))].sort()).toEqual(
      [...new Set(lines.map(([, , ags]) => ags))].sort(),
    );

    const gigabit = await observationsOf(all, 'K-15-privat-verf_100_1000');
    expect(gigabit.map(({ period, value }) => [period, value])).toEqual([
      ...[
        ['2018-12-31', 6.15],
        ['2019-06-30', 7.28],
        ['2019-12-31', 9.45],
      ],
      ...[
        ['2020-06-30', 12.01],
        ['2020-12-31', 19.09],
        ['2021-06-30', 25.96],
      ],
    ]);

    const again = await take(readBroadband(file));
    expect(again).toMatchObject({ sent: true, commands: 0, faults: [], vanished: [] });
    expect(await exported()).toHaveLength(lines.length);
  }, 240_000);

  it('has nothing that must be refused, and refuses what is spoiled on the way without taking anything', async () => {
    const whole = cut(readFileSync(file, 'utf8'), ',');
    const named = new Set(whole.map((cells) => cells.slice(0, 5).join()));
    const doubles = whole.length - named.size;
    const unfit = whole.filter(([, , , , , value = '']) => !/^\d+(\.\d+)?$/u.test(value) || Number(value) > 100);
    expect([whole.length, doubles, unfit.length]).toEqual([23_910, 0, 0]);

    const tables = readBroadband(file);
    const [{ indicator = '', period = '' } = {}] = tables.observations ?? [];
    const changes: Readonly<Record<number, RealRow>> = {
      ...{ 7: { value: '' }, 70: { value: 'k. A.' }, 700: { period: '' }, 7000: { indicator, period } },
    };
    const refused = await take(spoiled(tables, changes));
    expect(refused.sent).toBe(false);
    expect(refusals(refused)).toEqual([
      [9, 'value', 'may not be empty'],
      [72, 'value', 'must be a number such as 12,5'],
      [702, 'period', 'may not be empty'],
      [7_002, null, 'says the same as row 2'],
    ]);
    expect(await indicators()).toEqual([]);
  });
});

withTestData('eu-digital-decade', (folder) => {
  const facts = cut(readFileSync(join(folder, 'facts.csv'), 'utf8'), ',');
  const germany = facts.filter(([, , , , country]) => country === 'DE');
  const observed = facts.filter(([, , breakdown]) => breakdown === 'dd_hist_2023');
  const targets = new Map(
    facts.flatMap(([, code = '', breakdown, , , , value]) =>
      breakdown === 'dd_target_2030' ? [[`K-${code}`, Number(value)] as const] : [],
    ),
  );

  it('holds the targets of 2030 and the figures of Germany against them', async () => {
    expect([facts.length, germany.length, observed.length, targets.size]).toEqual([736, 24, 16, 16]);
    const unnamed = await take(readDigitalDecade(folder, { editions: 'asPublished' }));
    expect(unnamed).toMatchObject({ sent: false });
    expect(new Set(refusals(unnamed).map(([, column]) => column))).toEqual(new Set(['period']));
    expect(unnamed.faults).toHaveLength(germany.length);

    const early = await take(readDigitalDecade(folder, { editions: 'final' }));
    expect(early.sent).toBe(true);
    expect(early.faults.map(({ detail }) => detail)).toEqual(
      germany.map(() => 'ReportObservation was refused by mid: 2026 ends on 2026-12-31 only.'),
    );
    expect(await exported()).toHaveLength(observed.length);

    const provisional = await take(readDigitalDecade(folder, { editions: 'provisional' }));
    expect(provisional).toMatchObject({ sent: true, faults: [], commands: germany.length });
    const expected = [...germany, ...observed].map(
      ([, code, , , , period = '', value]) => `K-${code} ${period.replace('desi_', '')} ${Number(value)}`,
    );
    expect(await exported()).toEqual(expected.sort());

    const all = await indicators();
    const codes = new Set([...germany, ...observed].map(([, code = '']) => `K-${code}`));
    expect(all.map(({ reference }) => reference).sort()).toEqual([...new Set([...codes, ...targets.keys()])].sort());
    const withTarget = all.filter(({ kind }) => kind === 'increase');
    expect(new Map(withTarget.map(({ reference, targetPath }) => [reference, targetPath.at(-1)?.value]))).toEqual(
      targets,
    );
    expect(new Set(withTarget.map(({ targetPath }) => targetPath.at(-1)?.date))).toEqual(new Set(['2030-12-31']));
    expect(await take(readDigitalDecade(folder, { editions: 'provisional' }))).toMatchObject({
      commands: 0,
      faults: [],
    });
  });
});
