import { createHash } from 'node:crypto';

import { sql } from 'kysely';

import type { AnalysisSchema, AnalysisView } from '../analysis';
import { quoted } from '../dialect';
import type { Database } from '../tables';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const run = async (db: Database, ...statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

/** Within the transaction that replaces tables: a view keeps the one that it was made over. What analysts made of it goes too. */
export const dropAnalysis = async (db: Database, schemas: readonly AnalysisSchema[]): Promise<void> => {
  for (const { schema } of schemas) {
    const names = await viewsIn(db, schema);
    await run(db, ...names.map((name) => `drop view if exists "${schema}"."${name}" cascade`));
  }
};

/** The views of this release, over the tables in the schema `from`. None must be there. */
export const createAnalysis = async (db: Database, from: string, schemas: readonly AnalysisSchema[]): Promise<void> => {
  for (const shown of schemas) {
    await createSchema(db, shown.schema);
    await run(db, ...statementsFor(from, shown));
    await run(db, `comment on schema "${shown.schema}" is ${literal(markOf(from, shown))}`);
  }
};

/** Whether the views that are there are those of this release. */
export const isShown = async (db: Database, from: string, schemas: readonly AnalysisSchema[]): Promise<boolean> => {
  for (const shown of schemas) {
    const names = new Set(await viewsIn(db, shown.schema));
    const { rows } = await sql<{ mark: string | null }>`
      select obj_description(to_regnamespace(${shown.schema}), 'pg_namespace') as mark`.execute(db);
    const isComplete = shown.views.every(({ name }) => names.has(name));
    if (!isComplete || rows[0]?.mark !== markOf(from, shown)) return false;
  }
  return true;
};

/** To the roles that are there, and those that this user may create: an administrator may have made one meanwhile. */
export const grantAnalysis = async (db: Database, schemas: readonly AnalysisSchema[]): Promise<void> => {
  for (const { schema, role } of schemas) {
    await createRole(db, role);
    await grant(db, schema, role);
  }
};

const viewsIn = async (db: Database, schema: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select viewname as name from pg_views where schemaname = ${schema}`.execute(db);
  return rows.map(({ name }) => name);
};

/** What the schema's comment says: other definitions have another number. */
const markOf = (from: string, shown: AnalysisSchema): string => {
  const hash = createHash('sha256').update(statementsFor(from, shown).join(';')).digest('hex');
  return `${shown.says} (Definitions ${hash.slice(0, 16)})`;
};

const statementsFor = (from: string, { schema, views }: AnalysisSchema): readonly string[] =>
  views.flatMap((view) => viewStatements({ from, schema }, view));

const isThere = async (db: Database, query: string, name: string): Promise<boolean> => {
  const { rows } = await sql.raw(`${query} ${literal(name)}`).execute(db);
  return rows.length > 0;
};

const createSchema = async (db: Database, schema: string): Promise<void> => {
  if (!(await isThere(db, 'select 1 from pg_namespace where nspname =', schema)))
    await run(db, `create schema "${schema}"`);
};

type Place = Readonly<{ from: string; schema: string }>;

const viewStatements = ({ from, schema }: Place, view: AnalysisView): readonly string[] => {
  const { name, says, columns, where } = view;
  const rows = where === undefined ? '' : ` where ${where.replaceAll(/\{(\w+)\}/gu, `"${from}"."$1"`)}`;
  const place = `"${schema}"."${name}"`;
  // A function of the reader's in a condition must not see rows that the view does not show.
  const made = `create view ${place} with (security_barrier) as
    select ${quoted(Object.keys(columns))} from "${from}"."${name}" as shown${rows}`;
  const comments = Object.entries(columns).map(
    ([column, text]) => `comment on column ${place}."${column}" is ${literal(text)}`,
  );
  return [made, `comment on view ${place} is ${literal(says)}`, ...comments];
};

const createRole = async (db: Database, role: string): Promise<void> => {
  if (await isThere(db, 'select 1 from pg_roles where rolname =', role)) return;
  const may = await sql`select 1 from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)`.execute(
    db,
  );
  if (may.rows.length > 0) await run(db, `create role "${role}" nologin`);
};

const grant = async (db: Database, schema: string, role: string): Promise<void> => {
  if (!(await isThere(db, 'select 1 from pg_roles where rolname =', role))) return;
  await run(db, `grant usage on schema "${schema}" to "${role}"`);
  await run(db, `grant select on all tables in schema "${schema}" to "${role}"`);
};
