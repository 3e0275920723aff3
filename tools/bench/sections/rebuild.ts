// A million events made into rows anew, on either engine, and how much memory that takes.
import { toBusMessage } from '@zielwerk/contracts';
import { type ReceivedMessage, topicOf } from '@zielwerk/kernel';
import { openReadModel, type ReadModel } from '@zielwerk/projection-engine';
import { join } from 'node:path';

import type { Figure } from '../figure';
import { newFolder, type Run, type Section } from '../run';
import { EVENTS_PER_STREAM, goalEvents, goalsProjection, newEventOf, streamOf } from '../workload/goals';
import { onPostgres } from './on-postgres';

const EVENTS = 1_000_000;
const GOALS_AT_ONCE = 200;
const LOOK_MS = 50;
const RECORDED_AT = '2026-11-23T22:59:00.000Z';

/** What happens to one goal, as it comes from the bus. */
const arrivalsOf = (goal: number): readonly ReceivedMessage[] =>
  Array.from({ length: EVENTS_PER_STREAM }, (_, revision) => {
    const event = newEventOf(goal, revision + 1);
    const position = goal * EVENTS_PER_STREAM + revision;
    const meta = { ...event.meta, stream: streamOf(goal), revision, recordedAt: RECORDED_AT };
    const { key, value, headers } = toBusMessage({ ...event, position: position + 1, meta }, goalEvents);
    return { topic: topicOf('mwu'), offset: position, key, value: Buffer.from(value), headers };
  });

const fill = async (readModel: ReadModel): Promise<void> => {
  for (let goal = 0; goal < EVENTS / EVENTS_PER_STREAM; goal += GOALS_AT_ONCE)
    await readModel.ingest(Array.from({ length: GOALS_AT_ONCE }, (_, at) => arrivalsOf(goal + at)).flat());
};

type Place = Readonly<{ engine: string; atMost: number; open: () => Promise<ReadModel> }>;

const rebuilt = async ({ engine, atMost, open }: Place): Promise<readonly Figure[]> => {
  const readModel = await open();
  await fill(readModel);
  await readModel.project();
  const before = process.memoryUsage.rss();
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), LOOK_MS);
  const start = performance.now();
  await readModel.rebuild();
  const ours = performance.now() - start;
  clearInterval(looking);
  await readModel.close();
  const name = `a million events rebuilt, ${engine}`;
  return [
    { name, unit: 'ms', ours, reach: { atMost } },
    { name: `${name}: memory that it adds`, unit: 'MB', ours: (most - before) / 1e6 },
  ];
};

const options = { projections: [goalsProjection], events: goalEvents };

export const rebuild: Section = async (run: Run) => [
  ...(await rebuilt({
    ...{ engine: 'SQLite', atMost: 20_000 },
    open: () => openReadModel({ file: join(newFolder(run, 'rebuild'), 'rebuild.db'), ...options }),
  })),
  ...(await onPostgres(run, (url) =>
    rebuilt({
      ...{ engine: 'PostgreSQL', atMost: 60_000 },
      open: () => openReadModel({ database: { url, schema: 'bench_rebuild' }, ...options }),
    }),
  )),
];
