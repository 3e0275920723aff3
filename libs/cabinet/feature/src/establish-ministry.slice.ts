import { MinistryEstablished } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { inFile } from './known-ministry';
import { ministryAggregate } from './ministry.aggregate';

class MinistryEstablishment extends MinistryEstablished {}

export const establishMinistry = defineSlice({
  command: 'EstablishMinistry',
  summary: 'Establishes a ministry under a code that none has had before.',
  route: 'ministries',
  act: 'decide',
  aggregate: ministryAggregate,
  body: MinistryEstablishment,
  reference: ({ ministry }) => ministry,
  order: (_ministryId, fact, facts) => ({
    type: 'EstablishMinistry',
    data: { inFile: inFile(fact.ministry, facts), fact },
  }),
});
