import type { ServerDuplexStream } from '@grpc/grpc-js';
import {
  AllStreamPosition,
  type UUID,
  WrongExpectedVersion as WrongExpectedVersionDetails,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { Code } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb';
import { Status } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb';
import {
  type BatchAppendReq,
  BatchAppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { delayed, type Faults, happens } from './faults';
import { type Expected, type KurrentLog, type Proposed, WrongExpectedVersion, type Written } from './log';
import { nameOf, proposedOf } from './messages';

type Pending = Readonly<{ options: BatchAppendReq.Options | undefined; events: Proposed[] }>;

const expectedIn = (options: BatchAppendReq.Options): Expected => {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return options.hasAny() ? 'any' : BigInt(options.getStreamPosition());
};

const success = ({ revision, position }: Written): BatchAppendResp.Success =>
  new BatchAppendResp.Success()
    .setCurrentRevision(revision.toString())
    .setPosition(
      new AllStreamPosition().setCommitPosition(position.toString()).setPreparePosition(position.toString()),
    );

const detailsOf = ({ expected, actual }: WrongExpectedVersion): WrongExpectedVersionDetails => {
  const details = new WrongExpectedVersionDetails();
  if (actual < 0) details.setCurrentNoStream(new Empty());
  else details.setCurrentStreamRevision(actual.toString());
  if (expected === 'any') return details.setExpectedAny(new Empty());
  if (expected === 'no_stream') return details.setExpectedNoStream(new Empty());
  if (expected === 'stream_exists') return details.setExpectedStreamExists(new Empty());
  return details.setExpectedStreamPosition(expected.toString());
};

const refusal = (error: WrongExpectedVersion): Status => {
  const details = new Any();
  details.pack(detailsOf(error).serializeBinary(), 'event_store.client.WrongExpectedVersion');
  return new Status().setCode(Code.FAILED_PRECONDITION).setMessage(error.message).setDetails(details);
};

/** What the log makes of it, as the server says it. */
const outcome = (log: KurrentLog, options: BatchAppendReq.Options, events: readonly Proposed[]): BatchAppendResp => {
  const identifier = options.getStreamIdentifier();
  const response = new BatchAppendResp().setStreamIdentifier(identifier);
  try {
    return response.setSuccess(success(log.append(nameOf(identifier), expectedIn(options), events)));
  } catch (error) {
    if (error instanceof WrongExpectedVersion) return response.setError(refusal(error));
    throw error;
  }
};

/** One long call for all appends of a client: each may come in parts, and is answered under its own id. */
export const serveAppends = (
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  log: KurrentLog,
  faults: Faults,
): void => {
  const pending = new Map<string, Pending>();

  const answer = async (response: BatchAppendResp): Promise<void> => {
    await delayed(faults);
    if (call.cancelled) return;
    call.write(response);
    if (faults.answersTwice) call.write(response);
  };

  const append = (id: UUID | undefined, options: BatchAppendReq.Options, events: readonly Proposed[]): void => {
    if (happens(faults, 'lostAppends')) return;
    const response = outcome(log, options, events).setCorrelationId(id);
    if (!happens(faults, 'unansweredAppends')) void answer(response);
  };

  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId();
    const key = id?.getString() ?? '';
    const parts = pending.get(key) ?? { options: request.getOptions(), events: [] };
    pending.set(key, parts);
    parts.events.push(...request.getProposedMessagesList().map(proposedOf));
    if (!request.getIsFinal()) return;
    pending.delete(key);
    if (parts.options) append(id, parts.options, parts.events);
  });
  call.on('end', () => call.end());
  // A client that goes away in the middle of a call is none of the server's errors.
  call.on('error', () => undefined);
};
