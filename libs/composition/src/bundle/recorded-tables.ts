// What is recorded, as a running system exports it.
import { TABLE_NAMES, type TableName, TABLES, type WrittenRow, type WrittenTables } from '@zielwerk/bundle';

type Exported = Readonly<Record<string, unknown>> &
  Readonly<{ id: string; event: string; recordedAt: string; lastEvent: string }>;
type Bundle = Readonly<{ tables: Readonly<Record<TableName, readonly Exported[]>> }>;

const rowOf = (table: TableName, row: Exported): WrittenRow => {
  const [stream = '', revision] = row.event.split('@');
  const cells = Object.fromEntries(TABLES[table].columns.map(({ name }) => [name, row[name] ?? null]));
  return {
    cells: cells as WrittenRow['cells'],
    thing: row.id,
    stream,
    revision: Number(revision),
    recordedAt: row.recordedAt,
    lastSaid: row.lastEvent,
  };
};

/** Throws, with a sentence, when the strategy service does not answer. */
export const recordedTables = async (url: string, token: string): Promise<WrittenTables> => {
  const response = await fetch(`${url}/api/strategy/exports/bundle.json`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  const { tables } = (await response.json()) as Bundle;
  return Object.fromEntries(
    TABLE_NAMES.map((name) => [name, tables[name].map((row) => rowOf(name, row))]),
  ) as unknown as WrittenTables;
};
