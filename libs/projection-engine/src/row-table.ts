import type { ColumnType } from '@zielwerk/kernel';
import { sql } from 'kysely';

import { askAbout, writeRows } from './bulk';
import { quoted, type Target } from './dialect';
import type { Database, Row, RowProjection } from './tables';

/** What a handler answered cannot stand in the projection's table. */
export class RowUnfit extends Error {
  override readonly name = 'RowUnfit';
}

const FITS: Readonly<Record<ColumnType, (value: unknown) => boolean>> = {
  // PostgreSQL has no NUL in a text, and SQLite may end there.
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  integer: (value) => Number.isSafeInteger(value),
  real: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  json: (value) => typeof value === 'object',
};

/** A projection's rows in one table: the live one, or the one that a rebuild fills beside it. */
export class RowTable {
  private readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  private readonly names: readonly string[];
  private readonly target: Target;

  constructor(
    private readonly projection: RowProjection,
    readonly table: string,
  ) {
    const { columns, key } = projection;
    this.columns = Object.entries(columns);
    this.names = Object.keys(columns);
    this.target = { table, columns, key: [key], set: this.names.filter((name) => name !== key) };
  }

  /** Throws RowUnfit: a wrong row is its event's fault, and must not fail a whole batch later. */
  check(key: string, row: Row): void {
    if (row[this.projection.key] !== key)
      throw new RowUnfit(`The row's ${this.projection.key} is not its key, ${key}.`);
    for (const [name, type] of this.columns)
      if (row[name] !== null && !FITS[type](row[name])) throw new RowUnfit(`The row's ${name} is no ${type}.`);
    if (Object.keys(row).length !== this.columns.length) throw new RowUnfit('The row has a field without a column.');
  }

  async load(db: Database, keys: readonly string[]): Promise<Map<string, Row>> {
    const { key } = this.projection;
    const found = await askAbout<Row>(
      db,
      keys,
      (list) => `select ${quoted(this.names)} from "${this.table}" where "${key}" in ${list}`,
    );
    return new Map(found.map((row) => [row[key] as string, row]));
  }

  /** Writes rows, and deletes where there is null. */
  async write(db: Database, changed: ReadonlyMap<string, Row | null>): Promise<void> {
    const rows: unknown[][] = [];
    const gone: string[] = [];
    for (const [key, row] of changed)
      if (row) rows.push(this.names.map((name) => row[name]));
      else gone.push(key);
    await writeRows(db, this.target, rows);
    await askAbout(db, gone, (list) => `delete from "${this.table}" where "${this.projection.key}" in ${list}`);
  }

  /** All rows by key, a thousand in memory at a time. */
  async *rows(db: Database): AsyncGenerator<Row> {
    const [table, key] = [sql.table(this.table), sql.ref(this.projection.key)];
    for (let after: unknown = ''; after !== undefined;) {
      const page = sql<Row>`select * from ${table} where ${key} > ${after} order by ${key} limit 1000`;
      const { rows } = await page.execute(db);
      yield* rows;
      after = rows.at(-1)?.[this.projection.key];
    }
  }
}
