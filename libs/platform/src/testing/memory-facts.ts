import { KnownFacts, type KnownGoal } from '../commands/facts';

/** What a house knows of others, as a spec says it. */
export class MemoryFacts extends KnownFacts {
  readonly goals = new Map<string, KnownGoal>();
  readonly releasedContributions = new Map<string, number>();

  override goal(goalId: string, lead?: string): KnownGoal | undefined {
    const known = this.goals.get(goalId);
    return lead === undefined || known?.lead === lead ? known : undefined;
  }

  override releasedContributionsTo(goalId: string): number {
    return this.releasedContributions.get(goalId) ?? 0;
  }
}
