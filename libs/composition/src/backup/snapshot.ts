// Databases as they are at one moment, copied while others go on writing them.
import { backup, DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { join } from 'node:path';

const BUSY_MS = 5_000;
const PAGES_AT_ONCE = 1_000;

export type Snapshot = Readonly<{
  /** The file's, below the folder. */
  name: string;
  /** What a query answers in rows of a name and a number. */
  numbers: (sql: string) => Readonly<Record<string, number>>;
  /** Into one file that holds all of it; `file` must not exist. */
  copyTo: (file: string) => Promise<void>;
  close: () => void;
}>;

const begin = (file: string, how: string): DatabaseSyncInstance => {
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    db.exec(how);
    return db;
  } catch (cause) {
    db.close();
    throw new Error(`${file} cannot be read now: ${String(cause)}`, { cause });
  }
};

const end = (db: DatabaseSyncInstance): void => {
  // Closing alone ends it no sooner than the last prepared statement is collected.
  db.exec('ROLLBACK');
  db.close();
};

const open = (folder: string, name: string): Snapshot => {
  // The reading makes the moment. The copy stays with it; without it each commit of others would begin the copy anew.
  const db = begin(join(folder, name), 'BEGIN; SELECT 1 FROM sqlite_schema');
  return {
    name,
    numbers: (sql) => {
      const statement = db.prepare(sql);
      statement.setReturnArrays(true);
      return Object.fromEntries(statement.all() as [string, number][]);
    },
    copyTo: async (file) => {
      await backup(db, file, { rate: PAGES_AT_ONCE });
    },
    close: () => end(db),
  };
};

/**
 * Snapshots of one moment, to be closed. While several are opened, which takes milliseconds, nobody can write any of the
 * files; writers wait as they wait for each other. Throws when a file stays locked.
 */
export const openTogether = (folder: string, names: readonly string[]): readonly Snapshot[] => {
  const locks: DatabaseSyncInstance[] = [];
  const snapshots: Snapshot[] = [];
  try {
    // One file is of one moment by itself.
    if (names.length > 1) for (const name of names) locks.push(begin(join(folder, name), 'BEGIN IMMEDIATE'));
    for (const name of names) snapshots.push(open(folder, name));
    return snapshots;
  } catch (error) {
    for (const snapshot of snapshots) snapshot.close();
    throw error;
  } finally {
    for (const lock of locks) end(lock);
  }
};
