import { RemitTransferred } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { inFile, ministryMissing } from './known-ministry';
import { ministryAggregate } from './ministry.aggregate';

class RemitTransfer extends RemitTransferred {}

export const transferRemit = defineSlice({
  command: 'TransferRemit',
  summary: 'Transfers a remit from one ministry to another; what was decided before stays under the old house.',
  route: 'ministries/remit-transfers',
  act: 'decide',
  aggregate: ministryAggregate,
  body: RemitTransfer,
  reference: ({ ministry }) => ministry,
  order: (_ministryId, fact, facts) =>
    ministryMissing(fact.to, facts) ?? {
      type: 'TransferRemit',
      data: { inFile: inFile(fact.ministry, facts), fact },
    },
});
