// What every page says before anything else: that facts are made up, and that its day was set.
import { ClockOfDay } from '@zielwerk/platform';

import { OpenStrategy } from '../testing/open-strategy';
import { goals, smallState } from '../testing/small-state';

type Given = Parameters<typeof OpenStrategy.open>[0];

const PATHS = [
  ...['/', '/goals', '/measures', '/indicators', `/goals/${goals.fibre}`, '/ministries/mid', '/nowhere'],
] as const;

/** The pages, after the first of them has been asked for. */
const pagesOf = async (given: Given, recordings = smallState) => {
  const strategy = await OpenStrategy.open(given);
  await strategy.record(...recordings);
  const pages = [];
  for (const path of PATHS) pages.push(await strategy.page(path));
  await strategy.close();
  return pages;
};
const saying = (pages: readonly string[], words: string) => pages.filter((page) => page.includes(words)).length;

const sample = [{ goalId: goals.fibre, title: 'Glasfaser für alle' }];

it('the facts are made up where the sample is there', async () => {
  const pages = await pagesOf({ sample });
  expect([saying(pages, 'Beispieldaten'), saying(pages, 'Beispielnamen')]).toEqual([PATHS.length, 0]);
});

it.each([
  ['the state is empty', { sample }, []],
  ['another goal has the id', { sample: [{ goalId: goals.fibre, title: 'Erfunden' }] }, smallState],
  ['the jurisdiction has no sample', {}, smallState],
])('only the names are made up where %s', async (_, given, recordings) => {
  const pages = await pagesOf(given, recordings);
  expect([saying(pages, 'Beispieldaten'), saying(pages, 'Beispielnamen')]).toEqual([0, PATHS.length]);
});

it('the day is said where it was set, and only there', async () => {
  const words = 'Dieses System zeigt den Stand vom 29. Februar 2028 und altert nicht.';
  expect(saying(await pagesOf({ clock: new ClockOfDay('2028-02-29') }), words)).toBe(PATHS.length);
  expect(saying(await pagesOf({}), 'altert nicht')).toBe(0);
});
