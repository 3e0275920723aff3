import type { MinistryEvent } from '@zielwerk/contracts';
import { defineProjection, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

/** `occurred_on`: the day from which the remit is the receiver's. */
export type RemitTransferRow = Trace & Readonly<{ transfer: string; giver: string; receiver: string; remit: string }>;

/** Each remit that went from one ministry to another. */
export const remitTransferProjection = defineProjection<MinistryEvent, RemitTransferRow>({
  name: 'remit_transfer',
  version: 1,
  key: 'transfer',
  columns: { ...traceColumns, transfer: 'text', giver: 'text', receiver: 'text', remit: 'text' },
  keyOf: ({ meta }) => `${meta.stream}@${meta.revision}`,
  on: {
    RemitTransferred: (_, { data, meta }, transfer) => ({
      ...traceOf(meta),
      transfer,
      giver: data.ministry,
      receiver: data.to,
      remit: data.remit,
    }),
  },
});
