import { createRowIndexes, createRowTable } from './create-tables';
import { dropNext } from './rebuild';
import { type Database, type RowProjection, shapeOf } from './tables';

/**
 * Makes the tables that are missing, while there is nothing to fill them with. Answers the projections whose table is to
 * be made of the log: another version has made it, or none has.
 */
export const prepareTables = async (
  db: Database,
  projections: readonly RowProjection[],
): Promise<readonly RowProjection[]> => {
  const outdated: RowProjection[] = [];
  const first = await db.selectFrom('event').select('ordinal').limit(1).executeTakeFirst();
  for (const projection of projections) {
    await dropNext(db, projection);
    const shape = await storedShape(db, projection.name);
    if (shape === undefined && !first) await db.transaction().execute((transaction) => create(transaction, projection));
    else if (shape !== shapeOf(projection)) outdated.push(projection);
  }
  return outdated;
};

const storedShape = async (db: Database, name: string): Promise<string | undefined> => {
  const stored = await db.selectFrom('projection').select('shape').where('name', '=', name).executeTakeFirst();
  return stored?.shape;
};

const create = async (transaction: Database, projection: RowProjection): Promise<void> => {
  const { name } = projection;
  await createRowTable(transaction, name, projection);
  await createRowIndexes(transaction, name, projection);
  const row = { name, shape: shapeOf(projection), ordinal: 0, requeued: 0 };
  await transaction.insertInto('projection').values(row).execute();
};
