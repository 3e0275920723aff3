// Responsibility for a measure moves to another house: the old lead's stream ends, the new lead's begins with all of it.
import { catalogue, defineEvent } from './define-event';
import { handedOver, MeasureHandedOver, MeasureTakenOver, takenOver } from './measure-handover.v1';
import { MeasurePlace } from './measure-place';
import { ProjectLead } from './measure-plan';
import { MeasureStateV2 } from './measure-state';
import { IsId, IsMinistryCode, IsText } from './vocabulary';
import { HasPart, OrNull } from './word';

/** The old stream holds no further fact after this one. */
export class MeasureHandedOverV2 {
  @IsId() readonly measureId!: string;
  @IsMinistryCode() readonly to!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
  @HasPart(() => MeasureStateV2) readonly state!: MeasureStateV2;
}

/** The first fact of the new stream. */
export class MeasureTakenOverV2 {
  @IsId() readonly measureId!: string;
  /** Where the measure's earlier history ends. */
  @HasPart(() => MeasurePlace) readonly continues!: MeasurePlace;
  @HasPart(() => MeasureStateV2) readonly state!: MeasureStateV2;
  /** Who leads the project here; null when the plan names nobody yet. */
  @OrNull() @HasPart(() => ProjectLead) readonly projectLead!: ProjectLead | null;
}

export const measureHandoverEvents = catalogue(
  defineEvent('MeasureHandedOver', MeasureHandedOver, 'public').revise(MeasureHandedOverV2, handedOver),
  defineEvent('MeasureTakenOver', MeasureTakenOver, 'public').revise(MeasureTakenOverV2, takenOver),
);
