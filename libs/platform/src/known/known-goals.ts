import type { GoalContent, GoalOutcomeProposed } from '@zielwerk/contracts';
import type { FactMeta } from '@zielwerk/kernel';

import { type FactFold, Kept, type Learns } from './fact-fold';

/** `ended` once it is withdrawn, abandoned, superseded or concluded. */
export type KnownGoal = Readonly<{
  goalId: string;
  lead: string;
  adopted: boolean;
  standing: 'open' | 'deferred' | 'ended';
  parentGoalId: string | null;
  /** The last outcome that its lead proposed, as long as nothing became of it. */
  proposal: Omit<GoalOutcomeProposed, 'goalId'> | null;
}>;

const MOST_LEVELS = 50;

/** The goals that houses have drafted, each under its lead. */
export class KnownGoals implements FactFold {
  /** By goal id, then by lead. */
  private readonly goals = new Kept(() => new Map<string, KnownGoal>());

  readonly on: Learns = {
    GoalDrafted: ({ data: { goalId, content }, meta }) => {
      this.learn(goalId, meta, { parentGoalId: content.parentGoalId });
    },
    GoalRevised: ({ data: { goalId, content }, meta }) => {
      this.learn(goalId, meta, parentIn(content));
    },
    GoalAdopted: ({ data: { goalId, content }, meta }) => {
      this.learn(goalId, meta, { ...parentIn(content), adopted: true });
    },
    GoalOutcomeProposed: ({ data: { goalId, ...proposal }, meta }) => {
      this.learn(goalId, meta, { proposal });
    },
    GoalProposalSentBack: ({ data: { goalId }, meta }) => {
      this.learn(goalId, meta, { proposal: null });
    },
    // A deferral takes an open proposal back.
    GoalDeferred: ({ data: { goalId }, meta }) => {
      this.learn(goalId, meta, { standing: 'deferred', proposal: null });
    },
    GoalResumed: ({ data: { goalId }, meta }) => {
      this.learn(goalId, meta, { standing: 'open' });
    },
    GoalConcluded: ({ data: { goalId }, meta }) => {
      this.learn(goalId, meta, ended);
    },
    GoalWithdrawn: ({ data: { goalId }, meta }) => {
      this.learn(goalId, meta, ended);
    },
    GoalAbandoned: ({ data: { goalId }, meta }) => {
      this.learn(goalId, meta, ended);
    },
    GoalSuperseded: ({ data: { goalId }, meta }) => {
      this.learn(goalId, meta, ended);
    },
  };

  /** The goal of that lead; of whichever house has published one with the id when no lead is said: an adopted one first. */
  find(goalId: string, lead?: string): KnownGoal | undefined {
    const known = this.goals.find(goalId);
    if (lead !== undefined) return known?.get(lead);
    const all = [...(known?.values() ?? [])].sort((a, b) => a.lead.localeCompare(b.lead));
    return all.find(({ adopted }) => adopted) ?? all[0];
  }

  /** The ids of the goals above a goal, the nearest one first; a ring is followed once. */
  above(goalId: string): readonly string[] {
    const above: string[] = [];
    for (let next = this.find(goalId)?.parentGoalId; next && above.length < MOST_LEVELS;) {
      if (above.includes(next)) break;
      above.push(next);
      next = this.find(next)?.parentGoalId;
    }
    return above;
  }

  private learn(goalId: string, { ministry }: FactMeta, change: Partial<KnownGoal>): void {
    const known = this.goals.of(goalId);
    const before = known.get(ministry) ?? unknown(goalId, ministry);
    known.set(ministry, { ...before, ...change });
  }
}

const unknown = (goalId: string, lead: string): KnownGoal => ({
  ...{ goalId, lead, adopted: false, standing: 'open', parentGoalId: null },
  proposal: null,
});

const ended = { standing: 'ended', proposal: null } as const;

const parentIn = ({ parentGoalId }: GoalContent) => ({ parentGoalId });
