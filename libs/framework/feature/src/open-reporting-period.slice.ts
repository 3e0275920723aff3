import { PickType } from '@nestjs/mapped-types';
import { ReportingPeriodOpened } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { reportingPeriodAggregate } from './reporting-period.aggregate';

class ReportingPeriodOpening extends PickType(ReportingPeriodOpened, ['period', 'reportBy']) {}

export const openReportingPeriod = defineSlice({
  command: 'OpenReportingPeriod',
  summary: 'Says that houses report for a quarter or a month, and by when.',
  route: 'framework/reporting-periods',
  act: 'frame',
  aggregate: reportingPeriodAggregate,
  body: ReportingPeriodOpening,
  reference: ({ period }) => period,
  order: (_periodId, opening) => ({ type: 'OpenReportingPeriod', data: opening }),
});
