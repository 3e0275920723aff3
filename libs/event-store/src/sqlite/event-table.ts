import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { BEFORE_ALL, NO_REVISION, type Position } from '@zielwerk/kernel';
import type { EventText, Place } from '../event-text';
import { COLUMNS, type EventRow, rowOf } from '../event-row';
import { closeDatabase, prepareRows } from './open-database';

// No index on the id: it costs a third of the rate of 64 writers, and an append that is sent again is known by its place.
const SCHEMA = `CREATE TABLE event (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL,
  wire_type TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  meta TEXT NOT NULL,
  data TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (stream, revision)
) STRICT`;

const HEADS_KEPT = 10_000;
const UNSEEN = -1;

/** Never «if not exists»: a damaged schema would pass for a new file, and the store would be served empty. */
const ensureSchema = (db: DatabaseSyncInstance): void => {
  const schema = prepareRows(db, "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'").all() as [string][];
  if (schema.length === 0) db.exec(SCHEMA);
  else if (schema.length > 1 || schema[0]?.[0] !== SCHEMA)
    throw new Error(`${String(db.location())} is not an event store of this version, or it is damaged.`);
};

const prepare = (db: DatabaseSyncInstance) => ({
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
  insert: db.prepare(`INSERT INTO event (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  page: prepareRows(db, `SELECT ${COLUMNS} FROM event WHERE position > ? ORDER BY position LIMIT ?`),
  stream: prepareRows(db, `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision >= ? ORDER BY revision`),
  head: prepareRows(db, 'SELECT revision FROM event WHERE stream = ? ORDER BY revision DESC LIMIT 1'),
  ids: prepareRows(db, 'SELECT id, position FROM event WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?'),
  place: prepareRows(db, 'SELECT position FROM event WHERE stream = ? AND revision = ?'),
  end: prepareRows(db, 'SELECT max(position) FROM event'),
  sequence: prepareRows(db, "SELECT seq FROM sqlite_sequence WHERE name = 'event'"),
  version: prepareRows(db, 'PRAGMA data_version'),
});

/** The rows of a store's file. Positions are given here and are dense, so that a missing row is noticed. */
export class EventTable {
  private readonly sql: ReturnType<typeof prepare>;
  private readonly heads = new Map<string, number>();
  private version = UNSEEN;
  private end: Position = BEFORE_ALL;

  constructor(private readonly db: DatabaseSyncInstance) {
    ensureSchema(db);
    this.sql = prepare(db);
    this.refresh();
  }

  /** The position of the last event, also when its row is lost. */
  get last(): Position {
    return this.end;
  }

  /** Another process may have written: an operator's tool, or a second instance by mistake. */
  refresh(): void {
    const version = numberIn(this.sql.version.get()) ?? UNSEEN;
    if (version === this.version) return;
    this.heads.clear();
    // The sequence still knows of events whose rows a damaged page has swallowed.
    this.end = Math.max(numberIn(this.sql.end.get()) ?? BEFORE_ALL, numberIn(this.sql.sequence.get()) ?? BEFORE_ALL);
    this.version = version;
  }

  /** All that `work` writes becomes durable, or nothing of it does and the error is thrown. */
  transaction<T>(work: () => T): T {
    this.sql.begin.run();
    try {
      this.refresh();
      const result = work();
      this.sql.commit.run();
      return result;
    } catch (error) {
      // On a full disk SQLite has rolled back already.
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      this.version = UNSEEN;
      throw error;
    }
  }

  /** The stream's last revision. */
  headOf(stream: string): number {
    const known = this.heads.get(stream);
    if (known !== undefined) return known;
    const head = numberIn(this.sql.head.get(stream)) ?? NO_REVISION;
    this.remember(stream, head);
    return head;
  }

  /** Only within a transaction, at the position after the last. */
  insert(place: Place, text: EventText): void {
    this.sql.insert.run(...rowOf(place, text));
    this.end = place.position;
    this.remember(place.stream, place.revision);
  }

  page(after: Position, limit: number): readonly EventRow[] {
    return this.sql.page.all(after, limit) as EventRow[];
  }

  stream(stream: string, from: number): readonly EventRow[] {
    return this.sql.stream.all(stream, from) as EventRow[];
  }

  idsAfter(stream: string, revision: number, limit: number): readonly (readonly [id: string, position: Position])[] {
    return this.sql.ids.all(stream, revision, limit) as [string, number][];
  }

  /** Where a stream's index says that the event is. */
  placeOf(stream: string, revision: number): Position | undefined {
    return numberIn(this.sql.place.get(stream, revision));
  }

  close(): void {
    closeDatabase(this.db);
  }

  private remember(stream: string, head: number): void {
    this.heads.delete(stream);
    this.heads.set(stream, head);
    if (this.heads.size <= HEADS_KEPT) return;
    const [oldest] = this.heads.keys();
    if (oldest !== undefined) this.heads.delete(oldest);
  }
}

const numberIn = (row: unknown): number | undefined => (row as readonly [number | null] | undefined)?.[0] ?? undefined;
