// What was read of streams lately, folded, so that the next command need not read again.
import type { CalendarDate } from '@zielwerk/kernel';

export type Earlier = Readonly<{ revision: number; hash: string }>;

/** A stream as far as it was read. */
export interface FoldedStream {
  state: unknown;
  revision: number;
  lastOccurredOn: CalendarDate | null;
  /** By subject and command id: where the stream stood after it. */
  readonly commands: Map<string, Earlier>;
}

const KEPT = 0.8;

/** The streams used last. Its memory is bounded by the commands they hold together, whatever their number. */
export class FoldedStreams {
  private readonly streams = new Map<string, FoldedStream>();
  private weight = 0;

  constructor(private readonly most: number) {}

  /** Hands the fold out and forgets it: whoever took it keeps it again once it is right. */
  take(stream: string): FoldedStream | undefined {
    const folded = this.streams.get(stream);
    if (!folded) return undefined;
    this.streams.delete(stream);
    this.weight -= weigh(folded);
    return folded;
  }

  keep(stream: string, folded: FoldedStream): void {
    this.streams.set(stream, folded);
    this.weight += weigh(folded);
    if (this.weight > this.most) this.forget();
  }

  // Many at once: a Map whose first entries are deleted one by one is slow to say which one is first now.
  private forget(): void {
    for (const oldest of this.streams.keys()) {
      this.take(oldest);
      if (this.weight <= this.most * KEPT) return;
    }
  }

  /** How many commands it holds, with one more for each stream. */
  get size(): number {
    return this.weight;
  }
}

const weigh = ({ commands }: FoldedStream): number => commands.size + 1;
