// What the tables of one house ask for, checked as a whole before anything is recorded.
import { type Fault, faultIn, type Order, planOf, readTables, type Table, type Vanished } from '@zielwerk/bundle';
import type { CalendarDate, Clock, EventStore } from '@zielwerk/kernel';
import {
  entityId,
  InvalidRequest,
  type Jurisdiction,
  type Lines,
  Rejected,
  type Sender,
  TooLarge,
} from '@zielwerk/platform';

import { jurisdictionFaults } from './jurisdiction-faults';
import type { KnownThings } from './known-things';
import { ownTables } from './own-tables';
import { faultsOfOrder } from './sent-orders';

export type UploadParts = Readonly<{
  code: string;
  jurisdiction: Jurisdiction;
  store: EventStore;
  clock: Clock;
  things: KnownThings;
  lines: Lines;
}>;
export type PlannedUpload = Readonly<{
  rows: number;
  waves: readonly (readonly Order[])[];
  vanished: readonly Vanished[];
}>;

/** A house answers others meanwhile: so much is checked in about a second. */
const MOST_ROWS = 10_000;
const MOST_FAULTS = 100;
const LONGEST_NAME = 100;

const escaped = (step: string | number): string =>
  String(step).slice(0, LONGEST_NAME).replaceAll('~', '~0').replaceAll('/', '~1');
/** `#/goals.csv/7/theme` */
const pointerTo = ({ file, row, column }: Fault): string =>
  ['#', ...[file, row ?? [], column ?? []].flat().map(escaped)].join('/');

/** Throws InvalidRequest with the first 100 of them, unless there are none. */
export const refuseFaults = (faults: readonly Fault[]): void => {
  if (faults.length === 0) return;
  const told = faults.slice(0, MOST_FAULTS).map((fault) => ({ pointer: pointerTo(fault), detail: fault.detail }));
  const more = faults.length - told.length;
  throw new InvalidRequest(more === 0 ? told : [...told, { pointer: '#', detail: `There are ${more} more faults.` }]);
};

const refuseTooMany = (tables: readonly Table[]): void => {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > MOST_ROWS) throw new TooLarge(`A file holds at most ${MOST_ROWS} rows; this one has ${rows}.`);
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

const ofTomorrow = ({ row, on = '', reportedOn = on }: Order, today: CalendarDate): readonly Fault[] => {
  const day = [on, reportedOn].find((each) => each > today);
  return day === undefined ? [] : [faultIn(row, null, `${day} is still to come; today is ${today}`)];
};

/** Throws InvalidRequest with every fault and its place. */
export const plannedUpload = async (
  tables: readonly Table[],
  sender: Sender,
  parts: UploadParts,
): Promise<PlannedUpload> => {
  const { code, jurisdiction, store, things, clock } = parts;
  refuseTooMany(tables);
  const { rows, faults: misread } = readTables(tables);
  refuseFaults(misread);
  const recorded = await ownTables(code, store, things);
  const plan = planOf(rows, { recorded, offices: jurisdiction.offices, idOf: entityId, house: code });
  const orders = plan.waves.flat();
  const today = clock.today();
  refuseFaults([
    ...plan.faults,
    ...jurisdictionFaults(rows, recorded, jurisdiction),
    ...orders.flatMap(faultsOfOrder),
    ...orders.flatMap((order) => ofTomorrow(order, today)),
    ...permissionFaults(orders, sender, parts),
  ]);
  return { rows: rows.length, waves: plan.waves, vanished: plan.vanished };
};
