// Every event of a log read once: checked, decoded and lifted to its newest version; the models only parse JSON.
import type { SqliteEventStore } from '@zielwerk/event-store';
import { BEFORE_ALL } from '@zielwerk/kernel';

import { perSecond, sideBySide } from '../rounds';
import type { Section } from '../run';
import { goalEvents } from '../workload/goals';
import { EVENTS, seededColumns, seededModel, seededStore } from './seeded';

const PAGE = 500;

/** Reads what the events say, so that nobody can leave it out. */
const replayTyped = async (store: SqliteEventStore): Promise<number> => {
  let seen = 0;
  let position = BEFORE_ALL;
  for (let page = await store.readAll(position, PAGE); page.length > 0; page = await store.readAll(position, PAGE)) {
    for (const { wireType, data } of page) seen += goalEvents.decode(wireType, data)?.data.note.length ?? 0;
    position = page.at(-1)?.position ?? position;
  }
  return seen;
};
const noteIn = (data: unknown): number => (data as { note: string }).note.length;

export const replay: Section = async (run) => {
  const store = await seededStore(run, 'replay');
  const columns = await seededColumns(run, 'replay-columns');
  const model = await seededModel(run, { name: 'own-sqlite' });
  let seen = 0;
  const figures = await sideBySide(
    run.rounds,
    { name: 'replay of 100k events, decoded and typed', unit: 'events/s' },
    () => perSecond(EVENTS, () => replayTyped(store)),
    [
      {
        name: 'own-sqlite',
        measure: model && (() => perSecond(EVENTS, () => model.replay((_, data) => (seen += noteIn(data))))),
        reach: { times: 0.5 },
      },
      {
        name: 'own-sqlite with our columns',
        measure: () => perSecond(EVENTS, () => columns.replay((_, data) => (seen += noteIn(data)))),
        reach: { times: 0.5 },
      },
    ],
  );
  await store.close();
  columns.close();
  await model?.close();
  return figures;
};
