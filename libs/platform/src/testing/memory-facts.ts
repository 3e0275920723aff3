import { KnownFacts, type KnownGoal } from '../commands/facts';

/** What a house knows of others, as a spec says it. */
export class MemoryFacts extends KnownFacts {
  readonly goals = new Map<string, KnownGoal>();
  readonly releasedContributions = new Map<string, number>();

  override goal(goalId: string): KnownGoal | undefined {
    return this.goals.get(goalId);
  }

  override releasedContributionsTo(goalId: string): number {
    return this.releasedContributions.get(goalId) ?? 0;
  }
}
