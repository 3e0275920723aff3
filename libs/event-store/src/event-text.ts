import type { NewEvent, Position, StoredEvent } from '@zielwerk/kernel';

/** An event before it has a place: its parts as the texts that are kept. */
export type EventText = Readonly<{ id: string; wireType: string; meta: string; data: string }>;

/** An event in its place, as kept. `meta` is what the other fields do not say already. */
export type PlacedText = EventText &
  Readonly<{ position: Position; stream: string; revision: number; recordedAt: string }>;

// SQLite ends a text at NUL and cannot keep half a surrogate pair: such names would meet in one stream.
const UNFIT = /\p{C}/u;

/** Throws TypeError for a name that no adapter could keep apart from every other. */
export const assertName = (what: string, name: string): void => {
  if (name === '' || UNFIT.test(name)) throw new TypeError(`${what} is empty or has unprintable characters.`);
};

/** Throws TypeError for data that cannot become JSON: a BigInt, a cycle, nothing at all. */
export const textOf = ({ wireType, data, meta: { id, ...meta } }: NewEvent): EventText => {
  assertName('An event id', id);
  assertName('A wire type', wireType);
  // TypeScript promises a string, but undefined, functions and symbols give undefined.
  const json = JSON.stringify(data) as string | undefined;
  if (json === undefined) throw new TypeError(`The data of ${wireType} is nothing that JSON can express.`);
  return { id, wireType, meta: JSON.stringify(meta), data: json };
};

/** A new object at each reading: what a reader does to it stays with that reader. Throws SyntaxError. */
export const eventOf = ({ position, stream, revision, recordedAt, ...text }: PlacedText): StoredEvent => {
  const meta = JSON.parse(text.meta) as Omit<StoredEvent['meta'], 'id' | 'stream' | 'revision' | 'recordedAt'>;
  return {
    position,
    wireType: text.wireType,
    data: JSON.parse(text.data),
    meta: { ...meta, id: text.id, stream, revision, recordedAt },
  };
};

/** Throws TypeError for an append that no adapter takes: without events, or into a stream without a proper name. */
export const textsOf = (stream: string, events: readonly NewEvent[]): readonly EventText[] => {
  assertName('A stream', stream);
  if (events.length === 0) throw new TypeError(`An append to ${stream} without events has nothing to make durable.`);
  return events.map(textOf);
};
