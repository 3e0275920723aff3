// Tables and indexes, on either engine.
import { type ColumnDefinitionBuilder, type SchemaModule, sql } from 'kysely';

import { dialectOf } from './bulk';
import type { Dialect } from './dialect';
import type { Database, RowProjection } from './tables';

type Means = Readonly<{ schema: SchemaModule; dialect: Dialect }>;

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const isKey = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();

/** Those that are missing. */
export const createEngineTables = async (db: Database): Promise<void> => {
  const means = { schema: db.schema, dialect: dialectOf(db) };
  await createMessageTables(means);
  await createStateTables(means);
  await createParkedTable(means);
  await createIndexes(means);
};

const createMessageTables = async ({ schema, dialect }: Means): Promise<void> => {
  const { text, integer, json, bytes } = dialect.types;
  const messages = (table: string) =>
    schema
      .createTable(table)
      .ifNotExists()
      .addColumn('topic', text, required)
      .addColumn('offset', integer, required)
      .addColumn('headers', json, required)
      .addColumn('value', bytes, required);

  await messages('event')
    .addColumn('ordinal', dialect.rowNumber, isKey)
    .addColumn('ministry', text, required)
    .addColumn('stream', text, required)
    .addColumn('revision', integer, required)
    .addColumn('event_id', text, required)
    .addColumn('type', text, required)
    .addColumn('wire_type', text, required)
    .addColumn('occurred_on', text, required)
    .addColumn('recorded_at', text, required)
    .addColumn('acting_function', text)
    .addColumn('correlation_id', text, required)
    .addColumn('reported_on', text)
    .addUniqueConstraint('event_place', ['stream', 'revision'])
    .execute();
  await messages('held')
    .addColumn('stream', text, required)
    .addColumn('revision', integer, required)
    .addPrimaryKeyConstraint('held_place', ['topic', 'offset'])
    .execute();
  await messages('refused')
    .addColumn('key', bytes, required)
    .addColumn('reason', text, required)
    .addColumn('refused_at', text, required)
    .addPrimaryKeyConstraint('refused_place', ['topic', 'offset'])
    .execute();
};

const createStateTables = async ({ schema, dialect }: Means): Promise<void> => {
  const { text, integer } = dialect.types;
  await schema
    .createTable('topic')
    .ifNotExists()
    .addColumn('topic', text, isKey)
    .addColumn('next_offset', integer, required)
    .execute();
  await schema
    .createTable('projection')
    .ifNotExists()
    .addColumn('name', text, isKey)
    .addColumn('shape', text, required)
    .addColumn('ordinal', integer, required)
    .addColumn('requeued', integer, required)
    .execute();
};

const createParkedTable = async ({ schema, dialect }: Means): Promise<void> => {
  const { text, integer } = dialect.types;
  await schema
    .createTable('parked')
    .ifNotExists()
    // Never given twice: a requeue tells by the id what was parked before it began.
    .addColumn('id', dialect.rowNumber, (column) => dialect.counting(column.primaryKey()))
    .addColumn('projection', text, required)
    .addColumn('ordinal', integer, required)
    .addColumn('stream', text, required)
    .addColumn('key', text)
    .addColumn('reason', text, required)
    .addColumn('waits_for', integer)
    .addColumn('parked_at', text, required)
    .execute();
};

const createIndexes = async ({ schema }: Means): Promise<void> => {
  const index = (table: string, ...columns: string[]) =>
    schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .ifNotExists()
      .on(table)
      .columns(columns)
      .execute();
  await index('event', 'type', 'ordinal');
  await index('event', 'ministry', 'ordinal');
  await index('event', 'occurred_on', 'ordinal');
  await index('held', 'stream', 'revision');
  await index('parked', 'projection', 'ordinal');
};

export const createRowTable = async (db: Database, table: string, projection: RowProjection): Promise<void> => {
  const { types } = dialectOf(db);
  const create = Object.entries(projection.columns).reduce(
    (builder, [name, type]) => builder.addColumn(name, types[type], name === projection.key ? isKey : undefined),
    db.schema.createTable(table),
  );
  await create.execute();
};

const indexOf = (table: string, place: number): string => `${table}__${place}`;

/** Made once the rows are there, which is faster. */
export const createRowIndexes = async (db: Database, table: string, { indexes }: RowProjection): Promise<void> => {
  for (const [place, columns] of (indexes ?? []).entries())
    await db.schema
      .createIndex(indexOf(table, place))
      .on(table)
      .columns([...columns])
      .execute();
};

/** What an index of one table is called becomes what that of the other is. */
export const renameRowIndexes = async (
  transaction: Database,
  { from, to }: Readonly<{ from: string; to: string }>,
  { indexes = [] }: RowProjection,
): Promise<void> => {
  const renamed = [
    ...indexes.map((_, place) => [indexOf(from, place), indexOf(to, place)]),
    [`${from}_pkey`, `${to}_pkey`],
  ];
  for (const [before = '', after = ''] of renamed)
    await sql`alter index ${sql.ref(before)} rename to ${sql.ref(after)}`.execute(transaction);
};
