import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { OutcomeConfirmed } from '@zielwerk/contracts';
import type { Rejection } from '@zielwerk/kernel';
import { type Facts, notKnownHereYet } from '@zielwerk/platform';

/** Who says which proposal was read does not answer a later one unseen. */
export class ProposedOutcome extends IntersectionType(
  PickType(OutcomeConfirmed, ['goalId', 'lead']),
  PartialType(PickType(OutcomeConfirmed, ['proposal'])),
) {}

type Answered<Asked> = Asked & Readonly<{ proposal: number; open: number }>;

/** The request with the number of the goal's open proposal, and of the one that is answered: that one, unless told. */
export const answered = <Asked extends ProposedOutcome>(
  asked: Asked,
  { known }: Facts,
): Answered<Asked> | Rejection => {
  const { goalId, lead } = asked;
  const open = known.goals.find(goalId, lead)?.proposal?.proposal;
  return open === undefined
    ? notKnownHereYet(`A proposed outcome of goal ${goalId} that ${lead} leads`)
    : { ...asked, proposal: asked.proposal ?? open, open };
};
