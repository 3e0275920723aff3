// The bus of a house, or a state, that runs in one process: durable topics in one SQLite file.
import { EventEmitter } from 'node:events';

import { type BusMessage, Messaging, type Running, type Subscription } from '@zielwerk/kernel';

import type { Warn } from './backoff';
import { EmbeddedReader, type Source, Turns } from './embedded-reader';
import { MessageLog, type Publication, UnknownTopic } from './message-log';

type Waiting = Publication & Readonly<{ resolve: () => void; reject: (error: unknown) => void }>;

/** What is published together shares one commit; each publish resolves when its messages are on the disk. */
export class EmbeddedMessaging extends Messaging {
  private readonly log: MessageLog;
  private readonly source: Source;
  private readonly readers = new Set<EmbeddedReader>();
  private waiting: Waiting[] = [];
  private closed = false;

  /** The file is created when missing and belongs to this process until `close`. Throws when it cannot be opened. */
  constructor(file: string, warn: Warn = () => undefined) {
    super();
    const log = new MessageLog(file);
    this.log = log;
    const arrivals = new EventEmitter().setMaxListeners(0);
    this.source = { read: (topic, from) => log.read(topic, from), arrivals, turns: new Turns(), warn };
  }

  override ensureTopics(topics: readonly string[]): Promise<void> {
    return this.answer(() => this.log.ensure(topics));
  }

  override endOf(topic: string): Promise<number> {
    return this.answer(() => this.log.end(topic));
  }

  override publish(topic: string, messages: readonly BusMessage[]): Promise<void> {
    return this.answer(() => {
      if (!this.log.has(topic)) throw new UnknownTopic(topic);
      return new Promise((resolve, reject) => {
        this.waiting.push({ topic, messages, resolve, reject });
        if (this.waiting.length === 1) setImmediate(() => this.commit());
      });
    });
  }

  override subscribe(subscription: Subscription): Promise<Running> {
    return this.answer(() => {
      const reader = new EmbeddedReader(subscription, this.source);
      this.readers.add(reader);
      return { stop: () => reader.stop().finally(() => this.readers.delete(reader)) };
    });
  }

  override async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.commit();
    await Promise.all([...this.readers].map((reader) => reader.stop()));
    this.log.close();
  }

  /** As a promise, also of what `work` throws. */
  private answer<T>(work: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      if (this.closed) throw new Error('The bus is closed.');
      resolve(work());
    });
  }

  private commit(): void {
    const group = this.waiting;
    this.waiting = [];
    if (group.length === 0) return;
    try {
      this.log.append(group);
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
    for (const { topic } of group) this.source.arrivals.emit(topic);
  }
}
