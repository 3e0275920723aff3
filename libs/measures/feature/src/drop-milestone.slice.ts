import { PickType } from '@nestjs/mapped-types';
import { MilestoneDropped } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class DroppedMilestone extends PickType(MilestoneDropped, ['milestone', 'reason']) {}

export const dropMilestone = defineSlice({
  command: 'DropMilestone',
  summary: 'Gives a milestone up, with a reason.',
  route: 'measures/:measureId/dropped-milestones',
  act: 'report',
  aggregate: measureAggregate,
  body: DroppedMilestone,
  order: (measureId, { milestone, reason }) => ({ type: 'DropMilestone', data: { measureId, milestone, reason } }),
});
