export { listMinistries, listRemitTransfers } from './list-ministries.query';
export { ministriesOn, type MinistryOnDay } from './ministries-on';
export { type MinistryName, ministryProjection, type MinistryRow } from './ministry.projection';
export { remitTransferProjection, type RemitTransferRow } from './remit-transfer.projection';
export type { CabinetTables } from './tables';
