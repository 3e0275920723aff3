import { sql } from 'kysely';

import type { AnalysisSchema, AnalysisView } from '../analysis';
import { quoted } from '../dialect';
import type { Database } from '../tables';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const run = async (db: Database, ...statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

/** Within the transaction that replaces tables: a view keeps the one that it was made over. */
export const dropAnalysis = async (db: Database, schemas: readonly AnalysisSchema[]): Promise<void> => {
  for (const { schema } of schemas) {
    const { rows } = await sql<{ name: string }>`
      select viewname as name from pg_views where schemaname = ${schema}`.execute(db);
    await run(db, ...rows.map(({ name }) => `drop view "${schema}"."${name}"`));
  }
};

/** The views, and the roles that may read them: those that are there, and those that this user may create. */
export const createAnalysis = async (db: Database, from: string, schemas: readonly AnalysisSchema[]): Promise<void> => {
  for (const { schema, role, says, views } of schemas) {
    await createSchema(db, schema);
    await run(db, `comment on schema "${schema}" is ${literal(says)}`);
    for (const view of views) await createView(db, { from, schema }, view);
    await createRole(db, role);
    await grant(db, schema, role);
  }
};

const isThere = async (db: Database, query: string, name: string): Promise<boolean> => {
  const { rows } = await sql.raw(`${query} ${literal(name)}`).execute(db);
  return rows.length > 0;
};

const createSchema = async (db: Database, schema: string): Promise<void> => {
  if (!(await isThere(db, 'select 1 from pg_namespace where nspname =', schema)))
    await run(db, `create schema "${schema}"`);
};

type Place = Readonly<{ from: string; schema: string }>;

const createView = async (db: Database, { from, schema }: Place, view: AnalysisView): Promise<void> => {
  const { name, says, columns, where } = view;
  const rows = where === undefined ? '' : ` where ${where.replaceAll(/\{(\w+)\}/gu, `"${from}"."$1"`)}`;
  const place = `"${schema}"."${name}"`;
  // A function of the reader's in a condition must not see rows that the view does not show.
  const made = `create view ${place} with (security_barrier) as
    select ${quoted(Object.keys(columns))} from "${from}"."${name}" as shown${rows}`;
  const comments = Object.entries(columns).map(
    ([column, text]) => `comment on column ${place}."${column}" is ${literal(text)}`,
  );
  await run(db, made, `comment on view ${place} is ${literal(says)}`, ...comments);
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
