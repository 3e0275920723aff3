// Events made durable one at a time, by so many writers, each on streams of its own.
import type { Figure, Reach } from '../figure';
import type { CreateModel, Model } from '../models';
import { sideBySide } from '../rounds';
import { newFolder, type Run } from '../run';
import { eventOf, EVENTS_PER_STREAM, streamOf } from '../workload/goals';

const STREAMS_PER_WRITER = 100_000;
const WARM_MS = 300;
// Made before the clock runs: whoever appends, the events cost the same.
const READY_GOALS = 500;

/** Appends one event: the `version`th (from 1) of a goal. */
type Append = (goal: number, version: number) => Promise<unknown>;
type Store = Readonly<{ append: Append; close: () => unknown }>;
/** `folder` is new, and removed when the bench ends. */
export type OpenStore = (folder: string) => Promise<Store> | Store;

export const readyOf = <Event>(make: (goal: number, version: number) => Event) => {
  const made = Array.from({ length: READY_GOALS }, (_, goal) =>
    Array.from({ length: EVENTS_PER_STREAM }, (__, at) => [make(goal, at + 1)] as const),
  );
  return (goal: number, version: number): readonly Event[] => made[goal % READY_GOALS]?.[version - 1] ?? [];
};

/** A model as a store; undefined where there is none. `url` is that of a server, for a model that needs one. */
export const modelStore = (create: CreateModel | undefined, url?: string): OpenStore | undefined => {
  if (!create) return undefined;
  const modelEvents = readyOf(eventOf);
  return async (dir) => {
    const model: Model = await create({ dir, ...(url !== undefined && { pgUrl: url }) });
    return {
      append: (goal, version) => model.append(streamOf(goal), version - 1, modelEvents(goal, version)),
      close: () => model.close(),
    };
  };
};

export type Contender = Readonly<{ name: string; open: OpenStore | undefined; reach: Reach }>;

/** Ours beside each of the others, called `what` in the table. */
export const appendedBy = (
  run: Run,
  what: string,
  writers: number,
  { ours, others }: Readonly<{ ours: OpenStore; others: readonly Contender[] }>,
): Promise<readonly Figure[]> => {
  const load = { writers, ms: run.seconds * 1000 };
  const rateOf = (open: OpenStore) => (round: number) => rate(open, newFolder(run, `append-${writers}-${round}`), load);
  const name = `${what}, ${writers} ${writers === 1 ? 'writer' : 'writers'}`;
  return sideBySide(
    run.rounds,
    { name, unit: 'events/s' },
    rateOf(ours),
    others.map(({ open, ...other }) => ({ ...other, measure: open && rateOf(open) })),
  );
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
