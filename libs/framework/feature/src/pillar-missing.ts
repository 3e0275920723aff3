import type { Rejection } from '@zielwerk/kernel';
import { type Facts, notKnownHereYet } from '@zielwerk/platform';

/** Null also for a pillar of the jurisdiction file: at its first start the house records the file before it reads the bus. */
export const pillarMissing = (pillar: string, { known, jurisdiction }: Facts): Rejection | null =>
  jurisdiction.pillars.some(({ code }) => code === pillar) || known.framework.hasPillar(pillar)
    ? null
    : notKnownHereYet(`A pillar ${pillar}`);
