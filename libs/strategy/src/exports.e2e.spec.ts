// The strategy as files, over HTTP.
import { readCsv, readWorkbook, TABLE_NAMES, type Table } from '@zielwerk/bundle';

import { OpenStrategy } from './testing/open-strategy';
import { adopted, goals, indicators, observed, smallState, streams } from './testing/small-state';

const EXPORTS = '/api/strategy/exports';
const analyst = { roles: ['analyst'] };

let strategy: OpenStrategy;
beforeEach(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...smallState);
});
afterEach(() => strategy.close());

const fileOf = (name: string, by?: { roles: string[] }) => strategy.file(`${EXPORTS}/${name}`, by && { by });
const tableIn = async (name: string, by?: { roles: string[] }): Promise<Table> =>
  readCsv(name, name, (await fileOf(name, by)).bytes) as Table;
const titlesIn = async (name: string, by?: { roles: string[] }): Promise<readonly string[]> => {
  const { header, rows } = await tableIn(name, by);
  return rows.map(({ cells }) => cells[header.indexOf('title')] ?? '').sort();
};

it('a table is a CSV file with what the reader may see', async () => {
  const { status, headers } = await fileOf('goals.csv');
  expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
    'attachment; filename="goals.csv"',
  ]);
  const [own, all] = [await titlesIn('goals.csv'), await titlesIn('goals.csv', analyst)];
  expect([own.length, all.length]).toEqual([2, 3]);
  expect(all).toEqual(expect.arrayContaining([...own]));
});

it('a workbook has a sheet for each table and says the same', async () => {
  const { bytes } = await fileOf('bundle.xlsx', analyst);
  const sheets = (await readWorkbook('bundle.xlsx', bytes)) as readonly Table[];
  expect(sheets.map(({ name }) => name)).toEqual(TABLE_NAMES);
  for (const name of TABLE_NAMES) {
    const { header, rows } = await tableIn(`${name}.csv`, analyst);
    const sheet = sheets.find((one) => one.name === name);
    expect([sheet?.header, sheet?.rows.length]).toEqual([header, rows.length]);
  }
});

it('data names the event that each row says', async () => {
  const { body } = await strategy.get(`${EXPORTS}/observations.json`, { by: analyst });
  const { observations } = body.tables as Readonly<Record<string, readonly Readonly<{ id: string; event: string }>[]>>;
  expect(observations?.length).toBeGreaterThan(0);
  for (const { id, event } of observations ?? [])
    expect(event).toMatch(new RegExp(`^[a-z]+\\.indicator-${id}@\\d+$`, 'u'));
});

it('what one house leads is a file of its own', async () => {
  const mine = await titlesIn('goals.csv?ministry=mf', analyst);
  expect([mine.length, (await titlesIn('goals.csv', analyst)).length]).toEqual([2, 3]);
});

it('files are made anew when something has changed, for each audience', async () => {
  const counts = async () => [(await titlesIn('goals.csv')).length, (await titlesIn('goals.csv', analyst)).length];
  expect(await counts()).toEqual([2, 3]);
  await strategy.record([streams.secret, ['2026-05-01', adopted(goals.secret)]]);
  expect(await counts()).toEqual([3, 3]);
  const before = (await tableIn('observations.csv')).rows.length;
  await strategy.record([streams.forms, ['2026-07-01', observed(indicators.forms, '2026-Q2', 8)]]);
  expect((await tableIn('observations.csv')).rows.length).toBe(before + 1);
});

it.each([
  'goals',
  'goals.',
  'goals.txt',
  'bundle.csv',
  'nothing.csv',
  'goals.csv.json',
  '__proto__.csv',
  'goals.toString',
])('there is no %s', async (name) => expect((await fileOf(name, analyst)).status).toBe(404));
