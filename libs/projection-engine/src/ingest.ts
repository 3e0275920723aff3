// From the bus to the log: every message is kept, and none is taken for the next of its stream that is not.
import { continuesIn, type Envelope, readMeta, typeOf } from '@zielwerk/contracts';
import { NO_REVISION, type ReceivedMessage } from '@zielwerk/kernel';

import { askAbout, dialectOf, writeRows } from './bulk';
import { bytesOf } from './bytes';
import type { Target } from './dialect';
import { reasonOf } from './fold';
import { Lane } from './lane';
import { lastOrdinal } from './progress';
import type { Database, EngineTables } from './tables';

/** `continues`: the event of another stream that must have come before. */
type Arrival = Readonly<{ message: ReceivedMessage; meta: Envelope; continues: ReturnType<typeof continuesIn> }>;
type Refusal = Readonly<{ message: ReceivedMessage; reason: string }>;

/** An event that is new in the log. */
export type Logged = Readonly<{ stream: string; revision: number; ordinal: number }>;

const readable = (message: ReceivedMessage): Arrival => ({
  message,
  meta: readMeta(message),
  continues: continuesIn(message),
});

const arrivalOf = (message: ReceivedMessage): Arrival | Refusal => {
  try {
    return readable(message);
  } catch (error) {
    return { message, reason: reasonOf(error) };
  }
};

/** Sorts arrivals by the revision that their stream, and the one that it continues, have reached. */
class Sorting {
  readonly next: Arrival[] = [];
  readonly early: Arrival[] = [];
  readonly seen: Arrival[] = [];

  constructor(private readonly heads: Map<string, number>) {}

  add(arrival: Arrival): void {
    const { stream, revision } = arrival.meta;
    const expected = this.expectedOf(stream);
    if (revision === expected && this.isReady(arrival)) {
      this.next.push(arrival);
      this.heads.set(stream, revision);
    } else (revision >= expected ? this.early : this.seen).push(arrival);
  }

  /** Whether the event that it continues has come. */
  isReady({ continues }: Arrival): boolean {
    return continues === null || this.expectedOf(continues.stream) > continues.revision;
  }

  expectedOf(stream: string): number {
    return (this.heads.get(stream) ?? NO_REVISION) + 1;
  }
}

const EVENT: Target = {
  table: 'event',
  columns: {
    ...{ ordinal: 'integer', topic: 'text', offset: 'integer', ministry: 'text', stream: 'text', revision: 'integer' },
    ...{ event_id: 'text', type: 'text', wire_type: 'text', occurred_on: 'text', recorded_at: 'text' },
    ...{ acting_function: 'text', correlation_id: 'text', reported_on: 'text', headers: 'json', value: 'bytes' },
  },
};
const HELD: Target = {
  table: 'held',
  columns: {
    ...{ topic: 'text', offset: 'integer', stream: 'text', revision: 'integer' },
    ...{ headers: 'json', value: 'bytes' },
  },
  key: ['topic', 'offset'],
};
const REFUSED: Target = {
  table: 'refused',
  columns: {
    ...{ topic: 'text', offset: 'integer', key: 'bytes', headers: 'json', value: 'bytes' },
    ...{ reason: 'text', refused_at: 'text' },
  },
  key: ['topic', 'offset'],
};
const TOPIC: Target = {
  table: 'topic',
  columns: { topic: 'text', next_offset: 'integer' },
  key: ['topic'],
  set: ['next_offset'],
};

export class Ingest {
  private readonly lane = new Lane();
  private offsets = new Map<string, number>();
  private last = 0;
  /** Streams that wait for an event, each with the streams that they continue. */
  private held = new Map<string, ReadonlySet<string>>();
  private readonly kept: (value: Buffer) => string | Buffer;

  constructor(
    private readonly db: Database,
    private readonly now: () => string,
    private readonly warn: (sentence: string) => void,
  ) {
    this.kept = dialectOf(db).kept;
  }

  /** Of the log's last event. */
  get lastOrdinal(): number {
    return this.last;
  }

  /** Reads what the one before has reached. */
  async resume(): Promise<void> {
    const topics = await this.db.selectFrom('topic').selectAll().execute();
    this.offsets = new Map(topics.map(({ topic, next_offset }) => [topic, next_offset]));
    this.last = await lastOrdinal(this.db);
    await this.resumeHeld();
  }

  /** All messages and their topics' offsets, in one transaction. Answers what is new in the log. */
  take(messages: readonly ReceivedMessage[]): Promise<readonly Logged[]> {
    return messages.length === 0 ? Promise.resolve([]) : this.lane.run(() => this.takeInTurn(messages));
  }

  /** Resolves when what was asked for is done. */
  end(): Promise<void> {
    return this.lane.run(() => Promise.resolve());
  }

  private async takeInTurn(messages: readonly ReceivedMessage[]): Promise<readonly Logged[]> {
    const arrivals: Arrival[] = [];
    const refused: Refusal[] = [];
    for (const one of messages.map(arrivalOf))
      if ('meta' in one) arrivals.push(one);
      else refused.push(one);

    const offsets = new Map(this.offsets);
    for (const { topic, offset } of messages) offsets.set(topic, Math.max(offsets.get(topic) ?? 0, offset + 1));

    const { next, early } = await this.db.transaction().execute(async (transaction) => {
      const sorting = await this.sort(transaction, arrivals);
      await this.append(transaction, sorting.next);
      refused.push(...(await contradicting(transaction, sorting.seen)));
      await this.refuse(transaction, refused);
      await writeRows(transaction, TOPIC, [...offsets]);
      return sorting;
    });

    // Only now is it true.
    const logged = next.map(({ meta: { stream, revision } }, at) => ({
      stream,
      revision,
      ordinal: this.last + 1 + at,
    }));
    this.last += next.length;
    this.offsets = offsets;
    if (early.length > 0 || this.held.size > 0) await this.resumeHeld();
    this.alarm(early, refused);
    return logged;
  }

