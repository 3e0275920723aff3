// Pure: rows and facts in; changed rows and parked facts out.
import { handlerOf, keysOf, type Message, type Recorded } from '@zielwerk/kernel';

import type { Row, RowProjection } from './tables';

/** An event whose data this release cannot read: not what was agreed, or of a version it does not know yet. */
export class Unreadable {
  constructor(readonly reason: string) {}
}

/** An event as a projection meets it. With `key`, only that row is still to be changed. */
export type LoggedFact = Readonly<{
  ordinal: number;
  stream: string;
  type: string;
  fact: Recorded<Message> | Unreadable;
  key?: string;
}>;

/** `key` is null when nobody can say which row the event is about: then its stream waits. */
export type ParkedFact = Readonly<{
  ordinal: number;
  stream: string;
  key: string | null;
  reason: string;
  /** The event that could not be applied, when this one only waits for it. */
  waitsFor: number | null;
}>;

type Place = Pick<ParkedFact, 'ordinal' | 'stream' | 'key'>;

/** The rows and streams that wait, each with the first event that could not be applied. */
export class Blocks {
  private readonly keys = new Map<string, number>();
  private readonly streams = new Map<string, number>();

  add({ ordinal, stream, key }: Place): void {
    const [waiting, name] = key === null ? [this.streams, stream] : [this.keys, key];
    if (!waiting.has(name)) waiting.set(name, ordinal);
  }

  /** Where rows are kept by stream, another stream may come to such a row as well: it must not overtake what is parked there. */
  causeFor(stream: string, key: string): number | null {
    return this.streams.get(stream) ?? this.streams.get(key) ?? this.keys.get(key) ?? null;
  }
}

export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);

type Plan = Readonly<{ item: LoggedFact; keys: readonly string[] }> | Readonly<{ item: LoggedFact; reason: string }>;

// Nearly always it is one, and this runs for each event.
const distinct = (keys: readonly string[]): readonly string[] => (keys.length > 1 ? [...new Set(keys)] : keys);

/** What each event is about, before any row is loaded. */
export const plan = (projection: RowProjection, items: readonly LoggedFact[]): readonly Plan[] =>
  items.map((item) => {
    if (item.fact instanceof Unreadable) return { item, reason: item.fact.reason };
    if (item.key !== undefined) return { item, keys: [item.key] };
    try {
      return { item, keys: distinct(keysOf(projection, item.fact)) };
    } catch (error) {
      return { item, reason: reasonOf(error) };
    }
  });

export const keysIn = (plans: readonly Plan[]): readonly string[] => [
  ...new Set(plans.flatMap((one) => ('keys' in one ? one.keys : []))),
];

type Folding = Readonly<{
  projection: RowProjection;
  /** The rows as they are stored; changed rows take their place. */
  rows: Map<string, Row>;
  blocks: Blocks;
  check: (key: string, row: Row) => void;
}>;
export type Folded = Readonly<{ changed: ReadonlyMap<string, Row | null>; parked: readonly ParkedFact[] }>;

/** Applies events in order. What cannot be applied is parked, and with it every later event of the same row. */
export const fold = ({ projection, rows, blocks, check }: Folding, plans: readonly Plan[]): Folded => {
  const changed = new Map<string, Row | null>();
  const parked: ParkedFact[] = [];

  const park = (
    { ordinal, stream }: LoggedFact,
    key: string | null,
    reason: string,
    waitsFor: number | null = null,
  ) => {
    parked.push({ ordinal, stream, key, reason, waitsFor });
    blocks.add({ ordinal: waitsFor ?? ordinal, stream, key });
  };
  const apply = (item: LoggedFact, fact: Recorded<Message>, key: string) => {
    const cause = blocks.causeFor(item.stream, key);
    if (cause !== null) {
      park(item, key, 'An earlier event of the same row or stream is parked.', cause);
      return;
    }
    try {
      const row = handlerOf(projection, item.type)?.(rows.get(key) ?? null, fact, key) ?? null;
      if (row) check(key, row);
      changed.set(key, row);
      if (row) rows.set(key, row);
      else rows.delete(key);
    } catch (error) {
      park(item, key, reasonOf(error));
    }
  };

  for (const one of plans)
    if ('reason' in one) park(one.item, null, one.reason);
    else if (!(one.item.fact instanceof Unreadable)) for (const key of one.keys) apply(one.item, one.item.fact, key);
  return { changed, parked };
};
