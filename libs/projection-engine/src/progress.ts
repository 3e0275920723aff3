// How far the read model has come, as the database says it to whoever asks.
import { ministryOf } from '@zielwerk/kernel';

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

export const editionOf = async (db: Database): Promise<string> => {
  const stored = await db.selectFrom('projection').select(['ordinal', 'requeued']).orderBy('name').execute();
  return stored.map(({ ordinal, requeued }) => `${ordinal}.${requeued}`).join('-');
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
