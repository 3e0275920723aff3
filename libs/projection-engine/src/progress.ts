// How far the read model has come, as the database says it to whoever asks.
import { ministryOf } from '@zielwerk/kernel';
import { sql } from 'kysely';

import type { Database } from './tables';

/** The offset of the next message wanted from a topic. */
export const startOf = async (db: Database, topic: string): Promise<number> => {
  const stored = await db.selectFrom('topic').select('next_offset').where('topic', '=', topic).executeTakeFirst();
  return stored?.next_offset ?? 0;
};

/** By ministry, the offset of the last message that was taken: a state is cited by it. */
export const positionsIn = async (db: Database): Promise<Readonly<Record<string, number>>> => {
  const topics = await db.selectFrom('topic').select(['topic', 'next_offset']).orderBy('topic').execute();
  return Object.fromEntries(topics.map(({ topic, next_offset }) => [ministryOf(topic), next_offset - 1]));
};

export type Progress = Readonly<{
  /** Up to here every projection has come. */
  checkpoint: number;
  /** The end of the log. */
  last: number;
  /** By ministry, the offset of the last message in the log. */
  offsets: Readonly<Record<string, number>>;
  /** Changes whenever any row may have changed. */
  edition: string;
}>;
type Reached = Readonly<{ kind: 'projection' | 'topic' | 'event'; name: string; place: number; requeued: number }>;

/** One query, as every answer begins with it. */
const REACHED = sql<Reached>`
  select 'projection' as kind, name, ordinal as place, requeued from projection
  union all select 'topic', topic, next_offset, 0 from topic
  union all select * from (select 'event', event_id, ordinal, 0 from event order by ordinal desc limit 1) as last
  order by kind, name`;

export const progressOf = async (db: Database): Promise<Progress> => {
  const { rows } = await REACHED.execute(db);
  // A table that is being rebuilt beside the live one is not read yet.
  const live = rows.filter(({ kind, name }) => kind === 'projection' && !name.includes('__'));
  const topics = rows.filter(({ kind }) => kind === 'topic');
  const last = rows.find(({ kind }) => kind === 'event');
  return {
    checkpoint: Math.min(...live.map(({ place }) => place)),
    last: last?.place ?? 0,
    offsets: Object.fromEntries(topics.map(({ name, place }) => [ministryOf(name), place - 1])),
    edition: JSON.stringify([...live, ...topics, last].map((one) => one && [one.name, one.place, one.requeued])),
  };
};

/** The last event of the log; 0 while there is none. */
export const lastOrdinal = async (db: Database): Promise<number> => {
  const last = await db.selectFrom('event').select('ordinal').orderBy('ordinal', 'desc').limit(1).executeTakeFirst();
  return last?.ordinal ?? 0;
};

/** How far these projections have come, by name; one without rows yet is not there. */
export const checkpointsOf = async (db: Database, names: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const stored = await db.selectFrom('projection').select(['name', 'ordinal']).where('name', 'in', names).execute();
  return new Map(stored.map(({ name, ordinal }) => [name, ordinal]));
};
