// Events made durable one at a time on a real PostgreSQL, by 64 writers and by one.
import { PostgresDatabase, PostgresEventStore } from '@zielwerk/event-store';
import type { NewEvent } from '@zielwerk/kernel';
import { SystemClock } from '@zielwerk/platform';

import type { Figure } from '../figure';
import type { Run, Section } from '../run';
import { newEventOf, streamOf } from '../workload/goals';
import { appendedBy, modelStore, type OpenStore, readyOf } from './appending';
import { onPostgres } from './on-postgres';

export const postgres: Section = (run) => onPostgres(run, (url) => appending(run, url));

const appending = async (run: Run, url: string): Promise<readonly Figure[]> => {
  const newEvents = readyOf<NewEvent>(newEventOf);
  let houses = 0;
  const ours: OpenStore = async () => {
    const database = await PostgresDatabase.open(url, `bench_${(houses += 1)}`);
    const store = new PostgresEventStore(database, new SystemClock());
    return {
      append: (goal, version) => store.append(streamOf(goal), version - 2, newEvents(goal, version)),
      close: () => store.close().then(() => database.close()),
    };
  };
  const peer = async (name: string) => modelStore(await run.models.load(name), url);
  const others = [
    { name: 'own-postgres', open: await peer('own-postgres'), reach: { times: 0.5 } },
    { name: 'Emmett on PostgreSQL', open: await peer('emmett-postgres'), reach: { times: 5 } },
  ];
  const by = (writers: number, reached: typeof others) =>
    appendedBy(run, 'durable append on PostgreSQL', writers, { ours, others: reached });
  // One writer waits for one commit after the other, whoever makes them: five times a peer cannot be had there.
  const alone = others.map((other) => ({ ...other, reach: { times: 0.5 } }));
  return [...(await by(64, others)), ...(await by(1, alone))];
};
