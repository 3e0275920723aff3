import { setTimeout as sleep } from 'node:timers/promises';

/** Told in a sentence what went wrong and is being tried again. */
export type Warn = (message: string, cause?: unknown) => void;

/** Pauses between attempts: each longer than the one before, up to `most`, in milliseconds. */
export class Backoff {
  private delay: number;

  constructor(
    private readonly signal: AbortSignal,
    private readonly first = 100,
    private readonly most = 5_000,
  ) {
    this.delay = first;
  }

  /** An attempt went well. */
  reset(): void {
    this.delay = this.first;
  }

  /** Ends early, and without an error, when the signal does. */
  async pause(): Promise<void> {
    const delay = this.delay;
    this.delay = Math.min(2 * delay, this.most);
    // By chance a little shorter: services that lost the same broker should not all come back in one moment.
    await sleep(delay * (1 - Math.random() / 4), undefined, { signal: this.signal }).catch(() => undefined);
  }
}
