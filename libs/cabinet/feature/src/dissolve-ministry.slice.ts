import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MinistryDissolved } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { inFile, ministryMissing } from './known-ministry';
import { ministryAggregate } from './ministry.aggregate';

class MinistryDissolution extends IntersectionType(
  PickType(MinistryDissolved, ['ministry']),
  PartialType(PickType(MinistryDissolved, ['successor'])),
) {}

export const dissolveMinistry = defineSlice({
  command: 'DissolveMinistry',
  summary: 'Dissolves a ministry, maybe with a successor; its history stays under its code.',
  route: 'ministries/dissolutions',
  act: 'decide',
  aggregate: ministryAggregate,
  body: MinistryDissolution,
  reference: ({ ministry }) => ministry,
  order: (_ministryId, { ministry, successor = null }, facts) =>
    (successor === null ? null : ministryMissing(successor, facts)) ?? {
      type: 'DissolveMinistry',
      data: { inFile: inFile(ministry, facts), fact: { ministry, successor } },
    },
});
