import { MinistryRenamed } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { inFile } from './known-ministry';
import { ministryAggregate } from './ministry.aggregate';

class MinistryName extends MinistryRenamed {}

export const renameMinistry = defineSlice({
  command: 'RenameMinistry',
  summary: 'Gives a ministry another name from a day on; its code stays.',
  route: 'ministries/names',
  act: 'decide',
  aggregate: ministryAggregate,
  body: MinistryName,
  reference: ({ ministry }) => ministry,
  order: (_ministryId, fact, facts) => ({
    type: 'RenameMinistry',
    data: { inFile: inFile(fact.ministry, facts), fact },
  }),
});
