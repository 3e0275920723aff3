// What one answer says is true of one moment: rows, and the positions they are cited by, are read in one transaction.
import type { Progress, ReadModel } from '@zielwerk/projection-engine';

import type { Positions } from '../views/answer';
import type { StrategyTables, Tables } from './tables';

/** `edition` changes whenever anything that can be read has changed. */
export type Moment = Readonly<{ positions: Positions; edition: string }>;
export type Snapshot<View> = Moment & Readonly<{ view: View }>;

export class Snapshots {
  constructor(private readonly readModel: Pick<ReadModel<StrategyTables>, 'snapshot'>) {}

  /** Runs the queries of one answer; they see one state, whatever is written meanwhile. */
  take<View>(read: (db: Tables, moment: Moment) => Promise<View>): Promise<Snapshot<View>> {
    return this.readModel.snapshot(async (db, progress) => {
      const moment = { positions: await positionsAt(db, progress), edition: progress.edition };
      return { ...moment, view: await read(db, moment) };
    });
  }

  /** The moment that is now, without reading anything of it. */
  async now(): Promise<Moment> {
    return this.take(() => Promise.resolve(null));
  }
}

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
