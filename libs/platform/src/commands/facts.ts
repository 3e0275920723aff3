// What a rule may need besides its own stream; it reaches the decider as data.
import type { Rejection } from '@zielwerk/kernel';

import type { Jurisdiction } from '../jurisdiction/jurisdiction';

export type KnownGoal = Readonly<{ goalId: string; lead: string; adopted: boolean }>;

/** What this house knows of what all houses have published. It may lag behind: see `notKnownHereYet`. */
export abstract class KnownFacts {
  /** The goal of that lead; of whichever house has published one with the id when no lead is said. */
  abstract goal(goalId: string, lead?: string): KnownGoal | undefined;

  /** How many released measures of any house contribute to the goal. */
  abstract releasedContributionsTo(goalId: string): number;
}

/** What a slice's `order` is given. */
export abstract class Facts {
  abstract readonly known: KnownFacts;
  abstract readonly jurisdiction: Jurisdiction;
  /** The code of the house that decides. */
  abstract readonly ministry: string;
}

const NOT_KNOWN_HERE_YET = 'not-known-here-yet';

/** Refuses a command because another house's fact has not arrived; the answer says to try again in a second. */
export const notKnownHereYet = (what: string): Rejection => ({
  code: NOT_KNOWN_HERE_YET,
  kind: 'conflict',
  detail: `${what} is not known here yet; it may arrive in a moment.`,
});

export const maySoonBeKnown = ({ code }: Pick<Rejection, 'code'>): boolean => code === NOT_KNOWN_HERE_YET;
