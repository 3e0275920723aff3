import { randomUUID } from 'node:crypto';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { Faults } from './faults';
import type { KurrentLog, LogRecord } from './log';
import { eventMessage } from './messages';
import { drained, filterOf, optionsOf, type ReadCall } from './reads';

/** After so many records that a filter has looked at, the server says how far it has come. */
const SEARCHED = 32;

const confirmation = (): ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()));

const checkpoint = ({ position }: LogRecord): ReadResp => {
  const place = position.toString();
  return new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(place).setPreparePosition(place));
};

/** 0 from the start. */
const positionIn = (all: ReadReq.Options.AllOptions): bigint => BigInt(all.getPosition()?.getCommitPosition() ?? '0');

const startOf = (options: ReadReq.Options, log: KurrentLog): number => {
  const all = options.getAll();
  if (!all) throw new Error('The double serves subscriptions to all streams only.');
  if (all.hasEnd()) return log.records.length;
  return log.indexOf(positionIn(all) + 1n);
};

/** The subscriptions that clients hold at the moment. */
export class Subscriptions {
  /** After which position each was taken out, in order; 0 from the start. */
  readonly starts: bigint[] = [];
  private readonly open = new Set<ReadCall>();

  constructor(
    private readonly log: KurrentLog,
    private readonly faults: Faults,
  ) {}

  get count(): number {
    return this.open.size;
  }

  /** Confirms, gives the history, says when it has caught up, and goes on until the client leaves or is dropped. */
  async serve(call: ReadCall): Promise<void> {
    this.open.add(call);
    let stop = (): void => undefined;
    const leave = () => {
      this.open.delete(call);
      stop();
    };
    for (const event of ['cancelled', 'close', 'dropped']) call.once(event, leave);
    const options = optionsOf(call);
    let next = startOf(options, this.log);
    this.starts.push(positionIn(options.getAll() ?? new ReadReq.Options.AllOptions()));
    call.write(confirmation());
    let caughtUp = false;
    while (this.open.has(call)) {
      next = await this.give(call, next);
      if (next < this.log.records.length || !this.open.has(call)) continue;
      if (!caughtUp) call.write(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
      caughtUp = true;
      const waiting = this.log.next();
      ({ stop } = waiting);
      await waiting.written;
    }
  }

  /** Ends all of them with an error, as a server does that goes away. */
  drop(code = status.UNAVAILABLE): void {
    for (const call of [...this.open]) {
      call.emit('dropped');
      // `destroy(error)` would send no status, and the client would wait for ever.
      const dropped: Partial<ServiceError> = {
        code,
        details: 'The subscription was dropped.',
        metadata: new Metadata(),
      };
      call.emit('error', Object.assign(new Error(dropped.details), dropped));
    }
  }

  /** Answers how far it has come. */
  private async give(call: ReadCall, from: number): Promise<number> {
    const passes = filterOf(optionsOf(call));
    const records = this.log.records.slice(from, from + SEARCHED);
    for (const record of records) if (passes(record)) await this.send(call, eventMessage(record, false));
    const last = records.at(-1);
    if (last) await this.send(call, checkpoint(last));
    return from + records.length;
  }

  private async send(call: ReadCall, message: ReadResp): Promise<void> {
    if (!this.open.has(call)) return;
    if (this.faults.answersTwice) call.write(message);
    if (!call.write(message)) await drained(call);
  }
}
