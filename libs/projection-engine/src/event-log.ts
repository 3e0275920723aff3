// Reading the statewide log: for projectors a page at a time, for people with what it says.
import { decodeFact, type EventCatalogue, readMeta, typeOf, WITHHELD } from '@zielwerk/contracts';
import type { FactMeta, Message, ReceivedMessage, Recorded } from '@zielwerk/kernel';

import { type LoggedFact, reasonOf, Unreadable } from './fold';
import type { Database, EngineTables } from './tables';

type Events = EventCatalogue<Message>;
type Stored = Pick<EngineTables['event'], 'topic' | 'offset' | 'stream' | 'headers' | 'value'>;

/** Of all columns those that make the message again. */
const MESSAGE = ['topic', 'offset', 'stream', 'headers', 'value'] as const;

const messageIn = ({ topic, offset, stream, headers, value }: Stored): ReceivedMessage => ({
  ...{ topic, offset, key: stream, headers },
  value: Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

const read = (message: ReceivedMessage, events: Events): Recorded<Message> | Unreadable | undefined => {
  try {
    return decodeFact(message, events);
  } catch (error) {
    return new Unreadable(reasonOf(error));
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

/** What is asked about next, and where it ends. */
export type Page = Readonly<{ facts: readonly LoggedFact[]; until: number }>;

export class EventLog {
  constructor(
    private readonly db: Database,
    private readonly catalogue: Events,
  ) {}

  /** At most `limit` events after an ordinal; only those somebody wants are decoded. Null at the end of the log. */
  async page(after: number, limit: number, wanted: (type: string) => boolean): Promise<Page | null> {
    const rows = await this.db
      .selectFrom('event')
      .select([...MESSAGE, 'ordinal', 'type'])
      .where('ordinal', '>', after)
      .orderBy('ordinal')
      .limit(limit)
      .execute();
    const last = rows.at(-1);
    return last
      ? { facts: rows.flatMap((row) => (wanted(row.type) ? this.factIn(row) : [])), until: last.ordinal }
      : null;
  }

  /** One projection's parked events, oldest first, and the ids under which they are parked. */
  async parked(projection: string, upTo: number, limit: number): Promise<{ ids: number[]; facts: LoggedFact[] }> {
    const rows = await this.db
      .selectFrom('parked')
      .innerJoin('event', 'event.ordinal', 'parked.ordinal')
      .select(['event.topic', 'event.offset', 'event.stream', 'event.headers', 'event.value'])
      .select(['event.ordinal', 'event.type', 'parked.id', 'parked.key'])
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
      this.db
        .selectFrom('event')
        .select([...MESSAGE, 'ordinal'])
        .where('ordinal', '>', after),
    );
    const rows = await narrowed.orderBy('ordinal').limit(limit).execute();
    return rows.map((row) => this.describe(row.ordinal, messageIn(row)));
  }

  async ordinalOf(stream: string, revision: number): Promise<number | undefined> {
    const found = await this.db
      .selectFrom('event')
      .select('ordinal')
      .where('stream', '=', stream)
      .where('revision', '=', revision)
      .executeTakeFirst();
    return found?.ordinal;
  }

  private factIn(row: Stored & Readonly<{ ordinal: number; type: string }>): LoggedFact[] {
    const fact = read(messageIn(row), this.catalogue);
    return fact ? [{ ordinal: row.ordinal, stream: row.stream, type: row.type, fact }] : [];
  }

  private describe(ordinal: number, message: ReceivedMessage): LoggedEvent {
    const { wireType, ...meta } = readMeta(message);
    const fact = read(message, this.catalogue);
    const decoded = fact !== undefined && !(fact instanceof Unreadable);
    const state = () => {
      if (wireType === WITHHELD) return 'withheld';
      return fact ? 'unreadable' : 'unknown';
    };
    return {
      ...{ ordinal, wireType, meta, message },
      type: typeOf(wireType),
      state: decoded ? 'decoded' : state(),
      data: decoded ? fact.data : null,
    };
  }
}
