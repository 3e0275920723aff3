import { PickType } from '@nestjs/mapped-types';
import { MilestoneReached } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class ReachedMilestone extends PickType(MilestoneReached, ['milestone', 'actualDate']) {}

export const reachMilestone = defineSlice({
  command: 'ReachMilestone',
  summary: 'Says on which day a milestone was reached.',
  route: 'measures/:measureId/reached-milestones',
  act: 'report',
  aggregate: measureAggregate,
  body: ReachedMilestone,
  order: (measureId, { milestone, actualDate }) => ({
    type: 'ReachMilestone',
    data: { measureId, milestone, actualDate },
  }),
});