  /** Keeps what came too early, and takes up what waited for what has come. */
  private async sort(transaction: Database, arrivals: readonly Arrival[]): Promise<Sorting> {
    const streams = this.reachedFrom(arrivals.map(({ meta }) => meta.stream));
    const continued = [...arrivals.flatMap(({ continues }) => continues?.stream ?? []), ...this.continuedBy(streams)];
    const sorting = new Sorting(await headsOf(transaction, [...new Set([...streams, ...continued])]));
    for (const arrival of arrivals) sorting.add(arrival);

    const early = sorting.early.map(({ message, meta }) => [
      ...[message.topic, message.offset, meta.stream, meta.revision],
      ...[message.headers, this.kept(message.value)],
    ]);
    await writeRows(transaction, HELD, early);
    const waiting = new Set([...this.held.keys(), ...sorting.early.map(({ meta }) => meta.stream)]);
    const mayGoOn = streams.filter((stream) => waiting.has(stream));
    // What one stream takes up may be what the next one waits for.
    for (let before = -1; mayGoOn.length > 0 && before < sorting.next.length;) {
      before = sorting.next.length;
      for (const stream of mayGoOn) await release(transaction, stream, sorting);
    }
    return sorting;
  }

  /** What streams that are held continue. */
  private continuedBy(streams: readonly string[]): readonly string[] {
    return streams.flatMap((stream) => [...(this.held.get(stream) ?? [])]);
  }

  /** The streams, and the held ones that wait for them, through however many others. */
  private reachedFrom(streams: readonly string[]): readonly string[] {
    const reached = new Set(streams);
    for (let size = -1; size < reached.size;) {
      size = reached.size;
      for (const [stream, continued] of this.held)
        if ([...continued].some((one) => reached.has(one))) reached.add(stream);
    }
    return [...reached];
  }

  private async append(transaction: Database, arrivals: readonly Arrival[]): Promise<void> {
    const rows = arrivals.map(({ message, meta }, at) => [
      ...[this.last + 1 + at, message.topic, message.offset, meta.ministry, meta.stream, meta.revision, meta.id],
      ...[typeOf(meta.wireType), meta.wireType, meta.occurredOn, meta.recordedAt, meta.function, meta.correlationId],
      ...[meta.reportedOn ?? null, message.headers, this.kept(message.value)],
    ]);
    await writeRows(transaction, EVENT, rows);
  }

  private async refuse(transaction: Database, refused: readonly Refusal[]): Promise<void> {
    const at = this.now();
    const rows = refused.map(({ message, reason }) => [
      ...[message.topic, message.offset, this.kept(Buffer.from(message.key)), message.headers],
      ...[this.kept(message.value), reason, at],
    ]);
    await writeRows(transaction, REFUSED, rows);
  }

  private async resumeHeld(): Promise<void> {
    const held = await this.db.selectFrom('held').select(['stream', 'headers']).execute();
    this.held = new Map();
    for (const { stream, headers } of held) {
      const continues = continuesIn({ headers });
      this.held.set(stream, new Set([...this.continuedBy([stream]), ...(continues ? [continues.stream] : [])]));
    }
  }

  private alarm(early: readonly Arrival[], refused: readonly Refusal[]): void {
    for (const stream of new Set(early.map(({ meta }) => meta.stream)))
      if (this.held.has(stream)) this.warn(`${stream} is held back: what must come before has not come.`);
    for (const { message, reason } of refused) this.warn(`${message.topic}@${message.offset} is refused: ${reason}`);
  }
}

const headsOf = async (db: Database, streams: readonly string[]): Promise<Map<string, number>> => {
  const heads = await askAbout<{ stream: string; revision: number | null }>(
    db,
    streams,
    (list) => `with asked (stream) as ${list}
      select stream, (select max(revision) from event where event.stream = asked.stream) as revision from asked`,
  );
  return new Map(heads.map(({ stream, revision }) => [stream, revision ?? NO_REVISION]));
};

/** Hands over what is held of a stream for as long as it continues it. */
const release = async (transaction: Database, stream: string, sorting: Sorting): Promise<void> => {
  const next = () =>
    transaction
      .selectFrom('held')
      .selectAll()
      .where('stream', '=', stream)
      .where('revision', '<=', sorting.expectedOf(stream))
      .orderBy('revision')
      .orderBy('offset')
      .limit(1)
      .executeTakeFirst();
  for (let held = await next(); held; held = await next()) {
    const arrival = readable(messageOf(held));
    if (!sorting.isReady(arrival)) return;
    await transaction.deleteFrom('held').where('topic', '=', held.topic).where('offset', '=', held.offset).execute();
    sorting.add(arrival);
  }
};

const messageOf = ({ topic, offset, stream, headers, value }: EngineTables['held']): ReceivedMessage => ({
  ...{ topic, offset, key: stream, headers },
  value: bytesOf(value),
});

/** A stream has one event at each revision: another one is no redelivery and must not vanish as one. */
const contradicting = async (transaction: Database, seen: readonly Arrival[]): Promise<Refusal[]> => {
  const refused: Refusal[] = [];
  for (const { message, meta } of seen) {
    const stored = await transaction
      .selectFrom('event')
      .select('event_id')
      .where('stream', '=', meta.stream)
      .where('revision', '=', meta.revision)
      .executeTakeFirst();
    if (stored?.event_id !== meta.id)
      refused.push({
        message,
        reason: `The event ${stored?.event_id ?? ''} stands at this revision of ${meta.stream}.`,
      });
  }
  return refused;
};
