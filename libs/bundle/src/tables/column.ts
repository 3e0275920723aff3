// What a cell of a bundle may hold, and how its value is kept in data.

/**
 * `text` a text · `date` a day `2026-03-31` · `integer`, `number` · `money` euros, kept in cents · `flag` `yes` or empty ·
 * `choice` one of `values` · `ministry`, `ministries` codes · `goal`, `goals`, `measure`, `indicator` references ·
 * `weights` references of goals with a weight each · `thing` a reference that the row's kind, or step, says of what.
 */
export type ColumnKind =
  | 'text'
  | 'date'
  | 'integer'
  | 'number'
  | 'money'
  | 'flag'
  | 'choice'
  | 'ministry'
  | 'ministries'
  | 'goal'
  | 'goals'
  | 'measure'
  | 'indicator'
  | 'weights'
  | 'thing';

export type Column = Readonly<{
  name: string;
  kind: ColumnKind;
  /** One sentence for whoever fills the cell. */
  about: string;
  /** The cell may not be empty. */
  needed?: true;
  values?: readonly string[];
  /** So many digits, of which a spreadsheet may have swallowed zeros at the front. */
  digits?: number;
  /** What an empty cell means, where that is not nothing. */
  empty?: number;
  /** Left out for readers without a token. */
  audience?: 'government';
}>;

export type Weight = Readonly<{ goal: string; weight: number }>;
/** Null is an empty cell. */
export type Value = string | number | boolean | readonly string[] | readonly Weight[] | null;
/** A row by the names of its columns. */
export type Cells = Readonly<Record<string, Value>>;

/** What names something; an empty cell names nothing. */
export const asText = (value: Value | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
