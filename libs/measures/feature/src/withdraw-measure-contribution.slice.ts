import { PickType } from '@nestjs/mapped-types';
import { MeasureContributionWithdrawn } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class ContributionWithdrawal extends PickType(MeasureContributionWithdrawn, ['goalId', 'reason']) {}

export const withdrawMeasureContribution = defineSlice({
  command: 'WithdrawMeasureContribution',
  summary: 'Says that a measure no longer contributes to a goal.',
  route: 'measures/:measureId/contribution-withdrawals',
  act: 'link',
  aggregate: measureAggregate,
  body: ContributionWithdrawal,
  order: (measureId, { goalId, reason }) => ({
    type: 'WithdrawMeasureContribution',
    data: { measureId, goalId, reason },
  }),
});
