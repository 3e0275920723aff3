// The engine's own tables. What projections make of the log stands beside them, a table each.
import type { EventCatalogue } from '@zielwerk/contracts';
import type { ColumnType, Message, Projection } from '@zielwerk/kernel';
import type { ColumnDataType, Generated, Kysely } from 'kysely';

type Json = Readonly<Record<string, string>>;
/** A message as it arrived; `value` as `keptOf` says. */
type Bytes = Readonly<{ topic: string; offset: number; headers: Json; value: string | Uint8Array }>;

export interface EngineTables {
  /** The statewide log. `ordinal` is its own order. What the headers say stands in columns: it is read once, not ever again. */
  event: Bytes &
    Readonly<{
      ordinal: number;
      ministry: string;
      stream: string;
      revision: number;
      event_id: string;
      type: string;
      wire_type: string;
      occurred_on: string;
      recorded_at: string;
      acting_function: string | null;
      correlation_id: string;
      reported_on: string | null;
    }>;
  topic: Readonly<{ topic: string; next_offset: number }>;
  /** Messages that came before an earlier one of their stream. */
  held: Bytes & Readonly<{ stream: string; revision: number }>;
  /** Messages nobody can place: unreadable headers, a foreign source, another event at the same revision. */
  refused: Bytes & Readonly<{ key: string; reason: string; refused_at: string }>;
  /** Events that a projection could not apply, and those that wait for them. No key: nobody knows which row. */
  parked: Readonly<{
    id: Generated<number>;
    projection: string;
    ordinal: number;
    stream: string;
    key: string | null;
    reason: string;
    waits_for: number | null;
    parked_at: string;
  }>;
  /** `shape` tells whether the table was made by this version of the projection; `requeued` counts requeues. */
  projection: Readonly<{ name: string; shape: string; ordinal: number; requeued: number }>;
}

export type Row = Readonly<Record<string, unknown>>;
export type RowProjection = Projection<Message, Row>;
/** Any projection, whatever its events and rows. */
export type AnyProjection = Projection<never, never>;

/** A connection, or a transaction on it. */
export type Database = Kysely<EngineTables>;

const OWN_TABLES: readonly string[] = ['event', 'topic', 'held', 'refused', 'parked', 'projection'];
export const holdsHeaders = (table: string, column: string): boolean =>
  column === 'headers' && OWN_TABLES.includes(table);

export const createEngineTables = async ({ schema }: Database): Promise<void> => {
  const bytes = (table: string) =>
    schema
      .createTable(table)
      .ifNotExists()
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('offset', 'bigint', (column) => column.notNull())
      .addColumn('headers', 'text', (column) => column.notNull())
      .addColumn('value', 'blob', (column) => column.notNull());

  await bytes('event')
    .addColumn('ordinal', 'integer', (column) => column.primaryKey())
    .addColumn('ministry', 'text', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('wire_type', 'text', (column) => column.notNull())
    .addColumn('occurred_on', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('acting_function', 'text')
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('reported_on', 'text')
    .addUniqueConstraint('event_place', ['stream', 'revision'])
    .execute();
  await bytes('held')
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('held_place', ['topic', 'offset'])
    .execute();
  await bytes('refused')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('refused_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('refused_place', ['topic', 'offset'])
    .execute();
  await createStateTables({ schema });
  await createIndexes({ schema });
};

const createStateTables = async ({ schema }: Pick<Database, 'schema'>): Promise<void> => {
  await schema
    .createTable('topic')
    .ifNotExists()
    .addColumn('topic', 'text', (column) => column.primaryKey())
    .addColumn('next_offset', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('parked')
    .ifNotExists()
    // Never given twice: a requeue tells by the id what was parked before it began.
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('projection', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'bigint', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('key', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('waits_for', 'bigint')
    .addColumn('parked_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('projection')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('shape', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'bigint', (column) => column.notNull())
    .addColumn('requeued', 'bigint', (column) => column.notNull())
    .execute();
};

const createIndexes = async ({ schema }: Pick<Database, 'schema'>): Promise<void> => {
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

const NAME = /^[a-z][a-z0-9_]*$/u;

/** Throws, when the engine is opened, for a projection that cannot have a table or waits for what never comes. */
export const checkProjection = ({ name, key, columns, on }: RowProjection, events: EventCatalogue<Message>): void => {
  const unknown = Object.keys(on).find((type) => events.audienceOf(type) === undefined);
  if (unknown !== undefined) throw new Error(`The projection ${name} listens to ${unknown}, which is no event.`);
  const names = [name, ...Object.keys(columns)];
  const wrong = names.find((one) => !NAME.test(one) || one.includes('__'));
  if (wrong !== undefined) throw new Error(`${wrong} (in the projection ${name}) is no name for a table or column.`);
  if (OWN_TABLES.includes(name) || name.startsWith('sqlite_')) throw new Error(`The name ${name} is the engine's own.`);
  if (columns[key] !== 'text') throw new Error(`The key of ${name}, ${key}, must be a column of text.`);
};

// These names mean the same on SQLite (by affinity) and on PostgreSQL.
const DATA_TYPES: Readonly<Record<ColumnType, ColumnDataType>> = {
  text: 'text',
  integer: 'bigint',
  real: 'double precision',
  boolean: 'boolean',
  json: 'text',
};

export const createRowTable = async ({ schema }: Database, table: string, projection: RowProjection): Promise<void> => {
  const create = Object.entries(projection.columns).reduce(
    (builder, [name, type]) =>
      builder.addColumn(name, DATA_TYPES[type], (column) =>
        name === projection.key ? column.primaryKey().notNull() : column,
      ),
    schema.createTable(table),
  );
  await create.execute();
};

/** Made once the rows are there, which is faster, and under the final name, which an index keeps. */
export const createRowIndexes = async ({ schema }: Database, { name, indexes }: RowProjection): Promise<void> => {
  for (const [place, columns] of (indexes ?? []).entries())
    await schema
      .createIndex(`${name}__${place}`)
      .on(name)
      .columns([...columns])
      .execute();
};

/** Changes with whatever makes the stored rows those of another projection. */
export const shapeOf = ({ version, key, columns, indexes }: RowProjection): string =>
  JSON.stringify({ version, key, columns, indexes: indexes ?? [] });
