// A fact on the bus: CloudEvents 1.0 in binary mode, attributes as headers and the data as JSON text.
import {
  type BusMessage,
  type FactMeta,
  type Message,
  ministryOf,
  type ReceivedMessage,
  type Recorded,
  type StoredEvent,
} from '@zielwerk/kernel';
import { IsOptional, Matches } from 'class-validator';

import { allEvents, type AnyEvent } from './all-events';
import { contractOf, Malformed } from './contract';
import { type EventCatalogue, typeOf } from './define-event';
import { IsCalendarDate, IsId, IsInstant, IsMinistryCode, IsOneOf, IsRevision, IsText } from './vocabulary';
import { OrNull, word } from './word';

/** What stands on the bus for an event that does not leave its house: its place in the stream, and nothing more. */
export const WITHHELD = 'Withheld.v1';

const SOURCE = '/ministries/';

const IsStream = word('a stream such as mwu.measure-0190a1de-0000-7000-8000-000000000001', (says) =>
  Matches(/^[a-z]{2,8}\.[a-zA-Z]{1,40}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, says),
);

/** What the headers say of a fact; enough to keep it without reading its data. */
export class Envelope implements FactMeta {
  @IsText({ max: 100 }) readonly wireType!: string;
  @IsId() readonly id!: string;
  @IsStream() readonly stream!: string;
  @IsRevision() readonly revision!: number;
  @IsCalendarDate() readonly occurredOn!: string;
  @IsInstant() readonly recordedAt!: string;
  @IsMinistryCode() readonly ministry!: string;
  @OrNull() @IsText({ max: 200 }) readonly function!: string | null;
  @IsText({ max: 200 }) readonly correlationId!: string;
  @IsOptional() @IsOneOf('import') readonly origin?: 'import';
  @IsOptional() @IsCalendarDate() readonly reportedOn?: string;
}
const envelope = contractOf(Envelope);

class Place {
  @IsStream() readonly stream!: string;
  @IsRevision() readonly revision!: number;
}
const place = contractOf(Place);

/** A place in one word. */
export const placeKey = ({ stream, revision }: Readonly<{ stream: string; revision: number }>): string =>
  `${stream}@${revision}`;

/** A fact on the topic of a house that did not decide it, or about a stream of another house. */
export class ForeignSource extends Error {
  override readonly name = 'ForeignSource';
  readonly code = 'foreign-source';

  constructor(
    readonly topic: string,
    readonly ministry: string,
    readonly stream: string,
  ) {
    super(`${topic} carries a fact of ${ministry} about ${stream}.`);
  }
}

/** A stream that goes on where another one ended, after a handover, says where in its first event; null for all others. */
export const continuedBy = (data: unknown): Place | null => {
  const says = typeof data === 'object' && data !== null && 'continues' in data ? data.continues : null;
  return place.accepts(says) ? says : null;
};

const continued = (data: unknown): Readonly<Record<string, string>> => {
  const says = continuedBy(data);
  return says ? { ce_continues: placeKey(says) } : {};
};

const takenIn = ({ origin, reportedOn }: FactMeta): Readonly<Record<string, string>> =>
  origin === undefined || reportedOn === undefined ? {} : { ce_origin: origin, ce_reportedon: reportedOn };

const traced = ({ traceparent }: StoredEvent['meta']): Readonly<Record<string, string>> =>
  traceparent === undefined ? {} : { traceparent };

/**
 * A stored event as it may leave its house: neither who acted nor on which command, and fields of the house empty. One
 * whose audience is `house`, or whose type this release does not know, goes out withheld, so that revisions stay dense.
 */
