import type { NewEvent, Position, StoredEvent } from '@zielwerk/kernel';

/** An event before it has a place: its parts as the texts that are kept. */
export type EventText = Readonly<{ id: string; wireType: string; meta: string; data: string }>;

/** Where an event stands, and since when. */
export type Place = Readonly<{ position: Position; stream: string; revision: number; recordedAt: string }>;

/** An event in its place, as kept. `meta` is what the other fields do not say already. */
export type PlacedText = EventText & Place;

// SQLite ends a text at NUL and cannot keep half a surrogate pair: such names would meet in one stream.
const UNFIT = /\p{C}/u;

/** Throws TypeError for a name that no adapter could keep apart from every other. */
export const assertName = (what: string, name: string): void => {
  if (name === '' || UNFIT.test(name)) throw new TypeError(`${what} is empty or has unprintable characters.`);
};

/** Throws TypeError for data that cannot become JSON: a BigInt, a cycle, nothing at all. */
export const textOf = ({ wireType, data, meta }: NewEvent): EventText => {
  assertName('An event id', meta.id);
  assertName('A wire type', wireType);
  // TypeScript promises a string, but undefined, functions and symbols give undefined.
  const json = JSON.stringify(data) as string | undefined;
  if (json === undefined) throw new TypeError(`The data of ${wireType} is nothing that JSON can express.`);
  // JSON leaves out what is undefined; a copy without the id would cost more than the rest of this.
  return { id: meta.id, wireType, meta: JSON.stringify({ ...meta, id: undefined }), data: json };
};

type Meta = { -readonly [Key in keyof StoredEvent['meta']]: StoredEvent['meta'][Key] };

/** A new object at each reading: what a reader does to it stays with that reader. Throws SyntaxError. */
export const eventOf = (event: PlacedText): StoredEvent => {
  // Completed in place: a log is read event by event, and spreading would double the work.
  const meta = JSON.parse(event.meta) as Meta;
  meta.id = event.id;
  meta.stream = event.stream;
  meta.revision = event.revision;
  meta.recordedAt = event.recordedAt;
  return { position: event.position, wireType: event.wireType, data: JSON.parse(event.data), meta };
};

/** Throws TypeError for an append that no adapter takes: without events, or into a stream without a proper name. */
export const textsOf = (stream: string, events: readonly NewEvent[]): readonly EventText[] => {
  assertName('A stream', stream);
  if (events.length === 0) throw new TypeError(`An append to ${stream} without events has nothing to make durable.`);
  return events.map(textOf);
};
