// What a house knows of what all houses have published, as far as rules ask for it.
import { type AnyEvent, typeOf } from '@zielwerk/contracts';
import type { ReceivedMessage, Recorded } from '@zielwerk/kernel';
import { KnownFacts, type KnownGoal } from '@zielwerk/platform';

type Known = Readonly<{
  [Type in AnyEvent['type']]?: (event: Recorded<Extract<AnyEvent, { type: Type }>>) => void;
}>;

/** Folds facts in any order between streams and any number of times: the result is the same. */
export class FactsOfAllHouses extends KnownFacts {
  private readonly goals = new Map<string, KnownGoal>();
  private readonly released = new Set<string>();
  private readonly contributors = new Map<string, Set<string>>();

  private readonly on: Known = {
    GoalDrafted: ({ data: { goalId }, meta }) => {
      const adopted = this.goals.get(goalId)?.adopted ?? false;
      this.goals.set(goalId, { goalId, lead: meta.ministry, adopted });
    },
    GoalAdopted: ({ data: { goalId }, meta }) =>
      void this.goals.set(goalId, { goalId, lead: meta.ministry, adopted: true }),
    MeasureReleased: ({ data: { measureId } }) => void this.released.add(measureId),
    MeasureContributionAdded: ({ data: { measureId, goalId } }) => {
      const contributors = this.contributors.get(goalId) ?? new Set();
      this.contributors.set(goalId, contributors.add(measureId));
    },
  };
  private readonly types: ReadonlySet<string> = new Set(Object.keys(this.on));

  override goal(goalId: string): KnownGoal | undefined {
    return this.goals.get(goalId);
  }

  override releasedContributionsTo(goalId: string): number {
    return [...(this.contributors.get(goalId) ?? [])].filter((measureId) => this.released.has(measureId)).length;
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
