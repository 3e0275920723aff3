// Counts and medians of a group of goals, and counts of a group of measures.
import { isConflict } from '../goal-health';
import { medianOf } from '../progress';
import type { ComputedLight, GoalState, Health, MeasureTally, Tally } from '../views/figures';

/** A goal as far as tallies go: its two kinds of progress, null where there is none. */
export type Counted = Readonly<{
  theme: string;
  lead: string;
  state: GoalState;
  health: Health | null;
  /** Null once it has ended. */
  computed: ComputedLight | null;
  overdue: boolean;
  byIndicators: number | null;
  byMeasures: number | null;
}>;

type LedState = keyof MeasureTally['byState'];

/** A measure as far as tallies go; `computed` is null before the release and after the end. */
export type CountedMeasure = Readonly<{
  ministry: string;
  state: LedState;
  health: Health | null;
  computed: Health | null;
}>;

const NO_GOALS: Readonly<Record<GoalState, 0>> = {
  ...{ draft: 0, adopted: 0, underway: 0, deferred: 0, reached: 0, partlyReached: 0, missed: 0 },
  ...{ abandoned: 0, superseded: 0, withdrawn: 0 },
};
const NO_MEASURES: Readonly<Record<LedState, 0>> = {
  ...{ proposed: 0, planned: 0, released: 0, underway: 0, suspended: 0, inAcceptance: 0, completed: 0 },
  ...{ impactReviewed: 0, rejected: 0, cancelled: 0, merged: 0 },
};

/** How many there are of each; `none` has every key. */
const counts = <Key extends string>(none: Readonly<Record<Key, 0>>, keys: readonly Key[]): Record<Key, number> => {
  const by: Record<Key, number> = { ...none };
  for (const key of keys) by[key] += 1;
  return by;
};

const NO_DECLARED: Readonly<Record<Health | 'undeclared', 0>> = { green: 0, amber: 0, red: 0, undeclared: 0 };

const conflicting = ({ health, computed }: Pick<Counted, 'health' | 'computed'>) => isConflict(health, computed);

export const tallyOf = (goals: readonly Counted[]): Tally => ({
  goals: {
    total: goals.length,
    byState: counts(
      NO_GOALS,
      goals.map(({ state }) => state),
    ),
    byHealth: counts(
      NO_DECLARED,
      goals.map(({ health }) => health ?? 'undeclared'),
    ),
    byComputedHealth: counts(
      { green: 0, amber: 0, red: 0, grey: 0, ended: 0 },
      goals.map(({ computed }) => computed ?? 'ended'),
    ),
    conflicts: goals.filter(conflicting).length,
    overdue: goals.filter(({ overdue }) => overdue).length,
  },
  progress: {
    byIndicators: medianOf(goals.map((goal) => goal.byIndicators)),
    byMeasures: medianOf(goals.map((goal) => goal.byMeasures)),
  },
});

export const measureTallyOf = (measures: readonly CountedMeasure[]): MeasureTally => ({
  total: measures.length,
  byState: counts(
    NO_MEASURES,
    measures.map(({ state }) => state),
  ),
  byHealth: counts(
    NO_DECLARED,
    measures.map(({ health }) => health ?? 'undeclared'),
  ),
  byComputedHealth: counts(
    { green: 0, amber: 0, red: 0, notRunning: 0 },
    measures.map(({ computed }) => computed ?? 'notRunning'),
  ),
  conflicts: measures.filter(conflicting).length,
});

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
