// The published facts about an indicator. A class once written never changes. Its owner is the house whose stream it is.
import type { CalendarDate, Periodicity } from '@zielwerk/kernel';

import { catalogue, defineEvent, type EventIn } from './define-event';
import {
  IsCalendarDate,
  IsDecimals,
  IsFlag,
  IsId,
  IsIndicatorValue,
  IsObservationPeriod,
  IsOneOf,
  IsReference,
  IsRevision,
  IsText,
} from './vocabulary';
import { HasEach, HasPart, HasParts, OrNull } from './word';

export const INDICATOR_KINDS = ['increase', 'decrease', 'keepAtLeast', 'keepAtMost', 'milestone', 'observed'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];
export const PERIODICITIES = ['year', 'quarter', 'month', 'day'] as const satisfies readonly Periodicity[];

export class Baseline {
  @IsIndicatorValue() readonly value!: number;
  @OrNull() @IsCalendarDate() readonly date!: CalendarDate | null;
}

export class TargetPoint {
  @IsCalendarDate() readonly date!: CalendarDate;
  @IsIndicatorValue() readonly value!: number;
}

export class IndicatorDefined {
  @IsId() readonly indicatorId!: string;
  @OrNull() @IsReference() readonly reference!: string | null;
  @IsText({ max: 600 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsText({ max: 60 }) readonly unit!: string;
  @IsDecimals() readonly decimals!: number;
  @IsOneOf(...INDICATOR_KINDS) readonly kind!: IndicatorKind;
  @OrNull() @HasPart(() => Baseline) readonly baseline!: Baseline | null;
  /** By rising date; the last point is the target. Empty for an observed indicator. */
  @HasParts(() => TargetPoint, { max: 100 }) readonly targetPath!: readonly TargetPoint[];
  @OrNull() @IsText({ max: 1000 }) readonly source!: string | null;
  /** An official municipality key (AGS); null for the whole state. */
  @OrNull() @IsText({ max: 20 }) readonly region!: string | null;
  @IsOneOf(...PERIODICITIES) readonly periodicity!: Periodicity;
  /** The goals it serves, of this or other houses. */
  @HasEach(IsId, { max: 50 }) readonly goals!: readonly string[];
}

export class ObservationReported {
  @IsId() readonly indicatorId!: string;
  @IsObservationPeriod() readonly period!: string;
  @IsIndicatorValue() readonly value!: number;
  @IsFlag() readonly provisional!: boolean;
}

/** Says as well where the value comes from, when that is not the source of the indicator. */
export class ObservationReportedV2 {
  @IsId() readonly indicatorId!: string;
  @IsObservationPeriod() readonly period!: string;
  @IsIndicatorValue() readonly value!: number;
  @IsFlag() readonly provisional!: boolean;
  @OrNull() @IsText({ max: 1000 }) readonly source!: string | null;
}

/** Somebody has looked at the value and found nothing wrong. */
export class ObservationFoundPlausible {
  @IsId() readonly indicatorId!: string;
  /** The revision of the event that gave the value. */
  @IsRevision() readonly observation!: number;
}

/** The value does not count until it is corrected. */
export class ObservationRefused {
  @IsId() readonly indicatorId!: string;
  @IsRevision() readonly observation!: number;
  @IsText({ max: 2000 }) readonly reason!: string;
}

/** The value that counts from now on; the one before stays readable. */
export class ObservationCorrected {
  @IsId() readonly indicatorId!: string;
  /** The revision of the event that gave the value. */
  @IsRevision() readonly corrects!: number;
  @IsObservationPeriod() readonly period!: string;
  @IsIndicatorValue() readonly value!: number;
  @IsFlag() readonly provisional!: boolean;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class IndicatorLinkedToGoal {
  @IsId() readonly indicatorId!: string;
  @IsId() readonly goalId!: string;
}

export const indicatorEvents = catalogue(
  defineEvent('IndicatorDefined', IndicatorDefined, 'public'),
  defineEvent('IndicatorLinkedToGoal', IndicatorLinkedToGoal, 'public'),
  defineEvent('ObservationReported', ObservationReported, 'public').revise(ObservationReportedV2, {
    lift: (older) => ({ ...older, source: null }),
    lower: ({ source, ...older }) => (source === null ? older : null),
  }),
  defineEvent('ObservationFoundPlausible', ObservationFoundPlausible, 'public'),
  defineEvent('ObservationRefused', ObservationRefused, 'public'),
  defineEvent('ObservationCorrected', ObservationCorrected, 'public'),
);
export type IndicatorEvent = EventIn<typeof indicatorEvents>;
