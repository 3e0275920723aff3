// A table made anew from the whole log beside the live one, which goes on until the two are swapped.
import { sql } from 'kysely';

import { dialectOf } from './bulk';
import { createRowIndexes, createRowTable, renameRowIndexes } from './create-tables';
import type { EventLog } from './event-log';
import type { Folded } from './fold';
import type { Lane } from './lane';
import { Projector } from './projector';
import { advance, toTheEnd } from './projecting';
import type { Session } from './store';
import { type Database, type RowProjection, shapeOf } from './tables';

/** An event that the new version cannot apply. The live table is as it was. */
export class RebuildFailed extends Error {
  override readonly name = 'RebuildFailed';

  constructor(
    readonly projection: string,
    readonly ordinal: number,
    readonly reason: string,
  ) {
    super(`${projection} cannot be rebuilt: event ${ordinal} of the log cannot be applied. ${reason}`);
  }
}

type Means = Readonly<{
  session: Session;
  log: EventLog;
  /** Live projectors work in it, and must not while tables are swapped. */
  lane: Lane;
  now: () => string;
  swapped: () => Promise<void>;
  /** Told, batch after batch, how far a table has come in the log. */
  progress: (projection: string, ordinal: number) => void;
}>;

const nextOf = (name: string) => `${name}__next`;

/** Removes what a rebuild that did not end has left. */
export const dropNext = async (db: Database, { name }: RowProjection): Promise<void> => {
  const next = nextOf(name);
  await db.schema.dropTable(next).ifExists().execute();
  await db.deleteFrom('parked').where('projection', '=', next).execute();
  await db.deleteFrom('projection').where('name', '=', next).execute();
};

/**
 * Builds all these projections at once, reading and decoding the log once, and swaps them in one transaction. Throws
 * RebuildFailed. An event that is parked already stays parked, with those that wait for it: else one poisoned event
 * would forbid every later version. A projection that has no table yet has none to go on with: there it is parked.
 */
export const rebuild = async (means: Means, projections: readonly RowProjection[]): Promise<void> => {
  const { session, log, lane, now } = means;
  const { db } = session;
  for (const projection of projections) await begin(db, projection);
  const next = projections.map((projection) => new Projector(db, projection, nextOf(projection.name), now));
  const live = await liveAmong(db, projections);
  const refuse = async ({ projection: { name } }: Projector, folded: Folded, transaction: Database) => {
    if (live.has(name)) await refuseNewlyParked(transaction, name, folded);
  };
  try {
    await toTheEnd(async () => {
      const more = await advance(log, next, refuse);
      for (const { projection, checkpoint } of next) means.progress(projection.name, checkpoint);
      return more;
    });
    if (dialectOf(db).renamesIndexes) for (const { projection, name } of next) await index(db, name, projection);
    await lane.run(async () => {
      while (await advance(log, next, refuse)) continue;
      await session.exclusively(async (transaction) => {
        for (const { projection } of next) await swap(transaction, projection);
      });
      await means.swapped();
    });
  } catch (error) {
    for (const projection of projections) await dropNext(db, projection);
    throw error;
  }
};

const liveAmong = async (db: Database, projections: readonly RowProjection[]): Promise<ReadonlySet<string>> => {
  const names = projections.map(({ name }) => name);
  const rows = await db.selectFrom('projection').select('name').where('name', 'in', names).execute();
  return new Set(rows.map(({ name }) => name));
};

const begin = async (db: Database, projection: RowProjection): Promise<void> => {
  await dropNext(db, projection);
  await createRowTable(db, nextOf(projection.name), projection);
  await db
    .insertInto('projection')
    .values({ name: nextOf(projection.name), shape: shapeOf(projection), ordinal: 0, requeued: 0 })
    .execute();
};

/** Before readers have to wait, where an engine can. */
const index = async (db: Database, table: string, projection: RowProjection): Promise<void> => {
  await createRowIndexes(db, table, projection);
  await sql`analyze ${sql.table(table)}`.execute(db);
};

const refuseNewlyParked = async (transaction: Database, name: string, { parked }: Folded): Promise<void> => {
  for (const { ordinal, reason, waitsFor } of parked) {
    if (waitsFor !== null) continue;
    const known = await transaction
      .selectFrom('parked')
      .select('id')
      .where('projection', '=', name)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    if (!known) throw new RebuildFailed(name, ordinal, reason);
  }
};

const swap = async (transaction: Database, projection: RowProjection): Promise<void> => {
  const { name } = projection;
  await transaction.schema.dropTable(name).ifExists().execute();
  await transaction.schema.alterTable(nextOf(name)).renameTo(name).execute();
  if (dialectOf(transaction).renamesIndexes)
    await renameRowIndexes(transaction, { from: nextOf(name), to: name }, projection);
  else await createRowIndexes(transaction, name, projection);

  const before = await transaction
    .selectFrom('projection')
    .select('requeued')
    .where('name', '=', name)
    .executeTakeFirst();
  await transaction.deleteFrom('projection').where('name', '=', name).execute();
  // Rows may be others at the same checkpoint.
  const requeued = (before?.requeued ?? 0) + 1;
  await transaction.updateTable('projection').set({ name, requeued }).where('name', '=', nextOf(name)).execute();
  await transaction.deleteFrom('parked').where('projection', '=', name).execute();
  await transaction.updateTable('parked').set({ projection: name }).where('projection', '=', nextOf(name)).execute();
};
