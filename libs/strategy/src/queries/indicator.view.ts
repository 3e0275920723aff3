import type { IndicatorRow } from '@zielwerk/indicators-read-model';

import { indicatorProgress, ratioOf } from '../progress';
import type { IndicatorProgress, IndicatorSummary, LatestObservation } from '../views';
import { traceView } from './trace.view';

type Measured = Pick<
  IndicatorRow,
  'indicator_id' | 'title' | 'kind' | 'baseline_value' | 'target_value' | 'latest_value' | 'latest_period'
>;

const figuresOf = ({ kind, ...row }: Measured) => ({
  kind,
  baseline: row.baseline_value,
  target: row.target_value,
  latest: row.latest_value,
  period: row.latest_period,
});

export const indicatorProgressOf = (row: Measured): IndicatorProgress =>
  indicatorProgress({ id: row.indicator_id, title: row.title }, figuresOf(row));

const latestOf = ({ latest_period, latest_value, latest_provisional }: IndicatorRow): LatestObservation | null =>
  latest_period === null || latest_value === null
    ? null
    : { period: latest_period, value: latest_value, provisional: latest_provisional === true };

export const indicatorView = (row: IndicatorRow): IndicatorSummary => ({
  indicatorId: row.indicator_id,
  ministry: row.ministry,
  reference: row.reference,
  title: row.title,
  description: row.description,
  unit: row.unit,
  decimals: row.decimals,
  kind: row.kind,
  baseline: row.baseline_value === null ? null : { value: row.baseline_value, date: row.baseline_date },
  targetPath: row.target_path,
  source: row.source,
  region: row.region,
  periodicity: row.periodicity,
  observationCount: row.observation_count,
  latest: latestOf(row),
  ratio: ratioOf(figuresOf(row)),
  progress: indicatorProgressOf(row),
  ...traceView(row),
});