export const toBusMessage = (
  { wireType, data, meta }: StoredEvent,
  events: Pick<EventCatalogue<Message>, 'audienceOf' | 'redact'> = allEvents,
): BusMessage => {
  const withheld = (events.audienceOf(typeOf(wireType)) ?? 'house') === 'house';
  return {
    key: meta.stream,
    value: JSON.stringify(withheld ? null : events.redact(wireType, data, 'government')),
    headers: {
      ce_specversion: '1.0',
      ce_id: meta.id,
      ce_type: withheld ? WITHHELD : wireType,
      ce_source: SOURCE + meta.ministry,
      ce_subject: meta.stream,
      ce_time: meta.recordedAt,
      'content-type': 'application/json',
      ce_revision: String(meta.revision),
      ce_occurredon: meta.occurredOn,
      ...(meta.function !== null && !withheld && { ce_function: meta.function }),
      ce_correlationid: meta.correlationId,
      ...traced(meta),
      ...(!withheld && { ...takenIn(meta), ...continued(data) }),
    },
  };
};

// Number('') is 0 and Number('1e3') is 1000: only what a writer writes is a revision.
const revisionIn = (text: string | undefined): unknown =>
  text !== undefined && /^(?:0|[1-9]\d{0,14})$/u.test(text) ? Number(text) : text;

const ministryIn = (source: string | undefined): string | undefined =>
  source?.startsWith(SOURCE) ? source.slice(SOURCE.length) : source;

/**
 * Reads the headers and not the data. Throws Malformed, with every fault, when they are not what was agreed, and
 * ForeignSource when the topic is not the deciding ministry's own.
 */
export const readMeta = ({ topic, key, headers }: ReceivedMessage): Envelope => {
  if (headers.ce_specversion !== '1.0')
    throw new Malformed('Envelope', [{ pointer: '#/specversion', detail: 'This is no CloudEvent of version 1.0.' }]);
  const meta = envelope.parse({
    wireType: headers.ce_type,
    id: headers.ce_id,
    stream: headers.ce_subject,
    revision: revisionIn(headers.ce_revision),
    occurredOn: headers.ce_occurredon,
    recordedAt: headers.ce_time,
    ministry: ministryIn(headers.ce_source),
    function: headers.ce_function ?? null,
    correlationId: headers.ce_correlationid,
    ...(headers.ce_reportedon !== undefined && { origin: headers.ce_origin, reportedOn: headers.ce_reportedon }),
  });
  if (meta.ministry !== ministryOf(topic) || !meta.stream.startsWith(`${meta.ministry}.`))
    throw new ForeignSource(topic, meta.ministry, meta.stream);
  if (key !== meta.stream)
    throw new Malformed('Envelope', [{ pointer: '#/key', detail: 'The key is not the stream.' }]);
  return meta;
};

/** The event without which this one means nothing; null for nearly all. Throws Malformed. */
export const continuesIn = ({ headers }: Pick<ReceivedMessage, 'headers'>): Place | null => {
  if (headers.ce_continues === undefined) return null;
  const [stream, revision] = headers.ce_continues.split('@');
  return place.parse({ stream, revision: revisionIn(revision) });
};

// Bytes that are no UTF-8 must not pass as text with replacement characters in it.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const dataIn = (value: Buffer | string): unknown => {
  try {
    return JSON.parse(typeof value === 'string' ? value : utf8.decode(value));
  } catch {
    throw new Malformed('Data', [{ pointer: '#', detail: 'The data is not JSON in UTF-8.' }]);
  }
};

/**
 * What the bytes (or their text) say, as an event of the newest version; undefined for a type that `events` does not know. For who has
 * kept a message's envelope. Throws Malformed for data that is not what was agreed, and UnknownEventVersion.
 */
export const decodeData = <Event extends Message>(
  wireType: string,
  value: Buffer | string,
  events: EventCatalogue<Event>,
): Event | undefined =>
  events.audienceOf(typeOf(wireType)) === undefined ? undefined : events.decode(wireType, dataIn(value));

/**
 * The fact in a message, lifted to its newest version; undefined for a type that `events` does not know, withheld ones
 * among them. Throws what readMeta throws, Malformed for data that is not what was agreed, and UnknownEventVersion.
 */
export const decodeFact = <Event extends Message = AnyEvent>(
  message: ReceivedMessage,
  events: EventCatalogue<Event> = allEvents as unknown as EventCatalogue<Event>,
): Recorded<Event> | undefined => {
  const { wireType, ...meta } = readMeta(message);
  const event = decodeData(wireType, message.value, events);
  return event && { ...event, meta };
};
