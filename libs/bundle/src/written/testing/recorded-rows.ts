// For specs: rows as they follow from events, of which only what matters is said.
import type { BundleRow } from '../../recorded/bundle-row';
import { asText, type Cells } from '../../tables/column';
import type { TableName } from '../../tables/tables';

type Said = Partial<Omit<BundleRow, 'bundle_table' | 'thing' | 'cells'>> &
  Readonly<{ house?: string; minute?: number }>;

const STREAM_OF: Readonly<Partial<Record<TableName, string>>> = {
  ...{ goals: 'goal', indicators: 'indicator', targets: 'indicator', observations: 'indicator' },
};

/** Recorded in that minute, which is its revision as well. */
export const recordedRow = (table: TableName, thing: string, cells: Cells, said: Said = {}): BundleRow => {
  const { house = 'mf', minute = 0, ...more } = said;
  const stream = `${house}.${STREAM_OF[table] ?? asText(cells.kind ?? 'measure')}-${thing}`;
  return {
    ...{ row: `${table}/${stream}/${minute}`, bundle_table: table, ministry: house, thing, said_by: 'Said', cells },
    ...{ parts: [], stream, revision: minute, occurred_on: '2026-01-01', last_said: `${stream}@${minute}` },
    recorded_at: new Date(Date.UTC(2026, 11, 1, 0, minute)).toISOString(),
    ...more,
  };
};
