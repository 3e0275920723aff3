// Small pieces of work that arrive together are done together.
import { setTimeout as pause } from 'node:timers/promises';

// After so many, waiting for more would save nothing.
const ENOUGH = 200;
const LONGEST_REST_MS = 20;

type Waiting<Item> = Readonly<{ items: readonly Item[]; resolve: () => void; reject: (reason: unknown) => void }>;

/**
 * One piece of work after the other, each with all that arrived in the meantime. After a small one it rests for as long
 * as that took: a transaction costs more than an event, and the next one serves all who come until then.
 */
export class Gathering<Item> {
  private waiting: Waiting<Item>[] = [];
  private isWorking = false;

  constructor(private readonly work: (items: readonly Item[]) => Promise<void>) {}

  /** Resolves, or rejects, with the piece of work that the items are part of. */
  take(items: readonly Item[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ items, resolve, reject });
      if (!this.isWorking) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.isWorking = true;
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      const items = group.flatMap((each) => each.items);
      const start = performance.now();
      await this.work(items).then(
        () => {
          for (const { resolve } of group) resolve();
        },
        (error: unknown) => {
          for (const { reject } of group) reject(error);
        },
      );
      if (items.length < ENOUGH) await pause(Math.min(performance.now() - start, LONGEST_REST_MS));
    }
    this.isWorking = false;
  }
}
