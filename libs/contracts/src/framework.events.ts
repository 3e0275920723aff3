// The published facts about the strategy's framework, recorded by the house that holds the office `strategy`.
import type { CalendarDate } from '@zielwerk/kernel';

import { catalogue, defineEvent, type EventIn } from './define-event';
import { IsCalendarDate, IsCode, IsOrder, IsReportingPeriod, IsText } from './vocabulary';
import { OrNull } from './word';

export class PillarDefined {
  @IsCode() readonly pillar!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  /** Where it stands among the pillars. */
  @IsOrder() readonly order!: number;
}

export class ThemeDefined {
  @IsCode() readonly theme!: string;
  @IsCode() readonly pillar!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsOrder() readonly order!: number;
}

/** A strategy of the state, with the years it is for. */
export class StrategyAdopted {
  @IsCode() readonly strategy!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @IsCalendarDate() readonly startsOn!: CalendarDate;
  @IsCalendarDate() readonly endsOn!: CalendarDate;
  /** The strategy before it. */
  @OrNull() @IsCode() readonly continues!: string | null;
}

export class PillarRenamed {
  @IsCode() readonly pillar!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
}

/** The pillar is part of that strategy, too. */
export class PillarContinued {
  @IsCode() readonly pillar!: string;
  @IsCode() readonly strategy!: string;
}

export class ThemeRenamed {
  @IsCode() readonly theme!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
}

/** The theme is part of that strategy, too, maybe below another pillar. */
export class ThemeContinued {
  @IsCode() readonly theme!: string;
  @IsCode() readonly strategy!: string;
  @IsCode() readonly pillar!: string;
}

/** From now on the houses report for the period. */
export class ReportingPeriodOpened {
  @IsReportingPeriod() readonly period!: string;
  @IsCalendarDate() readonly reportBy!: CalendarDate;
}

export class ReportingPeriodClosed {
  @IsReportingPeriod() readonly period!: string;
}

export const strategyEvents = catalogue(defineEvent('StrategyAdopted', StrategyAdopted, 'public'));
export type StrategyEvent = EventIn<typeof strategyEvents>;

export const pillarEvents = catalogue(
  defineEvent('PillarDefined', PillarDefined, 'public'),
  defineEvent('PillarRenamed', PillarRenamed, 'public'),
  defineEvent('PillarContinued', PillarContinued, 'public'),
);
export type PillarEvent = EventIn<typeof pillarEvents>;

export const themeEvents = catalogue(
  defineEvent('ThemeDefined', ThemeDefined, 'public'),
  defineEvent('ThemeRenamed', ThemeRenamed, 'public'),
  defineEvent('ThemeContinued', ThemeContinued, 'public'),
);
export type ThemeEvent = EventIn<typeof themeEvents>;

export const reportingPeriodEvents = catalogue(
  defineEvent('ReportingPeriodOpened', ReportingPeriodOpened, 'public'),
  defineEvent('ReportingPeriodClosed', ReportingPeriodClosed, 'public'),
);
export type ReportingPeriodEvent = EventIn<typeof reportingPeriodEvents>;

export const frameworkEvents = strategyEvents.and(pillarEvents).and(themeEvents).and(reportingPeriodEvents);
export type FrameworkEvent = EventIn<typeof frameworkEvents>;
