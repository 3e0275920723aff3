// The engine's own tables. What projections make of the log stands beside them, a table each.
import type { EventCatalogue } from '@zielwerk/contracts';
import type { Message, Projection } from '@zielwerk/kernel';
import type { Generated, Kysely } from 'kysely';

type Json = Readonly<Record<string, string>>;
/** A message as it arrived; `value` as `keptOf` says. */
type Bytes = Readonly<{ topic: string; offset: number; headers: Json; value: string | Uint8Array }>;

/** To be raised with every change of the engine's own tables. */
export const ENGINE_VERSION = 3;

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
  refused: Bytes & Readonly<{ key: string | Uint8Array; reason: string; refused_at: string }>;
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

/** Changes with whatever makes the stored rows those of another projection. */
export const shapeOf = ({ version, key, columns, indexes }: RowProjection): string =>
  JSON.stringify({ version, key, columns, indexes: indexes ?? [] });
