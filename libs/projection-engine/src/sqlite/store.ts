import type { Kysely } from 'kysely';

import { createEngineTables } from '../create-tables';
import type { Store, Turn } from '../store';
import { ENGINE_VERSION, type EngineTables } from '../tables';
import { SqliteConnection, type TypeOfColumn } from './connection';

const IN_MEMORY = ':memory:';
/** By version: what makes its tables those of the next one. */
const CHANGES: Readonly<Record<number, string>> = {
  2: `ALTER TABLE event ADD COLUMN reported_on TEXT;
      UPDATE event SET reported_on = json_extract(headers, '$.ce_reportedon')`,
};

/** A read model in a file, or in memory: the process that has it open is the only one that writes. */
export class SqliteStore<Tables> implements Store<Tables> {
  readonly watchEveryMs = null;
  private readonly writing: SqliteConnection<EngineTables>;
  private readonly readingConnection: SqliteConnection<Tables>;
  private turn: Turn | undefined;

  private constructor(file: string, types: TypeOfColumn) {
    this.writing = new SqliteConnection<EngineTables>(file, types);
    // What is in memory is seen by its own connection only.
    this.readingConnection =
      file === IN_MEMORY
        ? (this.writing as unknown as SqliteConnection<Tables>)
        : new SqliteConnection<Tables>(file, types, { readOnly: true });
  }

  /** Throws for a file of an engine with other tables. */
  static async open<Tables>(file: string, types: TypeOfColumn): Promise<SqliteStore<Tables>> {
    const store = new SqliteStore<Tables>(file, types);
    try {
      if (!store.writing.claim(ENGINE_VERSION, CHANGES))
        throw new Error(`${file} was made by another release: remove it, and it is made anew from the bus.`);
      await createEngineTables(store.writing.queries);
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  get reading(): Kysely<Tables> {
    return this.readingConnection.queries;
  }

  snapshot<Result>(read: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    return this.reading.transaction().execute(read);
  }

  async take(turn: Turn): Promise<void> {
    this.turn = turn;
    const { queries: db } = this.writing;
    await turn.begin({
      db,
      paging: { size: 1000 },
      forgetStatements: () => this.forgetStatements(),
      // Readers see the file as it was when they began.
      exclusively: (work) => db.transaction().execute(work),
    });
  }

  async close(): Promise<void> {
    await this.turn?.end();
    this.readingConnection.close();
    this.writing.close();
  }

  private forgetStatements(): void {
    this.writing.forgetStatements();
    this.readingConnection.forgetStatements();
  }
}
