import type { EventLog } from './event-log';
import type { Projector } from './projector';
import type { Database } from './tables';

const PAGE = 500;

/** How many parked events could be applied after all, and how many could not. */
export type Requeued = Readonly<{ applied: number; parked: number }>;

const parkedFor = async (db: Database, name: string): Promise<Readonly<{ count: number; last: number }>> => {
  const { count, last } = await db
    .selectFrom('parked')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max<number | null>('id').as('last')])
    .where('projection', '=', name)
    .executeTakeFirstOrThrow();
  return { count, last: last ?? 0 };
};

/** Tries one projection's parked events again, oldest first. What fails again is parked anew, with what waits for it. */
export const requeue = async (db: Database, log: EventLog, projector: Projector): Promise<Requeued> => {
  const { name } = projector;
  const before = await parkedFor(db, name);
  if (before.count === 0) return { applied: 0, parked: 0 };

  await projector.retry(async () => {
    // Ids only rise: what is parked anew is not tried a second time.
    const { ids, facts } = await log.parked(name, before.last, PAGE);
    return {
      items: facts,
      forget: async (transaction) => {
        await transaction.deleteFrom('parked').where('id', 'in', ids).execute();
      },
    };
  });
  await db
    .updateTable('projection')
    .set(({ eb }) => ({ requeued: eb('requeued', '+', 1) }))
    .where('name', '=', name)
    .execute();
  const { count } = await parkedFor(db, name);
  return { applied: Math.max(0, before.count - count), parked: count };
};
