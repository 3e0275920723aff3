// What a house knows of what all houses have published, as far as rules ask for it.
import { type AnyEvent, typeOf } from '@zielwerk/contracts';
import type { ReceivedMessage, Recorded } from '@zielwerk/kernel';
import { KnownFacts, type KnownGoal } from '@zielwerk/platform';

type Known = Readonly<{
  [Type in AnyEvent['type']]?: (event: Recorded<Extract<AnyEvent, { type: Type }>>) => void;
}>;

/**
 * Folds facts in any order between streams and any number of times: the result is the same. Each is kept under its own
 * stream: a house that uses another one's id changes nothing about that one.
 */
export class FactsOfAllHouses extends KnownFacts {
  /** By goal id, then by lead. */
  private readonly goals = new Map<string, Map<string, KnownGoal>>();
  /** Streams of measures. */
  private readonly released = new Set<string>();
  private readonly contributors = new Map<string, Set<string>>();

  private readonly on: Known = {
    GoalDrafted: ({ data: { goalId }, meta }) => {
      this.learnGoal({ goalId, lead: meta.ministry, adopted: this.goal(goalId, meta.ministry)?.adopted ?? false });
    },
    GoalAdopted: ({ data: { goalId }, meta }) => {
      this.learnGoal({ goalId, lead: meta.ministry, adopted: true });
    },
    MeasureReleased: ({ meta }) => void this.released.add(meta.stream),
    MeasureContributionAdded: ({ data: { goalId }, meta }) => {
      const contributors = this.contributors.get(goalId) ?? new Set();
      this.contributors.set(goalId, contributors.add(meta.stream));
    },
  };
  private readonly types: ReadonlySet<string> = new Set(Object.keys(this.on));

  override goal(goalId: string, lead?: string): KnownGoal | undefined {
    const known = this.goals.get(goalId);
    return lead === undefined ? known?.values().next().value : known?.get(lead);
  }

  override releasedContributionsTo(goalId: string): number {
    return [...(this.contributors.get(goalId) ?? [])].filter((stream) => this.released.has(stream)).length;
  }

  private learnGoal(goal: KnownGoal): void {
    const known = this.goals.get(goal.goalId) ?? new Map<string, KnownGoal>();
    this.goals.set(goal.goalId, known.set(goal.lead, goal));
  }

  /** Whether rules ask for facts of that type: most are not even decoded. */
  asksFor(type: string): boolean {
    return this.types.has(type);
  }

  learn(event: Recorded<AnyEvent>): void {
    const take = this.on[event.type] as ((event: Recorded<AnyEvent>) => void) | undefined;
    take?.(event);
  }
}

/** Without its version; empty for a message that is no CloudEvent. */
export const typeOfMessage = ({ headers }: ReceivedMessage): string => typeOf(headers.ce_type ?? '');
