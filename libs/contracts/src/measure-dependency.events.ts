// «This measure needs that one before.» Between houses it counts once the giver, whose measure is needed, has accepted it.
import { catalogue, defineEvent } from './define-event';
import { IsId, IsMinistryCode, IsText } from './vocabulary';

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
export class MeasureDependencyAccepted {
  @IsId() readonly measureId!: string;
  @IsId() readonly neededBy!: string;
  /** The house of the measure that needs it. */
  @IsMinistryCode() readonly receiver!: string;
}

export class MeasureDependencyDeclined {
  @IsId() readonly measureId!: string;
  @IsId() readonly neededBy!: string;
  @IsMinistryCode() readonly receiver!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export const measureDependencyEvents = catalogue(
  defineEvent('MeasureDependencyDeclared', MeasureDependencyDeclared, 'government'),
  defineEvent('MeasureDependencyWithdrawn', MeasureDependencyWithdrawn, 'government'),
  defineEvent('MeasureDependencyAccepted', MeasureDependencyAccepted, 'government'),
  defineEvent('MeasureDependencyDeclined', MeasureDependencyDeclined, 'government'),
);
