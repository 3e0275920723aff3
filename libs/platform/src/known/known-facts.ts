// What a house knows of what all houses have published, as far as rules ask for it. It may lag behind: see `notKnownHereYet`.
import { type AnyEvent } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';

import { KnownFramework } from './known-framework';
import { KnownGoals } from './known-goals';
import { KnownIndicators } from './known-indicators';
import { KnownMeasures } from './known-measures';

type Learn = (event: Recorded<AnyEvent>) => void;

export class KnownFacts {
  readonly framework = new KnownFramework();
  readonly goals = new KnownGoals();
  readonly measures = new KnownMeasures();
  readonly indicators = new KnownIndicators();

  private readonly learners: ReadonlyMap<string, readonly Learn[]>;

  constructor() {
    const learners = new Map<string, readonly Learn[]>();
    for (const { on } of [this.framework, this.goals, this.measures, this.indicators])
      for (const [type, learn] of Object.entries(on))
        learners.set(type, [...(learners.get(type) ?? []), learn as Learn]);
    this.learners = learners;
  }

  /** Whether rules ask for facts of that type: others are not even decoded. */
  asksFor(type: string): boolean {
    return this.learners.has(type);
  }

  learn(event: Recorded<AnyEvent>): void {
    for (const learn of this.learners.get(event.type) ?? []) learn(event);
  }
}
