import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureDependencyAcceptedV2, type MeasurePlace } from '@zielwerk/contracts';
import type { Rejection } from '@zielwerk/kernel';
import { type Facts, notKnownHereYet } from '@zielwerk/platform';

/** Which measure asks for one of this house. Without `receiver` it is the house that has it. */
export class AskingMeasure extends IntersectionType(
  PickType(MeasureDependencyAcceptedV2, ['neededBy']),
  PartialType(PickType(MeasureDependencyAcceptedV2, ['receiver'])),
) {}

/** Its house, and where it asks. */
type Asking = Readonly<{ receiver: string; declaration: MeasurePlace }>;

/** A refusal while it is not known to ask. */
export const askingFor = (
  measureId: string,
  { neededBy, receiver }: AskingMeasure,
  { known, ministry }: Facts,
): Asking | Rejection => {
  const asking = known.measures.find(neededBy, receiver ?? undefined);
  const declaration = known.measures.declarationOf(neededBy, measureId, ministry);
  return asking && declaration
    ? { receiver: asking.ministry, declaration }
    : notKnownHereYet(`That measure ${neededBy} needs ${measureId} of ${ministry}`);
};
