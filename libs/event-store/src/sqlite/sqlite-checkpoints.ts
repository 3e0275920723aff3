import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { BEFORE_ALL, Checkpoints } from '@zielwerk/kernel';
import { closeDatabase, openDatabase, prepareRows } from './open-database';

/** A small file of its own, so that saving a position never waits for the event store's disk. */
export class SqliteCheckpoints extends Checkpoints {
  private readonly db: DatabaseSyncInstance;
  private readonly get: StatementSyncInstance;
  private readonly put: StatementSyncInstance;

  constructor(file: string) {
    super();
    // NORMAL: a power cut may take back the latest positions, and then their readers only read again.
    this.db = openDatabase(file, 'NORMAL');
    this.db.exec('CREATE TABLE IF NOT EXISTS checkpoint (reader TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT');
    this.get = prepareRows(this.db, 'SELECT position FROM checkpoint WHERE reader = ?');
    this.put = this.db.prepare(
      'INSERT INTO checkpoint VALUES (?, ?) ON CONFLICT (reader) DO UPDATE SET position = excluded.position',
    );
  }

  override load(reader: string): Promise<number> {
    return new Promise((resolve) => {
      const row = this.get.get(reader) as readonly [number] | undefined;
      resolve(row?.[0] ?? BEFORE_ALL);
    });
  }

  override save(reader: string, position: number): Promise<void> {
    return new Promise((resolve) => {
      this.put.run(reader, position);
      resolve();
    });
  }

  /** Lets go of the file. Whoever asks afterwards is rejected. */
  close(): void {
    if (this.db.isOpen) closeDatabase(this.db);
  }
}
