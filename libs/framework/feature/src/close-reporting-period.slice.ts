import { defineSlice } from '@zielwerk/platform';

import { reportingPeriodAggregate } from './reporting-period.aggregate';

class ReportingPeriodClosing {}

export const closeReportingPeriod = defineSlice({
  command: 'CloseReportingPeriod',
  summary: 'Closes a reporting period that is over.',
  route: 'framework/reporting-periods/:periodId/close',
  act: 'frame',
  aggregate: reportingPeriodAggregate,
  body: ReportingPeriodClosing,
  order: () => ({ type: 'CloseReportingPeriod', data: null }),
});
