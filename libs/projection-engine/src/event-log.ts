// Reading the statewide log: for projectors a page at a time, for people with what it says.
import { decodeData, type EventCatalogue, WITHHELD } from '@zielwerk/contracts';
import type { FactMeta, Message, ReceivedMessage, Recorded } from '@zielwerk/kernel';

import { dialectOf } from './bulk';
import { bytesOf, viewOf } from './bytes';
import { type LoggedFact, reasonOf, Unreadable } from './fold';
import type { Database, EngineTables } from './tables';

type Events = EventCatalogue<Message>;
type Stored = EngineTables['event'];
type Fact = Omit<Stored, 'topic' | 'offset' | 'headers' | 'ministry'>;

/** All that a projection needs; headers are twice as long and say nothing else. */
const WITHOUT_VALUE = [
  ...(['event.ordinal', 'event.stream', 'event.revision', 'event.event_id', 'event.type'] as const),
  ...(['event.wire_type', 'event.occurred_on', 'event.recorded_at', 'event.acting_function'] as const),
  ...(['event.correlation_id', 'event.reported_on'] as const),
] as const;
const FACT = [...WITHOUT_VALUE, 'event.value'] as const;

// Named, as a later release may have columns that this one does not know.
const ALL = [...FACT, 'event.topic', 'event.offset', 'event.headers', 'event.ministry'] as const;

const metaOf = (row: Fact): FactMeta => ({
  id: row.event_id,
  stream: row.stream,
  revision: row.revision,
  occurredOn: row.occurred_on,
  recordedAt: row.recorded_at,
  // Ingest has seen to it that a stream begins with its ministry.
  ministry: row.stream.slice(0, row.stream.indexOf('.')),
  function: row.acting_function,
  correlationId: row.correlation_id,
  ...(row.reported_on !== null && { origin: 'import', reportedOn: row.reported_on }),
});

const read = (row: Fact, events: Events): Recorded<Message> | Unreadable | undefined => {
  try {
    const event = decodeData(row.wire_type, typeof row.value === 'string' ? row.value : viewOf(row.value), events);
    return event && { type: event.type, data: event.data, meta: metaOf(row) };
  } catch (error) {
    return new Unreadable(reasonOf(error));
  }
};

const NOT_TEXT = '22021';

/** Values as text where that is what they all are: PostgreSQL would send bytes as twice as many letters. */
const readFacts = async (db: Database, after: number, limit: number): Promise<readonly Fact[]> => {
  const page = db.selectFrom('event').where('ordinal', '>', after).orderBy('ordinal').limit(limit);
  const { textOf } = dialectOf(db);
  if (!textOf) return page.select(FACT).execute();
  try {
    return await page.select(WITHOUT_VALUE).select(textOf('event.value').as('value')).execute();
  } catch (error) {
    if ((error as Readonly<{ code?: string }>).code !== NOT_TEXT) throw error;
    return page.select(FACT).execute();
  }
};

/** What `events` answers by: all of them narrow it. `after` is an ordinal. */
export type EventFilter = Readonly<{
  after?: number;
  limit: number;
  stream?: string;
  ministry?: string;
  type?: string;
}>;

/**
 * An event of the log. `data` is null unless it is decoded: a withheld event has none, an unknown type is one this
 * release does not know, and an unreadable one is of a newer version or not what was agreed.
 */
export type LoggedEvent = Readonly<{
  ordinal: number;
  type: string;
  wireType: string;
  meta: FactMeta;
  state: 'decoded' | 'withheld' | 'unknown' | 'unreadable';
  data: unknown;
  /** As it arrived, byte for byte. */
  message: ReceivedMessage;
}>;

/** Some events of the log, and where they end. `isFull`: there may be more. */
export type Page = Readonly<{ facts: readonly LoggedFact[]; until: number; isFull: boolean }>;

/** Who gets a page: what none of them wants is not decoded. The next page is read ahead for the same array alone. */
export type Readers = readonly Readonly<{ wants: (type: string) => boolean }>[];

