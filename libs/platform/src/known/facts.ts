// What a rule may need besides its own stream; it reaches the decider as data.
import { type Rejection, rejections } from '@zielwerk/kernel';

import type { Jurisdiction } from '../jurisdiction/jurisdiction';
import type { KnownFacts } from './known-facts';

/** What a slice's `order` is given. */
export abstract class Facts {
  abstract readonly known: KnownFacts;
  abstract readonly jurisdiction: Jurisdiction;
  /** The code of the house that decides. */
  abstract readonly ministry: string;
}

const refuse = rejections({ 'not-known-here-yet': 'conflict', 'ministry-unknown': 'invalid', 'id-taken': 'conflict' });

/** Refuses a command because another house's fact has not arrived; the answer says to try again in a second. */
export const notKnownHereYet = (what: string): Rejection =>
  refuse('not-known-here-yet', `${what} is not known here yet; it may arrive in a moment.`);

export const maySoonBeKnown = ({ code }: Pick<Rejection, 'code'>): boolean => code === 'not-known-here-yet';

/** Null when each of the codes is a ministry: one that the jurisdiction file begins with, or was established, and was not dissolved. */
export const strangerAmong = (codes: readonly string[], { jurisdiction, known }: Facts): Rejection | null => {
  const exists = (code: string): boolean =>
    (known.framework.ministry(code) ?? (jurisdiction.ministries.some((each) => each.code === code) && 'exists')) ===
    'exists';
  const stranger = codes.find((code) => !exists(code));
  return stranger === undefined ? null : refuse('ministry-unknown', `There is no ministry ${stranger}.`);
};

/** Null unless another house has published something of the kind under the id: a thing has one id in the whole state. */
export const takenElsewhere = (owner: string | undefined, { ministry }: Pick<Facts, 'ministry'>): Rejection | null =>
  owner === undefined || owner === ministry
    ? null
    : refuse('id-taken', `${owner} uses this id already; leave it out, or choose another one.`);
