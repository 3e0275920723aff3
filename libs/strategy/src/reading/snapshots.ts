// What one answer says is true of one moment: rows, and the positions they are cited by, are read in one transaction.
import { ministryOf } from '@zielwerk/kernel';
import type { ReadModel } from '@zielwerk/projection-engine';

import type { Positions } from '../views/answer';
import type { StrategyTables, Tables } from './tables';

/** `edition` changes whenever anything that can be read has changed. */
export type Moment = Readonly<{ positions: Positions; edition: string }>;
export type Snapshot<View> = Moment & Readonly<{ view: View }>;

type Progress = Readonly<{
  /** Up to here every projection has come. */
  checkpoint: number;
  /** The end of the log. */
  last: number;
  offsets: Readonly<Record<string, number>>;
  edition: string;
}>;

export class Snapshots {
  constructor(private readonly readModel: Pick<ReadModel<StrategyTables>, 'snapshot'>) {}

  /** Runs the queries of one answer; they see one state, whatever is written meanwhile. */
  take<View>(read: (db: Tables, moment: Moment) => Promise<View>): Promise<Snapshot<View>> {
    return this.readModel.snapshot(async (db) => {
      const progress = await progressOf(db);
      const moment = { positions: await positionsAt(db, progress), edition: progress.edition };
      return { ...moment, view: await read(db, moment) };
    });
  }

  /** The moment that is now, without reading anything of it. */
  async now(): Promise<Moment> {
    return this.take(() => Promise.resolve(null));
  }
}

const progressOf = async (db: Tables): Promise<Progress> => {
  const projections = await db
    .selectFrom('projection')
    .select(['name', 'ordinal', 'requeued'])
    .orderBy('name')
    .execute();
  const topics = await db.selectFrom('topic').select(['topic', 'next_offset']).orderBy('topic').execute();
  const last = await db
    .selectFrom('event')
    .select(['ordinal', 'event_id'])
    .orderBy('ordinal', 'desc')
    .limit(1)
    .execute();
  // A table that is being rebuilt beside the live one is not read yet.
  const live = projections.filter(({ name }) => !name.includes('__'));
  return {
    checkpoint: Math.min(...live.map(({ ordinal }) => ordinal)),
    last: last[0]?.ordinal ?? 0,
    offsets: Object.fromEntries(topics.map(({ topic, next_offset }) => [ministryOf(topic), next_offset - 1])),
    edition: JSON.stringify([live.map(({ ordinal, requeued }) => [ordinal, requeued]), topics, last[0]?.event_id]),
  };
};

/** Where projections are behind the log, only what they have passed is cited. */
const positionsAt = async (db: Tables, { checkpoint, last, offsets }: Progress): Promise<Positions> => {
  if (checkpoint >= last) return offsets;
  const passed = await Promise.all(
    Object.keys(offsets).map(async (ministry) => [ministry, (await lastEvent(db, ministry, checkpoint))?.offset ?? -1]),
  );
  return Object.fromEntries(passed) as Positions;
};

/** A ministry's last event, or its last one up to an ordinal. */
export const lastEvent = (db: Tables, ministry: string, upTo?: number) =>
  db
    .selectFrom('event')
    .select(['offset', 'recorded_at'])
    .where('ministry', '=', ministry)
    .$if(upTo !== undefined, (events) => events.where('ordinal', '<=', upTo ?? 0))
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
