// A measure's health as it can be computed on a day, pure: milestones against their baselines, and reports against the calendar.
import { type CalendarDate, daysBetween, lastDayOf, periodicityOf } from '@zielwerk/kernel';

import { type Counting, namesIn, periodsBegun, periodsOver, type Span } from './periods';
import type { Health, MeasureState } from './views/figures';
import type { MeasureHealth, MeasureHealthRule, Slip } from './views/health';

export type MeasureLimits = Readonly<{ forecastDelayDays: number; reportingPeriodicity: 'quarter' | 'month' }>;

export type MilestoneFacts = Readonly<{
  milestone: string;
  title: string;
  baselineDate: CalendarDate;
  forecastDate: CalendarDate | null;
  actualDate: CalendarDate | null;
  dropped: boolean;
}>;

export type ReportFacts = Readonly<{
  state: MeasureState;
  /** When it began, or last went on after a suspension. */
  reportsSince: CalendarDate | null;
  /** The last one that was reported. */
  lastPeriod: string | null;
}>;

const RUNNING: readonly MeasureState[] = ['released', 'underway', 'suspended', 'inAcceptance'];

/** From its release to its end: only then is there anything to compute. */
export const isRunning = (state: MeasureState): boolean => RUNNING.includes(state);

type MilestoneDates = Pick<MilestoneFacts, 'baselineDate' | 'forecastDate' | 'actualDate'>;

export const statusOf = ({ dropped, actualDate }: MilestoneFacts): 'planned' | 'reached' | 'dropped' => {
  if (dropped) return 'dropped';
  return actualDate === null ? 'planned' : 'reached';
};

/** Only one that is underway can report: not while it is suspended, nor once its result is to be accepted. */
export const isReporting = (state: MeasureState): boolean => state === 'underway';

/** Days that a milestone comes, or came, after its baseline. */
export const slipOf = ({ baselineDate, forecastDate, actualDate }: MilestoneDates) =>
  daysBetween(baselineDate, actualDate ?? forecastDate ?? baselineDate);

/** The day on which one that is still planned is expected. */
export const expectedDayOf = ({ forecastDate, baselineDate }: MilestoneDates): CalendarDate =>
  forecastDate ?? baselineDate;

/** Still planned, and the day on which it is expected has passed. */
export const isMissed = (milestone: MilestoneFacts, day: CalendarDate): boolean =>
  statusOf(milestone) === 'planned' && expectedDayOf(milestone) < day;

/** Of those still planned the one that is expected first. */
export const nextMilestone = (milestones: readonly MilestoneFacts[]): MilestoneFacts | null =>
  milestones
    .filter((milestone) => statusOf(milestone) === 'planned')
    .reduce<MilestoneFacts | null>(
      (first, one) => (first === null || expectedDayOf(one) < expectedDayOf(first) ? one : first),
      null,
    );

type Asked = Readonly<{ facts: ReportFacts; day: CalendarDate; limits: MeasureLimits }>;

/**
 * The periods not before the measure began or went on, and after the last one that was reported. They are as long as the
 * last one, else as long as the jurisdiction says. Only a measure that is underway reports.
 */
const spanOf = (counted: Counting, { facts, day, limits }: Asked): Span | null => {
  const { state, reportsSince: from, lastPeriod } = facts;
  if (from === null || !isReporting(state)) return null;
  if (lastPeriod === null) return counted(limits.reportingPeriodicity, { from, reported: null }, day);
  const length = periodicityOf(lastPeriod) === 'month' ? 'month' : 'quarter';
  return counted(length, { from, reported: lastDayOf(lastPeriod) }, day);
};

const namesOf = (span: Span | null): readonly string[] => (span ? namesIn(span) : []);

/** Those that have ended before the day without a report, by their names, oldest first. */
export const unreportedPeriods = (facts: ReportFacts, day: CalendarDate, limits: MeasureLimits): readonly string[] =>
  namesOf(spanOf(periodsOver, { facts, day, limits }));

/** Those, and the one that the day lies in. */
export const periodsToReport = (facts: ReportFacts, day: CalendarDate, limits: MeasureLimits): readonly string[] =>
  namesOf(spanOf(periodsBegun, { facts, day, limits }));

/** What the rule looks at: slips in days, null without milestones, and how many periods are unreported. */
type MeasureSigns = Readonly<{ lastSlip: number | null; worstSlip: number | null; unreported: number }>;

const measureRule = (
  { lastSlip, worstSlip, unreported }: MeasureSigns,
  { forecastDelayDays }: MeasureLimits,
): MeasureHealthRule => {
  if (lastSlip !== null && lastSlip > forecastDelayDays) return 'last-milestone-late';
  if (unreported >= 2) return 'periods-unreported';
  if (worstSlip !== null && worstSlip > 0) return 'milestone-slipped';
  return unreported === 1 ? 'period-unreported' : 'on-time';
};

const MEASURE_LIGHTS: Readonly<Record<MeasureHealthRule, Health>> = {
  'last-milestone-late': 'red',
  'periods-unreported': 'red',
  'milestone-slipped': 'amber',
  'period-unreported': 'amber',
  'on-time': 'green',
};

const formulaWith = ({ forecastDelayDays }: MeasureLimits): string =>
  `red: the last milestone comes more than ${forecastDelayDays} days after its baseline, or two periods are unreported; ` +
  'amber: any milestone comes after its baseline, or one period is unreported; else green';

/** The health alone, from slips that are known already. */
export const measureLight = (
  { lastSlip, worstSlip, ...facts }: ReportFacts & Omit<MeasureSigns, 'unreported'>,
  day: CalendarDate,
  limits: MeasureLimits,
): Health | null => {
  if (!isRunning(facts.state)) return null;
  const unreported = spanOf(periodsOver, { facts, day, limits })?.count ?? 0;
  return MEASURE_LIGHTS[measureRule({ lastSlip, worstSlip, unreported }, limits)];
};

/** Null before the release and after the end: then there is nothing to compute. */
export const measureHealth = (
  measure: ReportFacts & Readonly<{ milestones: readonly MilestoneFacts[] }>,
  day: CalendarDate,
  limits: MeasureLimits,
): MeasureHealth | null => {
  if (!isRunning(measure.state)) return null;
  const slips = slipsOf(measure.milestones);
  const last = slips.at(-1) ?? null;
  const slipped = slips.filter(({ days }) => days > 0).sort((one, other) => other.days - one.days);
  const unreported = unreportedPeriods(measure, day, limits);
  const signs = { lastSlip: last?.days ?? null, worstSlip: slipped[0]?.days ?? null, unreported: unreported.length };
  const rule = measureRule(signs, limits);
  return {
    day,
    health: MEASURE_LIGHTS[rule],
    formula: formulaWith(limits),
    rule,
    inputs: {
      ...{ state: measure.state, lastMilestone: last, slipped, unreported },
      forecastDelayDays: limits.forecastDelayDays,
    },
  };
};

type Slipped = MilestoneFacts & Slip;

/** In the order of their baselines; of several on one day the one that slips furthest comes last. */
const slipsOf = (milestones: readonly MilestoneFacts[]): readonly Slip[] =>
  milestones
    .filter(({ dropped }) => !dropped)
    .map((facts) => ({ ...facts, days: slipOf(facts) }))
    .sort(byBaseline)
    .map(({ milestone, title, days }) => ({ milestone, title, days }));

const byBaseline = (one: Slipped, other: Slipped): number =>
  daysBetween(other.baselineDate, one.baselineDate) || one.days - other.days;
