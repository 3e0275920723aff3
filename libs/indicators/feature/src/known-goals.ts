import type { Rejection } from '@zielwerk/kernel';
import { type Facts, notKnownHereYet } from '@zielwerk/platform';

/** Null when some house has published each of the goals. */
export const goalsNotKnown = (goalIds: readonly string[], { known }: Facts): Rejection | null => {
  const unheard = goalIds.find((goalId) => !known.goals.find(goalId));
  return unheard === undefined ? null : notKnownHereYet(`Goal ${unheard}`);
};
