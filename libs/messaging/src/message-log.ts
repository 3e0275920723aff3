// The embedded bus's one file: what was published, by topic and offset.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { BusMessage, ReceivedMessage } from '@zielwerk/kernel';

import { MOST_MESSAGES } from './batch';

// Of a batch that is delivered, not counting the message that goes beyond.
const MOST_BYTES = 4 * 1024 * 1024;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS topic (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL REFERENCES topic,
    "offset" INTEGER NOT NULL,
    key TEXT NOT NULL,
    headers TEXT NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (topic, "offset")
  ) STRICT;`;

export type Publication = Readonly<{ topic: string; messages: readonly BusMessage[] }>;
type Topic = { readonly id: number; next: number };
type Row = Readonly<{ offset: number; key: string; headers: string; value: Uint8Array }>;

export class UnknownTopic extends Error {
  override readonly name = 'UnknownTopic';

  constructor(topic: string) {
    super(`There is no topic ${topic}.`);
  }
}

/** Synchronous, and the only one to write its file. */
export class MessageLog {
  private readonly db: DatabaseSyncInstance;
  private readonly topics: Map<string, Topic>;
  private readonly insert;
  private readonly select;

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    this.db.exec('PRAGMA journal_mode = WAL');
    // Only after the line above: WAL sets its own, and then a commit does not wait for the disk.
    this.db.exec('PRAGMA synchronous = FULL');
    this.db.exec(SCHEMA);
    this.insert = this.db.prepare('INSERT INTO message (topic, "offset", key, headers, value) VALUES (?, ?, ?, ?, ?)');
    this.select = this.db.prepare(
      'SELECT "offset", key, headers, value FROM message WHERE topic = ? AND "offset" >= ? ORDER BY "offset" LIMIT ?',
    );
    this.topics = this.load();
  }

  ensure(names: readonly string[]): void {
    const create = this.db.prepare('INSERT INTO topic (name) VALUES (?) RETURNING id');
    for (const name of names)
      if (!this.topics.has(name)) {
        const { id } = create.get(name) as { id: number };
        this.topics.set(name, { id, next: 0 });
      }
  }

  has(topic: string): boolean {
    return this.topics.has(topic);
  }

  /** The offset of the next message; 0 for a topic that does not exist yet, too. */
  end(topic: string): number {
    return this.topics.get(topic)?.next ?? 0;
  }

  /** Returns once all of them are durable; throws when none is. */
  append(publications: readonly Publication[]): void {
    const ends = new Map<Topic, number>();
    this.db.exec('BEGIN IMMEDIATE');
    try {
      for (const { topic: name, messages } of publications) {
        const topic = this.topicOf(name);
        ends.set(topic, this.write(topic.id, ends.get(topic) ?? topic.next, messages));
      }
      this.db.exec('COMMIT');
    } catch (error) {
      // A full disk has rolled back by itself.
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
    for (const [topic, end] of ends) topic.next = end;
  }

  /** The next messages from an offset on; none at the end. */
  read(topic: string, from: number): readonly ReceivedMessage[] {
    const known = this.topics.get(topic);
    if (!known || from >= known.next) return [];
    const messages: ReceivedMessage[] = [];
    let bytes = 0;
    for (const row of this.select.iterate(known.id, from, MOST_MESSAGES) as IterableIterator<Row>) {
      messages.push(received(topic, row));
      bytes += row.value.length;
      if (bytes >= MOST_BYTES) break;
    }
    return messages;
  }

  close(): void {
    this.db.close();
  }

  private load(): Map<string, Topic> {
    const last = this.db.prepare('SELECT max("offset") AS last FROM message WHERE topic = ?');
    const topics = this.db.prepare('SELECT id, name FROM topic').all() as { id: number; name: string }[];
    return new Map(
      topics.map(({ id, name }) => {
        const end = last.get(id) as { last: number | null };
        return [name, { id, next: (end.last ?? -1) + 1 }];
      }),
    );
  }

  private topicOf(name: string): Topic {
    const topic = this.topics.get(name);
    if (!topic) throw new UnknownTopic(name);
    return topic;
  }

  private write(topic: number, from: number, messages: readonly BusMessage[]): number {
    let offset = from;
    for (const { key, headers, value } of messages)
      this.insert.run(topic, offset++, key, JSON.stringify(headers), Buffer.from(value));
    return offset;
  }
}

const received = (topic: string, { offset, key, headers, value }: Row): ReceivedMessage => ({
  topic,
  offset,
  key,
  value: Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  headers: JSON.parse(headers) as Record<string, string>,
});
