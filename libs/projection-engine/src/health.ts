import type { ReceivedMessage } from '@zielwerk/kernel';

import { bytesOf } from './bytes';
import { checkpointsOf, lastOrdinal } from './progress';
import type { Database, EngineTables, RowProjection } from './tables';

/** What keeps the read model from being the fold of the bus. All of it is kept, and none of it is lost. */
export type Health = Readonly<{
  /** The last event of the log. A projection whose checkpoint is lower is behind. */
  lastOrdinal: number;
  projections: Readonly<Record<string, Readonly<{ version: number; checkpoint: number; parked: number }>>>;
  /** Events that wait in some projection, over all of them. */
  parked: number;
  /** Messages that wait for an earlier one of their stream: that one is missing on the bus. */
  held: number;
  refused: number;
}>;

export const healthOf = async (db: Database, projections: readonly RowProjection[]): Promise<Health> => {
  const parked = await db
    .selectFrom('parked')
    .select(({ fn }) => ['projection', fn.countAll<number>().as('count')])
    .groupBy('projection')
    .execute();
  const parkedOf = new Map(parked.map(({ projection, count }) => [projection, count]));
  const names = projections.map(({ name }) => name);
  const checkpoints = await checkpointsOf(db, names);
  const each = projections.map(({ name, version }) => {
    return [name, { version, checkpoint: checkpoints.get(name) ?? 0, parked: parkedOf.get(name) ?? 0 }] as const;
  });
  return {
    lastOrdinal: await lastOrdinal(db),
    projections: Object.fromEntries(each),
    parked: each.reduce((sum, [, one]) => sum + one.parked, 0),
    held: await count(db, 'held'),
    refused: await count(db, 'refused'),
  };
};

const count = async (db: Database, table: 'held' | 'refused'): Promise<number> => {
  const { rows } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
};

/** An event that a projection could not apply, or (`waitsFor`) one that waits for it. */
export type ParkedEvent = Readonly<{
  projection: string;
  ordinal: number;
  stream: string;
  /** The row; null when the event says to nobody which row it is about: then all of its stream waits. */
  key: string | null;
  reason: string;
  waitsFor: number | null;
  at: string;
}>;

export const parkedEvents = async (db: Database, limit: number): Promise<readonly ParkedEvent[]> => {
  const rows = await db.selectFrom('parked').selectAll().orderBy('ordinal').orderBy('id').limit(limit).execute();
  return rows.map(({ projection, ordinal, stream, key, reason, waits_for, parked_at }) => ({
    ...{ projection, ordinal, stream, key, reason },
    waitsFor: waits_for,
    at: parked_at,
  }));
};

/** A message that came before an earlier one of its stream. */
export type HeldMessage = Readonly<{ stream: string; revision: number; message: ReceivedMessage }>;
/** A message that has no place in the log. */
export type RefusedMessage = Readonly<{ reason: string; at: string; message: ReceivedMessage }>;

const messageOf = (row: Pick<EngineTables['held'], 'topic' | 'offset' | 'headers' | 'value'>, key: string) => ({
  ...{ topic: row.topic, offset: row.offset, key, headers: row.headers },
  value: bytesOf(row.value),
});

export const heldMessages = async (db: Database, limit: number): Promise<readonly HeldMessage[]> => {
  const rows = await db.selectFrom('held').selectAll().orderBy('stream').orderBy('revision').limit(limit).execute();
  return rows.map(({ stream, revision, ...row }) => ({ stream, revision, message: messageOf(row, stream) }));
};

export const refusedMessages = async (db: Database, limit: number): Promise<readonly RefusedMessage[]> => {
  const rows = await db.selectFrom('refused').selectAll().orderBy('topic').orderBy('offset').limit(limit).execute();
  return rows.map(({ key, reason, refused_at, ...row }) => ({
    reason,
    at: refused_at,
    message: messageOf(row, bytesOf(key).toString()),
  }));
};