/** How a log is read page by page: from where else than where rows are written, if anywhere, and so many events at once. */
export type Paging = Readonly<{ beside?: Database; size: number }>;

export class EventLog {
  private readonly ahead = new WeakMap<Readers, Readonly<{ after: number; page: Promise<Page | null> }>>();

  constructor(
    private readonly db: Database,
    private readonly catalogue: Events,
    private readonly paging: Paging = { size: 1000 },
  ) {}

  /** The events after an ordinal, some at a time. Null at the end of the log. */
  async page(after: number, readers: Readers): Promise<Page | null> {
    const { beside = this.db } = this.paging;
    const next = this.ahead.get(readers);
    this.ahead.delete(readers);
    const ready = next?.after === after ? await next.page : null;
    // What was looked for a moment ago may have come meanwhile.
    const page = ready ?? (await this.pageAfter(beside, after, readers));
    // On the way, and decoded, while these are made into rows.
    if (page?.isFull && beside !== this.db) this.readAhead(beside, page.until, readers);
    return page;
  }

  /** One projection's parked events, oldest first, and the ids under which they are parked. */
  async parked(projection: string, upTo: number, limit: number): Promise<{ ids: number[]; facts: LoggedFact[] }> {
    const rows = await this.db
      .selectFrom('parked')
      .innerJoin('event', 'event.ordinal', 'parked.ordinal')
      .select([...FACT, 'parked.id', 'parked.key'])
      .where('parked.projection', '=', projection)
      .where('parked.id', '<=', upTo)
      .orderBy('parked.ordinal')
      .orderBy('parked.id')
      .limit(limit)
      .execute();
    const facts = rows.flatMap(({ key, ...row }) =>
      this.factIn(row).map((fact) => (key === null ? fact : { ...fact, key })),
    );
    return { ids: rows.map(({ id }) => id), facts };
  }

  async events({ after = 0, limit, ...same }: EventFilter): Promise<readonly LoggedEvent[]> {
    const narrowed = (Object.entries(same) as [keyof typeof same, string | undefined][]).reduce(
      (query, [column, value]) => (value === undefined ? query : query.where(column, '=', value)),
      this.db.selectFrom('event').select(ALL).where('ordinal', '>', after),
    );
    const rows = await narrowed.orderBy('ordinal').limit(limit).execute();
    return rows.map((row) => this.describe(row));
  }

  private readAhead(db: Database, after: number, readers: Readers): void {
    const page = this.pageAfter(db, after, readers);
    // Whoever waits for it is told; nobody may.
    page.catch(() => undefined);
    this.ahead.set(readers, { after, page });
  }

  private async pageAfter(db: Database, after: number, readers: Readers): Promise<Page | null> {
    const { size } = this.paging;
    const rows = await readFacts(db, after, size);
    const last = rows.at(-1);
    if (!last) return null;
    const wanted = new Set(
      [...new Set(rows.map(({ type }) => type))].filter((type) => readers.some((one) => one.wants(type))),
    );
    const facts = rows.flatMap((row) => (wanted.has(row.type) ? this.factIn(row) : []));
    return { facts, until: last.ordinal, isFull: rows.length === size };
  }

  private factIn(row: Fact): LoggedFact[] {
    const fact = read(row, this.catalogue);
    return fact ? [{ ordinal: row.ordinal, stream: row.stream, type: row.type, fact }] : [];
  }

  private describe(row: Stored): LoggedEvent {
    const { ordinal, type, wire_type: wireType, topic, offset, stream, headers } = row;
    const fact = read(row, this.catalogue);
    const event = { ordinal, type, wireType, meta: metaOf(row) };
    const message = { topic, offset, key: stream, headers, value: bytesOf(row.value) };
    if (wireType === WITHHELD) return { ...event, state: 'withheld', data: null, message };
    if (!fact) return { ...event, state: 'unknown', data: null, message };
    if (fact instanceof Unreadable) return { ...event, state: 'unreadable', data: null, message };
    return { ...event, state: 'decoded', data: fact.data, message };
  }
}
