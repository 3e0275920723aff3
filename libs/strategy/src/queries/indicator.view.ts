import type { IndicatorRow } from '@zielwerk/indicators-read-model';
import type { CalendarDate } from '@zielwerk/kernel';

import { paceOn } from '../pace';
import { indicatorProgress, ratioOf } from '../progress';
import type { IndicatorProgress } from '../views/figures';
import type { IndicatorSummary, LatestObservation } from '../views/indicator';
import type { Pace } from '../views/health';
import { traceView } from './trace.view';

type Measured = Pick<
  IndicatorRow,
  'indicator_id' | 'title' | 'kind' | 'baseline_value' | 'target_value' | 'latest_value' | 'latest_period'
>;
type OnPath = Measured & Pick<IndicatorRow, 'baseline_date' | 'target_path'>;

const figuresOf = ({ kind, ...row }: Measured) => ({
  kind,
  baseline: row.baseline_value,
  target: row.target_value,
  latest: row.latest_value,
  period: row.latest_period,
});

export const indicatorProgressOf = (row: Measured): IndicatorProgress =>
  indicatorProgress({ id: row.indicator_id, title: row.title }, figuresOf(row));

const baselineOf = ({ baseline_value, baseline_date }: Pick<IndicatorRow, 'baseline_value' | 'baseline_date'>) =>
  baseline_value === null ? null : { value: baseline_value, date: baseline_date };

/** Against the target path on that day. */
export const paceOf = (row: OnPath, day: CalendarDate): Pace => {
  const { kind, latest_period: period, latest_value: value } = row;
  const latest = period === null || value === null ? null : { period, value };
  return paceOn({ kind, baseline: baselineOf(row), path: row.target_path, latest }, day);
};

const latestOf = ({ latest_period, latest_value, latest_provisional }: IndicatorRow): LatestObservation | null =>
  latest_period === null || latest_value === null
    ? null
    : { period: latest_period, value: latest_value, provisional: latest_provisional === true };

export const indicatorView = (row: IndicatorRow, day: CalendarDate): IndicatorSummary => ({
  indicatorId: row.indicator_id,
  ministry: row.ministry,
  reference: row.reference,
  title: row.title,
  description: row.description,
  unit: row.unit,
  decimals: row.decimals,
  kind: row.kind,
  baseline: baselineOf(row),
  targetPath: row.target_path,
  source: row.source,
  region: row.region,
  periodicity: row.periodicity,
  observationCount: row.observation_count,
  latest: latestOf(row),
  ratio: ratioOf(figuresOf(row)),
  progress: indicatorProgressOf(row),
  pace: paceOf(row, day),
  ...traceView(row),
});
