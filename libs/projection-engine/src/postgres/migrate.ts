import { sql } from 'kysely';

import { createEngineTables } from '../create-tables';
import { type Database, ENGINE_VERSION } from '../tables';

/** By version: what makes its tables those of the next one. Another release may read them meanwhile: only add. */
const CHANGES: Readonly<Record<number, string>> = {};

/** Makes the engine's tables, or brings those of an earlier release up to this one's. Throws for those of a later one. */
export const migrate = (db: Database, schema: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    // «If not exists» alone fails when two processes start at once.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${schema} migration`}, 0))`.execute(transaction);
    const reached = await versionIn(transaction, schema);
    if (reached === undefined) await create(transaction, schema);
    else await bringForward(transaction, schema, reached);
  });

const versionIn = async (transaction: Database, schema: string): Promise<number | undefined> => {
  const { rows } = await sql<{ encoding: string; found: boolean }>`
    select current_setting('server_encoding') as encoding,
      to_regclass(${`${schema}.engine__version`}) is not null as found`.execute(transaction);
  if (rows[0]?.encoding !== 'UTF8') throw new Error(`The database of the read model must be in UTF8.`);
  if (!rows[0].found) return undefined;
  const stored = await sql<{ version: number }>`select version from engine__version`.execute(transaction);
  return stored.rows[0]?.version;
};

const create = async (transaction: Database, schema: string): Promise<void> => {
  const { rows } =
    await sql`select to_regnamespace(${schema}) as found where to_regnamespace(${schema}) is not null`.execute(
      transaction,
    );
  if (rows.length === 0) await transaction.schema.createSchema(schema).execute();
  await sql`create table engine__version (version integer not null)`.execute(transaction);
  await sql`insert into engine__version values (${ENGINE_VERSION})`.execute(transaction);
  await createEngineTables(transaction);
};

const bringForward = async (transaction: Database, schema: string, reached: number): Promise<void> => {
  let version = reached;
  for (let change = CHANGES[version]; change !== undefined; change = CHANGES[version]) {
    await sql.raw(change).execute(transaction);
    version += 1;
  }
  if (version !== ENGINE_VERSION)
    throw new Error(`The tables in the schema ${schema} were made by a later release: start that one.`);
  await sql`update engine__version set version = ${version}`.execute(transaction);
};
