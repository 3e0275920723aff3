// Events made durable one at a time, by 64 writers and by one, each on streams of its own.
import { SqliteEventStore } from '@zielwerk/event-store';
import type { NewEvent } from '@zielwerk/kernel';
import { SystemClock } from '@zielwerk/platform';
import { join } from 'node:path';

import type { Figure } from '../figure';
import type { CreateModel } from '../models';
import { OwnColumns } from '../models/own-columns';
import { sideBySide } from '../rounds';
import { newFolder, type Run, type Section } from '../run';
import { eventOf, EVENTS_PER_STREAM, newEventOf, streamOf } from '../workload/goals';

const STREAMS_PER_WRITER = 100_000;
const WARM_MS = 300;
// Made before the clock runs: whoever appends, the events cost the same.
const READY_GOALS = 500;

/** Appends one event: the `version`th (from 1) of a goal. */
type Append = (goal: number, version: number) => Promise<unknown>;
type Store = Readonly<{ append: Append; close: () => unknown }>;
type OpenStore = (folder: string) => Promise<Store> | Store;

const readyOf = <Event>(make: (goal: number, version: number) => Event) => {
  const made = Array.from({ length: READY_GOALS }, (_, goal) =>
    Array.from({ length: EVENTS_PER_STREAM }, (__, at) => [make(goal, at + 1)] as const),
  );
  return (goal: number, version: number): readonly Event[] => made[goal % READY_GOALS]?.[version - 1] ?? [];
};

export const append: Section = async (run) => {
  const [newEvents, modelEvents] = [readyOf<NewEvent>(newEventOf), readyOf(eventOf)];
  const ours: OpenStore = (folder) => {
    const store = SqliteEventStore.open(join(folder, 'events.db'), new SystemClock());
    return {
      append: (goal, version) => store.append(streamOf(goal), version - 2, newEvents(goal, version)),
      close: () => store.close(),
    };
  };
  const columns: OpenStore = (folder) => {
    const model = new OwnColumns(folder);
    return {
      append: (goal, version) => model.append(streamOf(goal), version - 2, newEvents(goal, version)),
      close: () => model.close(),
    };
  };
  const modelOf =
    (create: CreateModel): OpenStore =>
    async (dir) => {
      const model = await create({ dir });
      return {
        append: (goal, version) => model.append(streamOf(goal), version - 1, modelEvents(goal, version)),
        close: () => model.close(),
      };
    };
  const create = await run.models.load('own-sqlite');
  const model = create && modelOf(create);
  return [
    ...(await withWriters(run, 64, { ours, columns, model })),
    ...(await withWriters(run, 1, { ours, columns, model })),
  ];
};

type Stores = Readonly<{ ours: OpenStore; columns: OpenStore; model: OpenStore | undefined }>;

const withWriters = (run: Run, writers: number, { ours, columns, model }: Stores): Promise<readonly Figure[]> => {
  const rateOf = (name: string, open: OpenStore) => (round: number) =>
    rate(open, newFolder(run, `append-${name}-${writers}-${round}`), { writers, ms: run.seconds * 1000 });
  const name = `durable append, ${writers} ${writers === 1 ? 'writer' : 'writers'}`;
  const reach = { times: 0.8 };
  return sideBySide(run.rounds, { name, unit: 'events/s' }, rateOf('ours', ours), [
    { name: 'own-sqlite', measure: model && rateOf('model', model), reach },
    { name: 'own-sqlite with our columns', measure: rateOf('columns', columns), reach },
  ]);
};

/** Events a second. */
const rate = async (open: OpenStore, folder: string, load: { writers: number; ms: number }): Promise<number> => {
  const store = await open(folder);
  await write(store.append, { ...load, ms: WARM_MS, from: load.writers });
  const done = await write(store.append, { ...load, from: 0 });
  await store.close();
  return done;
};

type Load = Readonly<{ writers: number; ms: number; from: number }>;

const write = async (append: Append, { writers, ms, from }: Load): Promise<number> => {
  const start = performance.now();
  const counts = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let count = 0;
      for (; performance.now() - start < ms; count += 1) {
        const goal = (from + writer) * STREAMS_PER_WRITER + Math.floor(count / EVENTS_PER_STREAM);
        await append(goal, (count % EVENTS_PER_STREAM) + 1);
      }
      return count;
    }),
  );
  return (counts.reduce((sum, count) => sum + count, 0) / (performance.now() - start)) * 1000;
};
