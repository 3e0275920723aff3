// «This measure needs that one before.» Between houses it counts once the giver, whose measure is needed, has accepted it.
import { catalogue, defineEvent } from './define-event';
import { MeasurePlace } from './measure-place';
import { IsId, IsMinistryCode, IsText } from './vocabulary';
import { HasPart, OrNull } from './word';

/** In the stream of the measure that needs another one. */
export class MeasureDependencyDeclared {
  @IsId() readonly measureId!: string;
  @IsId() readonly needs!: string;
  /** The house of the measure that is needed. */
  @IsMinistryCode() readonly giver!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class MeasureDependencyWithdrawn {
  @IsId() readonly measureId!: string;
  @IsId() readonly needs!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

/** In the stream of the measure that is needed. */
class MeasureDependencyAccepted {
  @IsId() readonly measureId!: string;
  @IsId() readonly neededBy!: string;
  /** The house of the measure that needs it. */
  @IsMinistryCode() readonly receiver!: string;
}

class MeasureDependencyDeclined {
  @IsId() readonly measureId!: string;
  @IsId() readonly neededBy!: string;
  @IsMinistryCode() readonly receiver!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class MeasureDependencyAcceptedV2 {
  @IsId() readonly measureId!: string;
  @IsId() readonly neededBy!: string;
  @IsMinistryCode() readonly receiver!: string;
  /** The event that said that it is needed, the only one that is answered; null in what v1 said: whichever there is. */
  @OrNull() @HasPart(() => MeasurePlace) readonly declaration!: MeasurePlace | null;
}

export class MeasureDependencyDeclinedV2 {
  @IsId() readonly measureId!: string;
  @IsId() readonly neededBy!: string;
  @IsMinistryCode() readonly receiver!: string;
  /** As that of an acceptance. */
  @OrNull() @HasPart(() => MeasurePlace) readonly declaration!: MeasurePlace | null;
  @IsText({ max: 2000 }) readonly reason!: string;
}

// A service that writes v1 still takes an answer for whichever declaration there is, as the release before did.
export const measureDependencyEvents = catalogue(
  defineEvent('MeasureDependencyDeclared', MeasureDependencyDeclared, 'government'),
  defineEvent('MeasureDependencyWithdrawn', MeasureDependencyWithdrawn, 'government'),
  defineEvent('MeasureDependencyAccepted', MeasureDependencyAccepted, 'government').revise(
    MeasureDependencyAcceptedV2,
    {
      lift: (older) => ({ ...older, declaration: null }),
      lower: ({ measureId, neededBy, receiver }) => ({ measureId, neededBy, receiver }),
    },
  ),
  defineEvent('MeasureDependencyDeclined', MeasureDependencyDeclined, 'government').revise(
    MeasureDependencyDeclinedV2,
    {
      lift: (older) => ({ ...older, declaration: null }),
      lower: ({ measureId, neededBy, receiver, reason }) => ({ measureId, neededBy, receiver, reason }),
    },
  ),
);
