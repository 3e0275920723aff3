import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureContributionAdded } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class Contribution extends IntersectionType(
  PickType(MeasureContributionAdded, ['goalId']),
  PartialType(PickType(MeasureContributionAdded, ['weight'])),
) {}

const FULL_WEIGHT = 100;

export const addMeasureContribution = defineSlice({
  command: 'AddMeasureContribution',
  summary: 'Says that a measure contributes to a goal of this or another house, with a weight.',
  route: 'measures/:measureId/contributions',
  act: 'link',
  aggregate: measureAggregate,
  body: Contribution,
  order: (measureId, { goalId, weight }, { known }) =>
    known.goals.find(goalId)
      ? { type: 'AddMeasureContribution', data: { measureId, goalId, weight: weight ?? FULL_WEIGHT } }
      : notKnownHereYet(`Goal ${goalId}`),
});
