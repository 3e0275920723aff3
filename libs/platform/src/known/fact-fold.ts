// The shape of everything that a house knows of others: a fold over facts, one entry per event type.
import type { AnyEvent } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';

export type Learns = Readonly<{
  [Type in AnyEvent['type']]?: (event: Recorded<Extract<AnyEvent, { type: Type }>>) => void;
}>;

/**
 * Takes facts in any order between streams and any number of times: the result is the same. Each is kept under its own
 * stream: a house that uses another one's id changes nothing about that one.
 */
export interface FactFold {
  readonly on: Learns;
}

/** What has one entry for each key, made when it is first asked for. */
export class Kept<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly empty: () => Value) {}

  of(key: string): Value {
    const kept = this.values.get(key) ?? this.empty();
    this.values.set(key, kept);
    return kept;
  }

  find(key: string): Value | undefined {
    return this.values.get(key);
  }
}
