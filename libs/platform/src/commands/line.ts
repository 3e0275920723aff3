// One command as `POST commands` takes it.
import { type Contract, contractOf, type Fault, IsCalendarDate, IsId, IsText, word } from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';
import { IsObject, IsOptional, Matches } from 'class-validator';

import { COMMAND_ID } from '../http/headers';
import { InvalidRequest } from '../http/invalid-request';
import type { Problem } from '../http/problem';
import type { Slice } from './slice';

const IsCommandId = word('1 to 200 printable characters without a space', (says) => Matches(COMMAND_ID, says));
const IsData = word('an object: the body of the command as its own route takes it', (says) => IsObject(says));

export class CommandLine {
  @IsText({ max: 100 }) readonly command!: string;
  /** Of the entity; may be missing when the command creates one. */
  @IsOptional() @IsId() readonly id?: string | null;
  @IsOptional() @IsCommandId() readonly commandId?: string | null;
  @IsOptional() @IsCalendarDate() readonly occurredOn?: CalendarDate | null;
  /** For what is taken in later: the day on which it was reported at that time. */
  @IsOptional() @IsCalendarDate() readonly reportedOn?: CalendarDate | null;
  @IsOptional() @IsData() readonly data?: Readonly<Record<string, unknown>> | null;
}
export const commandLine = contractOf(CommandLine);

/** The answer to a line, in line order. */
export type LineAnswer =
  | Readonly<{ commandId: string; status: 'accepted'; stream: string; revision: number }>
  | Readonly<{ commandId: string | null; status: 'rejected'; problem: Problem }>;

/** The slices of a house by the name of their command. */
export type SlicesByName = ReadonlyMap<string, Slice>;

/** The line and the slice it is for. Throws InvalidRequest. */
export const readLine = (value: unknown, slices: SlicesByName): Readonly<{ line: CommandLine; slice: Slice }> => {
  if (!commandLine.accepts(value))
    throw new InvalidRequest([
      ...commandLine.faults(value),
      ...faultsInData(value as Partial<CommandLine> | null, slices),
    ]);
  const slice = slices.get(value.command);
  if (slice) return { line: value, slice };
  throw new InvalidRequest([
    { pointer: '#/command', detail: `command must be one of ${[...slices.keys()].join(', ')}.` },
  ]);
};

// A sender should learn of all faults at once, not of those in the data only after those around it.
const faultsInData = (line: Partial<CommandLine> | null, slices: SlicesByName): readonly Fault[] => {
  const slice = slices.get(line?.command ?? '');
  const data: unknown = line?.data ?? {};
  const faults = slice && typeof data === 'object' ? faultsOf(slice.contract, data) : [];
  return faults.map(({ pointer, detail }) => ({ pointer: `#/data${pointer.slice(1)}`, detail }));
};

const faultsOf = (contract: Contract<object>, value: unknown): readonly Fault[] =>
  contract.accepts(value) ? [] : contract.faults(value);

/** The body as the command's own route would get it: the day, and when creating the id, stand in the line. */
export const bodyOf = ({ data, occurredOn, id }: CommandLine, { param }: Slice): Readonly<Record<string, unknown>> => {
  const framed = {
    ...(occurredOn !== undefined && { occurredOn }),
    ...(param === null && id !== undefined && { id }),
  };
  const twice: Fault[] = Object.keys(framed)
    .filter((field) => data && field in data)
    .map((field) => ({ pointer: `#/data/${field}`, detail: `${field} stands in the line already.` }));
  if (twice.length > 0) throw new InvalidRequest(twice);
  return { ...data, ...framed };
};
