import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureDependencyAccepted } from '@zielwerk/contracts';
import type { Rejection } from '@zielwerk/kernel';
import { type Facts, type KnownMeasure, notKnownHereYet } from '@zielwerk/platform';

/** Which measure asks for one of this house. Without `receiver` it is the house that has it. */
export class AskingMeasure extends IntersectionType(
  PickType(MeasureDependencyAccepted, ['neededBy']),
  PartialType(PickType(MeasureDependencyAccepted, ['receiver'])),
) {}

/** The measure that asks; a refusal while it is not known to ask. */
export const askingFor = (
  measureId: string,
  { neededBy, receiver }: AskingMeasure,
  { known, ministry }: Facts,
): KnownMeasure | Rejection => {
  const asking = known.measures.find(neededBy, receiver ?? undefined);
  return asking && known.measures.asksFor(neededBy, measureId, ministry)
    ? asking
    : notKnownHereYet(`That measure ${neededBy} needs ${measureId} of ${ministry}`);
};
