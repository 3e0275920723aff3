// A reader of the bus for tests: keeps what it gets, and can be made to fail or to wait.
import { EventEmitter, once } from 'node:events';

import type { Messaging, ReceivedMessage, Running } from '@zielwerk/kernel';

type Habits = Readonly<{
  /** The reader's own record of the next offsets; what it handles moves it on. */
  record?: Map<string, number>;
  startAt?: number;
  /** How many times it cannot say where to start. */
  forget?: number;
  /** How many batches it refuses; of `refuseTopic` only, if that is given. */
  refuse?: number;
  refuseTopic?: string;
  /** Whether each batch waits for `letGo`. */
  held?: boolean;
}>;

export class Inbox {
  readonly batches: (readonly ReceivedMessage[])[] = [];
  readonly refusals: (readonly ReceivedMessage[])[] = [];
  readonly messages: ReceivedMessage[] = [];
  finished = 0;
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private running: Running | undefined;
  private forgets: number;
  private working = 0;
  private release: () => void = () => undefined;
  private readonly released = new Promise<void>((resolve) => (this.release = resolve));

  constructor(
    private readonly reader: string,
    private readonly habits: Habits = {},
  ) {
    this.forgets = habits.forget ?? 0;
  }

  async open(messaging: Messaging, topics: readonly string[]): Promise<void> {
    this.running = await messaging.subscribe({
      reader: `${this.reader}.${topics.join('+')}`,
      topics,
      startAt: (topic) => this.startAt(topic),
      handle: (messages) => this.handle(messages),
    });
  }

  async stop(): Promise<void> {
    await this.running?.stop();
  }

  /** Stops, without a batch that would wait for ever. */
  async close(): Promise<void> {
    this.letGo();
    await this.stop();
  }

  /** All messages taken so far, once there are so many. */
  async received(count: number): Promise<readonly ReceivedMessage[]> {
    await this.until(() => this.messages.length >= count);
    return this.messages;
  }

  static async receivedTogether(count: number, ...inboxes: readonly Inbox[]): Promise<void> {
    const total = () => inboxes.reduce((sum, { messages }) => sum + messages.length, 0);
    while (total() < count) await Promise.race(inboxes.map(({ changes }) => once(changes, 'change')));
  }

  refused(count: number): Promise<void> {
    return this.until(() => this.refusals.length >= count);
  }

  /** A batch has come and waits. */
  inWork(): Promise<void> {
    return this.until(() => this.working > 0);
  }

  letGo(): void {
    this.release();
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await once(this.changes, 'change');
  }

  private startAt(topic: string): Promise<number> {
    if (this.forgets-- > 0) return Promise.reject(new Error('I forgot.'));
    return Promise.resolve(this.habits.record?.get(topic) ?? this.habits.startAt ?? 0);
  }

  private async handle(messages: readonly ReceivedMessage[]): Promise<void> {
    this.working++;
    this.batches.push(messages);
    this.changes.emit('change');
    if (this.habits.held) await this.released;
    this.working--;
    this.take(messages);
    this.changes.emit('change');
  }

  private take(messages: readonly ReceivedMessage[]): void {
    const [first, last] = [messages[0], messages.at(-1)];
    if (!first || !last) throw new Error('A batch is never empty.');
    const { refuse = 0, refuseTopic = first.topic, record } = this.habits;
    if (this.refusals.length < refuse && refuseTopic === first.topic) {
      this.refusals.push(messages);
      this.changes.emit('change');
      throw new Error('Not now.');
    }
    record?.set(first.topic, last.offset + 1);
    this.messages.push(...messages);
    this.finished++;
  }
}
