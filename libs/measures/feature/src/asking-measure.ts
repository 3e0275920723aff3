import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureDependencyAcceptedV2 } from '@zielwerk/contracts';
import type { Rejection } from '@zielwerk/kernel';
import { type Asking, type Facts, notKnownHereYet } from '@zielwerk/platform';

/** Which measure asks for one of this house. Without `receiver` it is the house that has it. */
export class AskingMeasure extends IntersectionType(
  PickType(MeasureDependencyAcceptedV2, ['neededBy']),
  PartialType(PickType(MeasureDependencyAcceptedV2, ['receiver'])),
) {}

/** A refusal while it is not known to ask. */
export const askingFor = (
  measureId: string,
  { neededBy, receiver }: AskingMeasure,
  { known, ministry }: Facts,
): Asking | Rejection =>
  known.measures.asking(neededBy, measureId, ministry, receiver) ??
  notKnownHereYet(`That measure ${neededBy} needs ${measureId} of ${ministry}`);
