import type { ServerWritableStream } from '@grpc/grpc-js';
import { ReadReq, type ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { KurrentLog, LogRecord } from './log';
import { eventMessage, nameOf, streamNotFound } from './messages';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

export const optionsOf = (call: ReadCall): ReadReq.Options => {
  const options = call.request.getOptions();
  if (!options) throw new Error('A read without options is none that the client sends.');
  return options;
};

export const isStructured = (options: ReadReq.Options): boolean => options.getUuidOption()?.hasStructured() ?? false;

/** Which records a filter of stream names lets through: by prefix or by regular expression. */
export const filterOf = (options: ReadReq.Options): ((record: LogRecord) => boolean) => {
  const expression = options.hasFilter() ? options.getFilter()?.getStreamIdentifier() : undefined;
  if (!expression) return () => true;
  const regex = expression.getRegex();
  if (regex !== '') return ({ stream }) => new RegExp(regex).test(stream);
  return ({ stream }) => expression.getPrefixList().some((prefix) => stream.startsWith(prefix));
};

/** Resolves once the client has taken what was written, or has gone. */
export const drained = (call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    const events = ['drain', 'close', 'cancelled', 'dropped'];
    const done = () => {
      for (const event of events) call.off(event, done);
      resolve();
    };
    for (const event of events) call.on(event, done);
  });

const startInAll = (all: ReadReq.Options.AllOptions, log: KurrentLog, backwards: boolean): number => {
  if (all.hasStart()) return backwards ? -1 : 0;
  if (all.hasEnd()) return backwards ? log.records.length - 1 : log.records.length;
  // The position itself is read forwards, and not read backwards.
  const at = log.indexOf(BigInt(all.getPosition()?.getCommitPosition() ?? '0'));
  return backwards ? at - 1 : at;
};

const startInStream = (
  stream: ReadReq.Options.StreamOptions,
  records: readonly LogRecord[],
  backwards: boolean,
): number => {
  if (stream.hasStart()) return 0;
  if (stream.hasEnd()) return backwards ? records.length - 1 : records.length;
  const from = records.findIndex(({ revision }) => revision >= Number(stream.getRevision()));
  return from < 0 ? records.length : from;
};

function* recordsFrom(records: readonly LogRecord[], start: number, backwards: boolean): Generator<LogRecord> {
  for (let i = start; i >= 0; i += backwards ? -1 : 1) {
    const record = records[i];
    if (!record) return;
    yield record;
  }
}

/** What is asked for; undefined for a stream that does not exist. */
const selected = (options: ReadReq.Options, log: KurrentLog): Iterable<LogRecord> | undefined => {
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const all = options.getAll();
  if (all) return recordsFrom(log.records, startInAll(all, log, backwards), backwards);
  const stream = options.getStream();
  const records = log.streamOf(nameOf(stream?.getStreamIdentifier()));
  if (!stream || records.length === 0) return undefined;
  return recordsFrom(records, startInStream(stream, records, backwards), backwards);
};

function* passing(records: Iterable<LogRecord>, options: ReadReq.Options): Generator<LogRecord> {
  const passes = filterOf(options);
  let left = Number(options.getCount());
  for (const record of records) {
    if (left === 0) return;
    if (!passes(record)) continue;
    left -= 1;
    yield record;
  }
}

/** Answers at most as many events as were asked for, and ends. */
export const serveRead = async (call: ReadCall, log: KurrentLog): Promise<void> => {
  const options = optionsOf(call);
  const records = selected(options, log);
  if (!records) call.write(streamNotFound(nameOf(options.getStream()?.getStreamIdentifier())));
  for (const record of passing(records ?? [], options)) {
    if (call.cancelled) break;
    if (!call.write(eventMessage(record, isStructured(options)))) await drained(call);
  }
  call.end();
};
