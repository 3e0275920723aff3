// An indicator as the read API answers it.
import type { ObservationStanding } from '@zielwerk/indicators-read-model';
import type { CalendarDate, Periodicity } from '@zielwerk/kernel';

import type { EventView, Trace } from './answer';
import type { IndicatorKind, IndicatorProgress } from './figures';
import type { GoalReference } from './goal';
import type { Pace } from './health';

export type TargetPointView = Readonly<{ date: CalendarDate; value: number }>;

export type LatestObservation = Readonly<{ period: string; value: number; provisional: boolean }>;

export type IndicatorSummary = Trace &
  Readonly<{
    indicatorId: string;
    /** The house that owns and observes it. */
    ministry: string;
    reference: string | null;
    title: string;
    description: string | null;
    unit: string;
    decimals: number;
    kind: IndicatorKind;
    baseline: Readonly<{ value: number; date: CalendarDate | null }> | null;
    /** By rising date; the last point is the target. */
    targetPath: readonly TargetPointView[];
    source: string | null;
    /** An official municipality key; null for the whole state. */
    region: string | null;
    periodicity: Periodicity;
    observationCount: number;
    /** Of the period that ends last. */
    latest: LatestObservation | null;
    /** (latest − baseline) / (target − baseline) for every kind; null where one of them is missing or the way has no length. */
    ratio: number | null;
    progress: IndicatorProgress;
    /** Of the day of the answer. */
    pace: Pace;
  }>;

export type ObservationView = LatestObservation &
  Readonly<{
    periodEnd: CalendarDate;
    ratio: number | null;
    /** What was refused does not count until it is corrected. */
    standing: ObservationStanding;
    /** As it was reported first, where it was corrected; else null. */
    firstValue: number | null;
    /** Why it was refused or corrected. */
    reason: string | null;
    /** Where the value comes from, when that is not the source of the indicator. */
    source: string | null;
    occurredOn: CalendarDate;
    recordedAt: string;
  }>;

export type IndicatorDetail = IndicatorSummary &
  Readonly<{
    goals: readonly GoalReference[];
    /** Oldest period first. */
    observations: readonly ObservationView[];
    history: readonly EventView[];
  }>;
