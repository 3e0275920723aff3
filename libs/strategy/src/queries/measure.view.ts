import type { MeasureRow } from '@zielwerk/measures-read-model';

import type { MeasureSummary } from '../views';
import { traceView } from './trace.view';

export const measureView = (row: MeasureRow): MeasureSummary => ({
  measureId: row.measure_id,
  ministry: row.ministry,
  reference: row.reference,
  title: row.title,
  description: row.description,
  state: row.state,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  percent: row.percent,
  lastPeriod: row.last_period,
  setbacks: row.setbacks,
  ...traceView(row),
});
