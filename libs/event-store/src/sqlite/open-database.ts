import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';

/** FULL: a commit is on the disk when it returns. NORMAL: a power cut may take back the latest commits, never part of one. */
export type Durability = 'FULL' | 'NORMAL';

const LEVEL: Readonly<Record<Durability, number>> = { NORMAL: 1, FULL: 2 };
const BUSY_MS = 5_000;

/** A statement whose rows are arrays: half the cost of objects when every event of a log is read. */
export const prepareRows = (db: DatabaseSyncInstance, sql: string): StatementSyncInstance => {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
};

const valueOf = (db: DatabaseSyncInstance, pragma: string): unknown =>
  (prepareRows(db, `PRAGMA ${pragma}`).get() as readonly unknown[] | undefined)?.[0];

const settle = (db: DatabaseSyncInstance, durability: Durability): void => {
  db.exec('PRAGMA journal_mode = WAL');
  // After journal_mode: in WAL the default is NORMAL in many builds, and commits would not reach the disk.
  db.exec(`PRAGMA synchronous = ${durability}`);
  // On macOS an fsync ends in the drive's cache without this; elsewhere it changes nothing.
  db.exec(`PRAGMA fullfsync = ${durability === 'FULL' ? 'ON' : 'OFF'}`);
  // Notices a damaged page when it is read instead of serving what is left of it.
  db.exec('PRAGMA cell_size_check = ON');
  if (valueOf(db, 'journal_mode') !== 'wal' || valueOf(db, 'synchronous') !== LEVEL[durability])
    throw new Error(`The file system of ${String(db.location())} does not allow the durability that is promised.`);
};

/** Opens or creates the file. Throws when the promised durability is not to be had. */
export const openDatabase = (file: string, durability: Durability): DatabaseSyncInstance => {
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    settle(db, durability);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Moves what was written ahead into the file, so that the file alone is whole, and lets go of it. */
export const closeDatabase = (db: DatabaseSyncInstance): void => {
  try {
    // Closing would do it, but not while prepared statements live, and those live until they are collected.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // On a full disk it stays in the log beside the file, as durable as before, and the next opening finds it there.
  } finally {
    db.close();
  }
};
