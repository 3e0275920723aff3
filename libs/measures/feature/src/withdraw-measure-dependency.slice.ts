import { PickType } from '@nestjs/mapped-types';
import { MeasureDependencyWithdrawn } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class DependencyWithdrawal extends PickType(MeasureDependencyWithdrawn, ['needs', 'reason']) {}

export const withdrawMeasureDependency = defineSlice({
  command: 'WithdrawMeasureDependency',
  summary: 'Says that a measure no longer needs another one before.',
  route: 'measures/:measureId/dependency-withdrawals',
  act: 'link',
  aggregate: measureAggregate,
  body: DependencyWithdrawal,
  order: (measureId, { needs, reason }) => ({ type: 'WithdrawMeasureDependency', data: { measureId, needs, reason } }),
});
