// What becomes of the milestones of a released measure: the plan's date stays, what is expected moves.
import type { CalendarDate } from '@zielwerk/kernel';

import { catalogue, defineEvent } from './define-event';
import { IsCalendarDate, IsCode, IsId, IsText } from './vocabulary';

export class MilestoneForecastMoved {
  @IsId() readonly measureId!: string;
  @IsCode() readonly milestone!: string;
  @IsCalendarDate() readonly forecastDate!: CalendarDate;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class MilestoneReached {
  @IsId() readonly measureId!: string;
  @IsCode() readonly milestone!: string;
  @IsCalendarDate() readonly actualDate!: CalendarDate;
}

export class MilestoneDropped {
  @IsId() readonly measureId!: string;
  @IsCode() readonly milestone!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export const milestoneEvents = catalogue(
  defineEvent('MilestoneForecastMoved', MilestoneForecastMoved, 'public'),
  defineEvent('MilestoneReached', MilestoneReached, 'public'),
  defineEvent('MilestoneDropped', MilestoneDropped, 'public'),
);
