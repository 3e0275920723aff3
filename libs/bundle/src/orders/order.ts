// A command that a row of a bundle asks for, before it is sent.
import type { CalendarDate } from '@zielwerk/kernel';

import type { ReadRow } from '../reading/read-tables';
import type { Sender } from '../tables/step';

/** The revision that an order before this one got, by that order's name. */
export type Revisions = (order: string) => number;

export type Order = Readonly<{
  row: ReadRow;
  /** What it does to the row's thing, once; part of the command's id. */
  name: string;
  command: string;
  /** The house that it is sent to, the role it is sent in, and the unit of whoever accepts a result. */
  house: string;
  by: Sender;
  unit?: string;
  /** Where the command's route has one. */
  id?: string;
  /** Undefined is the day on which it is sent. */
  on?: CalendarDate;
  /** Of what is added later: the day on which it was reported at that time. */
  reportedOn?: CalendarDate;
  /** A bundle says no day of it but that on which its row began. */
  hasNoDay?: true;
  data: object | ((revisions: Revisions) => object);
  /** By field of the data: the column that gives it, where that is called otherwise. */
  columns?: Readonly<Record<string, string>>;
  /** The event that is changed, so that the same change can be made again later. */
  instead?: string;
  /** Orders about one thing are sent one after the other. */
  thing: string;
  /** Facts that must be there before, and those that this order brings about. */
  after?: readonly string[];
  gives?: readonly string[];
  /** Within a day. */
  rank: number;
}>;

/** What comes first when a thing has several facts of one day. */
export const RANKS = { begins: 0, says: 1, plans: 2, spends: 3, step: 4, reports: 5, ends: 6 } as const;
