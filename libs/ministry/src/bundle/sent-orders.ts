// Orders as the commands that houses take, each under an id that follows from what it says: sent twice it takes effect once.
import { type Fault, faultIn, type Order, type Revisions } from '@zielwerk/bundle';
import { dataKey } from '@zielwerk/kernel';
import { hash } from 'node:crypto';

import { capabilities } from '../capabilities';

export type Capacity = Readonly<{ ministry: string; role: string; unit?: string }>;

/** One line for POST commands of a house, and the capacity in which it is sent. */
export type SentCommand = Capacity &
  Readonly<{
    line: Readonly<{
      command: string;
      id?: string;
      commandId: string;
      occurredOn?: string;
      reportedOn?: string;
      data: object;
    }>;
  }>;

const SLICES = new Map(capabilities.flatMap(({ slices }) => slices).map((slice) => [slice.command, slice]));

const commandId = ({ house, command, thing, name, on, instead, row }: Order): string =>
  `bundle/${hash('sha256', dataKey([house, command, thing, name, on ?? null, instead ?? null, row.cells]), 'base64url')}`;

const dataOf = ({ data }: Order, revisions: Revisions): object =>
  typeof data === 'function' ? (data as (revisions: Revisions) => object)(revisions) : data;

export const sentOrder = (order: Order, revisions: Revisions): SentCommand => ({
  ministry: order.house,
  role: order.by,
  ...(order.unit !== undefined && { unit: order.unit }),
  line: {
    command: order.command,
    ...(order.id !== undefined && { id: order.id }),
    commandId: commandId(order),
    ...(order.on !== undefined && { occurredOn: order.on }),
    ...(order.reportedOn !== undefined && { reportedOn: order.reportedOn }),
    data: dataOf(order, revisions),
  },
});

/** The column that a fault of the command's data is about. */
const columnAt = (pointer: string, columns: Readonly<Record<string, string>>): string => {
  const path = pointer.replace(/^#\//u, '').split('/');
  const named = path.map((_, index) => path.slice(0, path.length - index).join('/')).find((part) => part in columns);
  return named === undefined ? (path[0] ?? '') : (columns[named] ?? '');
};

/** What a house would turn away at its door: texts too long, numbers out of bounds. */
export const faultsOfOrder = (order: Order): readonly Fault[] => {
  const contract = SLICES.get(order.command)?.contract;
  const sent = dataOf(order, () => 0);
  if (!contract || contract.accepts(sent)) return [];
  return contract.faults(sent).map(({ pointer, detail }) => {
    const field = pointer.split('/').at(-1) ?? '';
    const column = columnAt(pointer, order.columns ?? {});
    return faultIn(order.row, column, detail.startsWith(`${field} `) ? detail.slice(field.length + 1) : detail);
  });
};
