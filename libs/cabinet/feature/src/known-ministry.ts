import type { Rejection } from '@zielwerk/kernel';
import { type Facts, notKnownHereYet, strangerAmong } from '@zielwerk/platform';

/** Whether the jurisdiction file begins with the ministry. */
export const inFile = (code: string, { jurisdiction }: Facts): boolean =>
  jurisdiction.ministries.some((ministry) => ministry.code === code);

/** Null when the ministry exists. One that nobody has heard of may have been established a moment ago. */
export const ministryMissing = (code: string, facts: Facts): Rejection | null =>
  inFile(code, facts) || facts.known.framework.ministry(code) !== undefined
    ? strangerAmong([code], facts)
    : notKnownHereYet(`A ministry ${code}`);
