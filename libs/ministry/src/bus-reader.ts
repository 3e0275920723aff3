// One reader of all houses' topics, from the first message on: it feeds what is known and whoever reacts.
import type { LoggerService } from '@nestjs/common';
import { type AnyEvent, decodeFact, typeOf, UnknownEventVersion } from '@zielwerk/contracts';
import { type Messaging, type ReceivedMessage, type Recorded, type Running, topicOf } from '@zielwerk/kernel';
import { type Check, inTraceOf, KnownFacts } from '@zielwerk/platform';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { KnownThings } from './bundle/known-things';
import type { PolicyRunner, UnderWay } from './policy-runner';

const LOOK_AGAIN_MS = 500;

export type BusReaderParts = Readonly<{
  /** What its name on the bus begins with: `zielwerk.mwu`. */
  reader: string;
  /** The codes of all ministries. */
  ministries: readonly string[];
  messaging: Messaging;
  logger: LoggerService | null;
}>;

/** Houses that run in one process may share one: then every message is read and decoded once. */
export class BusReader {
  readonly known = new KnownFacts();
  readonly things = new KnownThings();
  private readonly runners: PolicyRunner[] = [];
  private readonly next = new Map<string, number>();
  private ends: ReadonlyMap<string, number> | undefined;
  private running: Running | undefined;
  private readonly ending = new AbortController();
  private looking: Promise<void> | undefined;

  constructor(private readonly parts: BusReaderParts) {}

  /** Before `start`. */
  join(runner: PolicyRunner): void {
    this.runners.push(runner);
  }

  /** Resolves at once, whether or not the bus is there: a house decides without it, and what is on it arrives later. */
  async start(): Promise<void> {
    const { messaging, reader, ministries } = this.parts;
    const topics = ministries.map(topicOf);
    for (const runner of this.runners) await runner.load(topics);
    this.running = await messaging.subscribe({
      // Each process has to know everything: under one name the bus would divide the topics among several of them.
      reader: `${reader}.${randomUUID()}`,
      topics,
      // What is known lives in memory, so each start begins at the beginning.
      startAt: (topic) => Promise.resolve(this.next.get(topic) ?? 0),
      handle: (messages) => this.handle(messages),
    });
    this.looking = this.lookForEnds(topics);
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.looking;
    await this.running?.stop();
    for (const runner of this.runners) await runner.stop();
  }

  /** Asks, until the bus answers, how far the topics go: once that far is read, the house knows what it must. */
  private async lookForEnds(topics: readonly string[]): Promise<void> {
    const { messaging, logger } = this.parts;
    while (!this.ending.signal.aborted && this.ends === undefined)
      try {
        const ends = await Promise.all(topics.map(async (topic) => [topic, await messaging.endOf(topic)] as const));
        this.ends = new Map(ends);
      } catch (error) {
        logger?.warn({ msg: 'The bus does not answer; the house goes on without it.', reason: String(error) });
        await pause(LOOK_AGAIN_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
      }
  }

  /** Up once everything is known that was on the bus when it started. */
  check(): Check {
    const behind = [...(this.ends ?? [])].filter(([topic, end]) => (this.next.get(topic) ?? 0) < end).length;
    const refused = this.runners.reduce((sum, runner) => sum + runner.refused, 0);
    return { up: this.ends !== undefined && behind === 0, topicsBehind: behind, refusedByPolicies: refused };
  }

  private async handle(messages: readonly ReceivedMessage[]): Promise<void> {
    const underWay: UnderWay = new Map();
    for (const message of messages) this.take(message, underWay);
    // All of them end before a failure is told: else they would still be under way when the messages come again.
    for (const reaction of await Promise.allSettled(underWay.values()))
      if (reaction.status === 'rejected') throw reaction.reason;
    const last = messages.at(-1);
    if (!last) return;
    for (const runner of this.runners) await runner.reach(last.topic, last.offset + 1);
    this.next.set(last.topic, last.offset + 1);
  }

  private take(message: ReceivedMessage, underWay: UnderWay): void {
    const type = typeOfMessage(message);
    const reacting = this.runners.filter((runner) => runner.asksFor(type));
    if (reacting.length === 0 && !this.known.asksFor(type) && !this.things.asksFor(type)) return;
    const event = this.read(message, reacting);
    if (!event) return;
    this.known.learn(event);
    this.things.learn(event);
    inTraceOf(message.headers, () => {
      for (const runner of reacting) runner.react(event, message, underWay);
    });
  }

  private read(message: ReceivedMessage, reacting: readonly PolicyRunner[]): Recorded<AnyEvent> | undefined {
    try {
      return decodeFact(message);
    } catch (error) {
      // The statewide log keeps such a message with its bytes; here it only cannot be known.
      if (error instanceof UnknownEventVersion) for (const runner of reacting) runner.hold(message.topic);
      const { topic, offset } = message;
      this.parts.logger?.warn({ topic, offset, reason: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }
}

/** Without its version; empty for a message that is no CloudEvent. */
const typeOfMessage = ({ headers }: ReceivedMessage): string => typeOf(headers.ce_type ?? '');
