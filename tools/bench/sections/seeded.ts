// One log of events in every store, for what reads it.
import { SqliteEventStore } from '@zielwerk/event-store';
import { SystemClock } from '@zielwerk/platform';
import { join } from 'node:path';

import type { Model } from '../models';
import { OwnColumns } from '../models/own-columns';
import { newFolder, type Run } from '../run';
import { eventOf, EVENTS_PER_STREAM, newEventOf, streamOf } from '../workload/goals';

export const EVENTS = 100_000;
const TOGETHER = 50;
const ONE_TO_TEN = Array.from({ length: EVENTS_PER_STREAM }, (_, at) => at + 1);

const eachGoal = async (together: number, append: (goal: number) => Promise<unknown>): Promise<void> => {
  for (let goal = 0; goal < EVENTS / EVENTS_PER_STREAM; goal += together)
    await Promise.all(Array.from({ length: together }, (_, at) => append(goal + at)));
};

/** Holds EVENTS events. */
export const seededStore = async (run: Run, name: string): Promise<SqliteEventStore> => {
  const store = SqliteEventStore.open(join(newFolder(run, name), 'events.db'), new SystemClock());
  const eventsOf = (goal: number) => ONE_TO_TEN.map((version) => newEventOf(goal, version));
  await eachGoal(TOGETHER, (goal) => store.append(streamOf(goal), -1, eventsOf(goal)));
  return store;
};

export const seededColumns = async (run: Run, name: string): Promise<OwnColumns> => {
  const model = new OwnColumns(newFolder(run, name));
  const eventsOf = (goal: number) => ONE_TO_TEN.map((version) => newEventOf(goal, version));
  await eachGoal(TOGETHER, (goal) => model.append(streamOf(goal), -1, eventsOf(goal)));
  return model;
};

/** `together`: how many streams are appended to at once, which some peers do not bear. */
type Seeding = Readonly<{ name: string; together?: number; pgUrl?: string }>;

/** The model or peer with that name; undefined when it is not here. */
export const seededModel = async (
  run: Run,
  { name, together = TOGETHER, pgUrl }: Seeding,
): Promise<Model | undefined> => {
  const create = await run.models.load(name);
  const model = await create?.({ dir: newFolder(run, `seeded-${name}`), ...(pgUrl !== undefined && { pgUrl }) });
  if (model)
    await eachGoal(together, (goal) => {
      const events = ONE_TO_TEN.map((version) => eventOf(goal, version));
      return model.append(streamOf(goal), 0, events);
    });
  return model;
};
