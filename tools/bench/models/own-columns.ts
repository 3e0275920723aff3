// The ceiling model own-sqlite, given what the product keeps: an id, metadata, a recorded time and a content hash beside
// type and data, unique by stream and revision. It writes and reads these columns, and checks nothing.
import { DatabaseSync } from '@photostructure/sqlite';
import { handlerOf, type NewEvent, type Recorded } from '@zielwerk/kernel';
import { join } from 'node:path';

import { type GoalEvent, type GoalRow, goalsProjection } from '../workload/goals';

const SCHEMA = `CREATE TABLE event (
  position INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
  wire_type TEXT NOT NULL, recorded_at TEXT NOT NULL, meta TEXT NOT NULL, data TEXT NOT NULL, hash TEXT NOT NULL,
  UNIQUE (stream, revision));
  CREATE TABLE checkpoint (id TEXT PRIMARY KEY, position INTEGER);
  CREATE TABLE goals (id TEXT PRIMARY KEY, title TEXT, ministry TEXT, status TEXT, progress INT, measures INT, budget INT,
    version INT)`;
const PAGE = 1000;
const SOME_HASH = 'R29hbHMgYW5kIG1lYXN1cmVzIG9mIGEgc3RhdGU9PT0=';

type Appending = Readonly<{
  stream: string;
  expected: number;
  events: readonly NewEvent[];
  resolve: () => void;
  reject: (error: unknown) => void;
}>;

export class OwnColumns {
  private readonly db: InstanceType<typeof DatabaseSync>;
  private readonly insert;
  private readonly head;
  private readonly begin;
  private readonly commit;
  private readonly heads = new Map<string, number>();
  private group: Appending[] = [];

  constructor(folder: string) {
    this.db = new DatabaseSync(join(folder, 'own-columns.db'));
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    this.db.exec(SCHEMA);
    this.insert = this.db.prepare(
      'INSERT INTO event (stream, revision, id, wire_type, recorded_at, meta, data, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.begin = this.db.prepare('BEGIN IMMEDIATE');
    this.commit = this.db.prepare('COMMIT');
    this.head = this.db.prepare('SELECT max(revision) AS head FROM event WHERE stream = ?');
  }

  /** `expected`: the last revision, -1 for none. */
  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<void> {
    const { head } = this.heads.has(stream)
      ? { head: this.heads.get(stream) }
      : (this.head.get(stream) as { head: number | null });
    if ((head ?? -1) !== expected) return Promise.reject(new Error('conflict'));
    this.heads.set(stream, expected + events.length);
    return new Promise((resolve, reject) => {
      if (this.group.length === 0) setImmediate(() => this.flush());
      this.group.push({ stream, expected, events, resolve, reject });
    });
  }

  /** Answers how many events there are. */
  replay(onEvent: (type: string, data: unknown, meta: unknown) => void): number {
    const rows = this.db.prepare('SELECT * FROM event ORDER BY position');
    rows.setReturnArrays(true);
    let count = 0;
    for (const row of rows.iterate() as Iterable<Record<number, string>>) {
      onEvent(row[4] ?? '', JSON.parse(row[7] ?? ''), JSON.parse(row[6] ?? ''));
      count += 1;
    }
    return count;
  }

  /** Makes the rows anew: folded in memory, one bulk of writes and the checkpoint a transaction. */
  project(): void {
    this.db.exec('DELETE FROM goals; DELETE FROM checkpoint');
    const page = this.db.prepare(
      'SELECT position, wire_type, meta, data FROM event WHERE position > ? ORDER BY position LIMIT ?',
    );
    page.setReturnArrays(true);
    const upsert = this.db.prepare('INSERT OR REPLACE INTO goals VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    const save = this.db.prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?)');
    const rows = new Map<string, GoalRow>();
    const read = (after: number) => page.all(after, PAGE) as [number, string, string, string][];
    for (let events = read(0); events.length > 0;) {
      const changed = new Set(events.map(([, wireType, meta, data]) => fold(rows, wireType, { meta, data })));
      const last = events.at(-1)?.[0] ?? 0;
      this.begin.run();
      for (const goalId of changed) upsert.run(...valuesOf(rows.get(goalId)));
      save.run('goals', last);
      this.commit.run();
      events = read(last);
    }
  }

  close(): void {
    this.db.close();
  }

  private flush(): void {
    const group = this.group;
    this.group = [];
    this.begin.run();
    const recordedAt = new Date().toISOString();
    for (const { stream, expected, events } of group)
      for (const [at, { wireType, data, meta }] of events.entries())
        this.insert.run(
          ...[stream, expected + 1 + at, meta.id, wireType, recordedAt],
          ...[JSON.stringify(meta), JSON.stringify(data), SOME_HASH],
        );
    this.commit.run();
    for (const { resolve } of group) resolve();
  }
}

type Texts = Readonly<{ meta: string; data: string }>;

const fold = (rows: Map<string, GoalRow>, wireType: string, { meta, data }: Texts): string => {
  const type = wireType.slice(0, wireType.indexOf('.'));
  const said = { data: JSON.parse(data) as unknown, meta: JSON.parse(meta) as unknown };
  const event = { type, ...said } as Recorded<GoalEvent>;
  const { goalId } = event.data;
  const row = handlerOf(goalsProjection, type)?.(rows.get(goalId) ?? null, event, goalId);
  if (row) rows.set(goalId, row);
  return goalId;
};

const valuesOf = (row: GoalRow | undefined): (string | number)[] => Object.values<string | number>(row ?? {});
