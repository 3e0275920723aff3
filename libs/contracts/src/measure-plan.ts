// What a measure's plan says, in the words of the vocabulary.
import type { CalendarDate } from '@zielwerk/kernel';

import { IsCalendarDate, IsCode, IsFlag, IsText } from './vocabulary';
import { HasPart, HasParts, OrNull } from './word';

export class MilestonePlan {
  /** Unique within the measure. */
  @IsCode() readonly milestone!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @IsCalendarDate() readonly baselineDate!: CalendarDate;
}

/** Projektauftrag */
export class Charter {
  @IsText({ max: 2000 }) readonly purpose!: string;
  @IsText({ max: 2000 }) readonly result!: string;
}

export class ProjectLead {
  /** A function such as «Referatsleitung 12», never a person. */
  @IsText({ max: 200 }) readonly function!: string;
  /** The unit it belongs to: another one accepts the result (four eyes). */
  @IsText({ max: 100 }) readonly unit!: string;
}

/** Whatever is still open is null; a release asks for all of it. */
export class MeasurePlan {
  @OrNull() @IsCalendarDate() readonly startsOn!: CalendarDate | null;
  @OrNull() @IsCalendarDate() readonly endsOn!: CalendarDate | null;
  @OrNull() @HasPart(() => Charter) readonly charter!: Charter | null;
  @OrNull() @HasPart(() => ProjectLead) readonly projectLead!: ProjectLead | null;
  /** Einzelplan, Kapitel, Titel; null while open, and when the measure needs no money. */
  @OrNull() @IsText({ max: 100 }) readonly budgetLine!: string | null;
  @IsFlag() readonly needsNoMoney!: boolean;
  @HasParts(() => MilestonePlan, { max: 100 }) readonly milestones!: readonly MilestonePlan[];
}
