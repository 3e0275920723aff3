// What the tables of one house ask for, checked as a whole before anything is recorded.
import { type Fault, faultIn, type Order, planOf, readTables, type Table, type Vanished } from '@zielwerk/bundle';
import type { EventStore } from '@zielwerk/kernel';
import { entityId, InvalidRequest, type Jurisdiction, type Lines, Rejected, type Sender } from '@zielwerk/platform';

import { jurisdictionFaults } from './jurisdiction-faults';
import type { KnownThings } from './known-things';
import { ownTables } from './own-tables';
import { faultsOfOrder } from './sent-orders';

export type UploadParts = Readonly<{
  code: string;
  jurisdiction: Jurisdiction;
  store: EventStore;
  things: KnownThings;
  lines: Lines;
}>;
export type PlannedUpload = Readonly<{
  rows: number;
  waves: readonly (readonly Order[])[];
  vanished: readonly Vanished[];
}>;

/** `#/goals.csv/7/theme` */
const pointerTo = ({ file, row, column }: Fault): string =>
  ['#', file, ...(row === null ? [] : [row]), ...(column === null ? [] : [column])].join('/');

/** Throws InvalidRequest with all of them, unless there are none. */
export const refuseFaults = (faults: readonly Fault[]): void => {
  if (faults.length > 0)
    throw new InvalidRequest(faults.map((fault) => ({ pointer: pointerTo(fault), detail: fault.detail })));
};

/** What the sender may not do, told at the first row that asks for it. */
const notPermitted = (order: Order, sender: Sender, { code, lines }: UploadParts): string | null => {
  const { house, command, unit } = order;
  if (house !== code) return `is for ${house} to decide; here stands what ${code} decides`;
  try {
    lines.permit(command, sender);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return `${command} is not for you: ${error.rejection.detail}`;
  }
  const own = sender.caller.unit;
  return unit === undefined || unit === own ? null : `is for somebody of ${unit}; the token is of ${own ?? 'no unit'}`;
};

const permissionFaults = (orders: readonly Order[], sender: Sender, parts: UploadParts): readonly Fault[] =>
  orders.flatMap((order) => {
    const detail = notPermitted(order, sender, parts);
    return detail === null ? [] : [faultIn(order.row, null, detail)];
  });

/** Measures that another house goes on with: how they stand today is not known here. */
const handedOver = (recorded: Awaited<ReturnType<typeof ownTables>>): ReadonlySet<string> => {
  const steps = recorded.lifecycle.filter(({ cells }) => cells.step === 'handOver' || cells.step === 'takeOver');
  const last = new Map(steps.map(({ thing, cells }) => [thing, cells.step]));
  return new Set([...last].flatMap(([thing, step]) => (step === 'handOver' ? [thing] : [])));
};

/** Throws InvalidRequest with every fault and its place. */
export const plannedUpload = async (
  tables: readonly Table[],
  sender: Sender,
  parts: UploadParts,
): Promise<PlannedUpload> => {
  const { code, jurisdiction, store, things } = parts;
  const { rows, faults: misread } = readTables(tables);
  refuseFaults(misread);
  const recorded = await ownTables(code, store, things);
  const plan = planOf(rows, { recorded, offices: jurisdiction.offices, idOf: entityId });
  const left = handedOver(recorded);
  const waves = plan.waves
    .map((wave) => wave.filter(({ row, thing }) => row.table !== 'measures' || !left.has(thing)))
    .filter((wave) => wave.length > 0);
  const orders = waves.flat();
  refuseFaults([
    ...plan.faults,
    ...jurisdictionFaults(rows, recorded, jurisdiction),
    ...orders.flatMap(faultsOfOrder),
    ...permissionFaults(orders, sender, parts),
  ]);
  return { rows: rows.length, waves, vanished: plan.vanished };
};
