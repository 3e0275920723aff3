// Pure: no framework, no clock, no I/O.
import type { IndicatorDefined, IndicatorEvent, ObservationReported, TargetPoint } from '@zielwerk/contracts';
import {
  type CalendarDate,
  type Circumstances,
  type Decider,
  type Decision,
  firstDayOf,
  lastDayOf,
  type Message,
  type Periodicity,
  periodicityOf,
  type Rejection,
  rejections,
} from '@zielwerk/kernel';

export type IndicatorCommand =
  Message<'DefineIndicator', IndicatorDefined> | Message<'ReportObservation', ObservationReported>;

type KnownIndicator = Readonly<{ status: 'defined'; periodicity: Periodicity; observed: ReadonlySet<string> }>;

/** Only what `decide` needs to know. What people want to read belongs to projections. */
export type Indicator = Readonly<{ status: 'unknown' }> | KnownIndicator;

const refuse = rejections({
  'indicator-unknown': 'not-found',
  'indicator-exists': 'conflict',
  'target-missing': 'invalid',
  'target-not-expected': 'invalid',
  'target-path-not-rising': 'invalid',
  'baseline-equals-target': 'invalid',
  'period-already-observed': 'conflict',
  'period-of-other-kind': 'invalid',
  'period-not-over': 'invalid',
});

const risesInTime = (path: readonly TargetPoint[]): boolean =>
  path.every(({ date }, index) => index === 0 || date > (path[index - 1]?.date ?? date));

const hasDistance = ({ kind }: IndicatorDefined): boolean => kind === 'increase' || kind === 'decrease';

const objectionTo = (indicator: IndicatorDefined): Rejection | null => {
  const { kind, baseline, targetPath } = indicator;
  const target = targetPath.at(-1);
  if (kind === 'observed')
    return target ? refuse('target-not-expected', 'An indicator that is only observed has no target path.') : null;
  if (!target) return refuse('target-missing', `The kind ${kind} needs a target path; its last point is the target.`);
  if (!risesInTime(targetPath))
    return refuse('target-path-not-rising', 'Each point of the target path is later than the one before.');
  if (hasDistance(indicator) && baseline?.value === target.value)
    return refuse('baseline-equals-target', `Baseline and target are both ${target.value}: there is no way to go.`);
  return null;
};

const define = (defined: IndicatorDefined, indicator: Indicator): Decision<IndicatorEvent> => {
  if (indicator.status !== 'unknown')
    return refuse('indicator-exists', `Indicator ${defined.indicatorId} was defined before.`);
  return objectionTo(defined) ?? [{ type: 'IndicatorDefined', data: defined }];
};

// A final value stands for the whole period; a provisional one may come as soon as the period has begun.
const firstDayToReport = ({ period, provisional }: ObservationReported): CalendarDate =>
  provisional ? firstDayOf(period) : lastDayOf(period);

const report = (
  observation: ObservationReported,
  { periodicity, observed }: KnownIndicator,
  { occurredOn }: Circumstances,
): Decision<IndicatorEvent> => {
  const { period, provisional } = observation;
  if (periodicityOf(period) !== periodicity)
    return refuse('period-of-other-kind', `The indicator is observed by the ${periodicity}; ${period} is not one.`);
  if (observed.has(period))
    return refuse('period-already-observed', `A value for ${period} is recorded; a correction is a fact of its own.`);
  if (occurredOn < firstDayToReport(observation))
    return refuse(
      'period-not-over',
      `${period} ${provisional ? 'begins' : 'ends'} on ${firstDayToReport(observation)} only.`,
    );
  return [{ type: 'ObservationReported', data: observation }];
};

/** Kennzahl: defined once, observed once a period. */
export const indicatorDecider: Decider<IndicatorCommand, IndicatorEvent, Indicator> = {
  initialState: { status: 'unknown' },

  decide(command, indicator, circumstances) {
    switch (command.type) {
      case 'DefineIndicator':
        return define(command.data, indicator);
      case 'ReportObservation':
        if (indicator.status === 'unknown')
          return refuse('indicator-unknown', `No indicator ${command.data.indicatorId} was defined here.`);
        return report(command.data, indicator, circumstances);
    }
  },

  // Never refuses and never checks: what has happened has happened.
  evolve(indicator, { type, data }) {
    switch (type) {
      case 'IndicatorDefined':
        return { status: 'defined', periodicity: data.periodicity, observed: new Set() };
      case 'ObservationReported':
        if (indicator.status === 'unknown') return indicator;
        return { ...indicator, observed: new Set(indicator.observed).add(data.period) };
    }
  },
};
