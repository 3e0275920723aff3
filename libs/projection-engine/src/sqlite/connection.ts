import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import type { ColumnType } from '@zielwerk/kernel';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';

/** What a column of a table holds; undefined for a column that comes back as it is stored. */
export type TypeOfColumn = (table: string, column: string) => ColumnType | undefined;

type Found = Record<string, unknown>;
type Values = readonly unknown[];
type Decoder = (stored: unknown) => unknown;

const MOST_STATEMENTS = 200;

const DECODERS: Partial<Record<ColumnType, Decoder>> = {
  boolean: (stored) => stored === 1,
  json: (stored) => JSON.parse(String(stored)) as unknown,
};

/** SQLite cannot bind these two; PostgreSQL takes them as they are. */
const encoded = (value: unknown): unknown => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) ? JSON.stringify(value) : value;
};

/** One connection to a SQLite file, as kysely: statements stay prepared, booleans and JSON go in and come out as such. */
export class SqliteConnection<Tables> {
  readonly queries: Kysely<Tables>;
  private readonly database: DatabaseSyncInstance;
  private readonly statements = new Map<string, SqliteStatement>();

  constructor(
    file: string,
    private readonly typeOf: TypeOfColumn,
    { readOnly = false } = {},
  ) {
    this.database = new DatabaseSync(file, { readOnly });
    this.database.exec('PRAGMA busy_timeout = 5000');
    // Losing the last moments with the power is no loss: the bus has them, and offsets are lost together with rows.
    if (!readOnly) this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const prepare = (sql: string) => this.prepare(sql);
    this.queries = new Kysely({ dialect: new SqliteDialect({ database: { prepare, close: () => undefined } }) });
  }

  /**
   * Marks a file without tables as made by this version, and brings one of an earlier version up to it by what that one's
   * `changes` say; false for a file that cannot be.
   */
  claim(version: number, changes: Readonly<Record<number, string>> = {}): boolean {
    const one = (sql: string) => Number(Object.values(this.database.prepare(sql).get() as Found)[0]);
    let reached = one('select count(*) from sqlite_master') === 0 ? version : one('PRAGMA user_version');
    for (let change = changes[reached]; change !== undefined && reached < version; change = changes[reached]) {
      reached += 1;
      this.database.exec(`BEGIN; ${change}; PRAGMA user_version = ${reached}; COMMIT`);
    }
    if (reached === version) this.database.exec(`PRAGMA user_version = ${version}`);
    return reached === version;
  }

  /** To be called after a table was replaced: its columns may be others. */
  forgetStatements(): void {
    this.statements.clear();
  }

  close(): void {
    this.statements.clear();
    if (this.database.isOpen) this.database.close();
  }

  private prepare(sql: string): SqliteStatement {
    const known = this.statements.get(sql);
    this.statements.delete(sql);
    const statement = known ?? this.wrap(sql);
    // Deleted and set again, so that the first one is the one that was not used for longest.
    this.statements.set(sql, statement);
    if (this.statements.size > MOST_STATEMENTS) this.forgetOldest();
    return statement;
  }

  private forgetOldest(): void {
    for (const [oldest] of this.statements) {
      this.statements.delete(oldest);
      return;
    }
  }

  private wrap(sql: string): SqliteStatement {
    const statement = this.open(sql);
    const columns = statement.columns();
    const rowOf = rowReader(
      columns.map(({ name }) => name),
      columns.map(({ table, column }) => this.decoderOf(table, column)),
    );
    return {
      reader: columns.length > 0,
      all: (parameters) => (statement.all(...parameters.map(encoded)) as Values[]).map(rowOf),
      run: (parameters) => statement.run(...parameters.map(encoded)),
      // Rows are fetched while others may run the same text: a statement of its own.
      iterate: (parameters) => mapped(this.open(sql).iterate(...parameters.map(encoded)) as Iterable<Values>, rowOf),
    };
  }

  // Values come as a list: objects made here are several times as fast as those that the driver makes.
  private open(sql: string): StatementSyncInstance {
    const statement = this.database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  // SQLite knows which column a result comes from, whatever it is called in the query.
  private decoderOf(table: string | null, column: string | null): Decoder | undefined {
    const type = table === null || column === null ? undefined : this.typeOf(table, column);
    return type && DECODERS[type];
  }
}

const rowReader =
  (names: readonly (string | null)[], decoders: readonly (Decoder | undefined)[]) =>
  (values: Values): Found => {
    const row: Found = {};
    for (const [at, name] of names.entries()) {
      const value = values[at];
      const decode = decoders[at];
      row[name ?? ''] = decode && value !== null ? decode(value) : value;
    }
    return row;
  };

function* mapped<In, Out>(values: Iterable<In>, map: (value: In) => Out): IterableIterator<Out> {
  for (const value of values) yield map(value);
}
