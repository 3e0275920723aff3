// Counts and medians of a group of goals.
import { medianOf } from '../progress';
import type { Tally } from '../views';

/** A goal as far as tallies go: its two kinds of progress, null where there is none. */
export type Counted = Readonly<{
  theme: string;
  lead: string;
  state: keyof Tally['goals']['byState'];
  health: Exclude<keyof Tally['goals']['byHealth'], 'undeclared'> | null;
  byIndicators: number | null;
  byMeasures: number | null;
}>;

export const tallyOf = (goals: readonly Counted[]): Tally => {
  const byState = { draft: 0, adopted: 0, underway: 0 };
  const byHealth = { green: 0, amber: 0, red: 0, undeclared: 0 };
  for (const { state, health } of goals) {
    byState[state] += 1;
    byHealth[health ?? 'undeclared'] += 1;
  }
  return {
    goals: { total: goals.length, byState, byHealth },
    progress: {
      byIndicators: medianOf(goals.map((goal) => goal.byIndicators)),
      byMeasures: medianOf(goals.map((goal) => goal.byMeasures)),
    },
  };
};

/** The items by what `keyOf` says of them, in the order in which they come. */
export const grouped = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};
