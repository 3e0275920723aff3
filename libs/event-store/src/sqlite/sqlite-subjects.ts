import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { Subjects } from '@zielwerk/kernel';
import { randomUUID } from 'node:crypto';
import { RememberedRefs } from '../remembered-refs';
import { closeDatabase, openDatabase, prepareRows } from './open-database';

/** A small file of its own: the events beside it never hold a person, and stay as they are when one is forgotten. */
export class SqliteSubjects extends Subjects {
  private readonly db: DatabaseSyncInstance;
  private readonly find: StatementSyncInstance;
  private readonly findPerson: StatementSyncInstance;
  private readonly add: StatementSyncInstance;
  private readonly remove: StatementSyncInstance;
  private readonly remembered = new RememberedRefs();

  constructor(file: string) {
    super();
    // FULL: an event must not outlive the answer to whose it is.
    this.db = openDatabase(file, 'FULL');
    this.db.exec('CREATE TABLE IF NOT EXISTS subject (subject TEXT PRIMARY KEY, ref TEXT NOT NULL UNIQUE) STRICT');
    this.find = prepareRows(this.db, 'SELECT ref FROM subject WHERE subject = ?');
    this.findPerson = prepareRows(this.db, 'SELECT subject FROM subject WHERE ref = ?');
    this.add = this.db.prepare('INSERT INTO subject VALUES (?, ?) ON CONFLICT (subject) DO NOTHING');
    this.remove = this.db.prepare('DELETE FROM subject WHERE subject = ?');
  }

  override refOf(subject: string): Promise<string> {
    return new Promise((resolve) => resolve(this.remembered.get(subject) ?? this.learn(subject)));
  }

  override personOf(ref: string): Promise<string | null> {
    return new Promise((resolve) => {
      const row = this.findPerson.get(ref) as readonly [string] | undefined;
      resolve(row?.[0] ?? null);
    });
  }

  override erase(subject: string): Promise<boolean> {
    return new Promise((resolve) => {
      this.remembered.forget(subject);
      const erased = this.remove.run(subject).changes > 0;
      // Also when there is nothing to delete: an erasure that was cut short may have left bytes behind.
      this.scrub();
      resolve(erased);
    });
  }

  /** Lets go of the file. Whoever asks afterwards is rejected. */
  close(): void {
    this.remembered.clear();
    if (this.db.isOpen) closeDatabase(this.db);
  }

  private learn(subject: string): string {
    const remember = this.remembered.looking();
    const found = () => (this.find.get(subject) as readonly [string] | undefined)?.[0];
    let ref = found();
    if (ref === undefined) {
      this.add.run(subject, randomUUID());
      ref = found();
    }
    if (ref === undefined) throw new Error('A subject that was just added is not there.');
    remember(subject, ref);
    return ref;
  }

  /** Pages that were split keep bytes of rows that have moved on, so the file is made anew, and the log beside it emptied. */
  private scrub(): void {
    this.db.exec('VACUUM');
    const [busy] = prepareRows(this.db, 'PRAGMA wal_checkpoint(TRUNCATE)').get() as readonly unknown[];
    if (busy !== 0) throw new Error('Somebody else reads the map of subjects; nothing can be erased for good now.');
  }
}
