import type { MinistryRow } from './ministry.projection';
import type { RemitTransferRow } from './remit-transfer.projection';

export type CabinetTables = Readonly<{ ministry: MinistryRow; remit_transfer: RemitTransferRow }>;
