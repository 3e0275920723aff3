import type { CalendarDate } from '@zielwerk/kernel';
import type { Jurisdiction } from '@zielwerk/platform';

import type { MinistryRow } from './ministry.projection';

export type MinistryOnDay = Readonly<{
  code: string;
  name: string;
  shortName: string;
  dissolvedOn: CalendarDate | null;
  /** Of a dissolved one: the code of the ministry that goes on in its place. */
  successor: string | null;
}>;
type Entry = Jurisdiction['ministries'][number];

/**
 * The ministries that there were up to a day as they were called on it, dissolved ones among them: those of the
 * jurisdiction file, which says how each was called at first, and then those that were established, by their codes.
 */
export const ministriesOn = (
  rows: readonly MinistryRow[],
  { ministries }: Pick<Jurisdiction, 'ministries'>,
  day: CalendarDate,
): readonly MinistryOnDay[] => {
  const rowOf = new Map(rows.map((row) => [row.code, row]));
  const entryOf = new Map(ministries.map((entry) => [entry.code, entry]));
  const added = [...rowOf.keys()].filter((code) => !entryOf.has(code)).sort();
  return [...entryOf.keys(), ...added].flatMap((code) => ministryOn(code, rowOf.get(code), entryOf.get(code), day));
};

/** Empty before it was established. */
const ministryOn = (
  code: string,
  row: MinistryRow | undefined,
  entry: Entry | undefined,
  day: CalendarDate,
): readonly MinistryOnDay[] => {
  const first = row?.established_on ? undefined : entry;
  const named = row?.names.findLast(({ since }) => since <= day) ?? first;
  if (!named) return [];
  const { name, shortName } = named;
  return [{ code, name, shortName, ...endOn(row, day) }];
};

const endOn = (row: MinistryRow | undefined, day: CalendarDate): Pick<MinistryOnDay, 'dissolvedOn' | 'successor'> =>
  row?.dissolved_on && row.dissolved_on <= day
    ? { dissolvedOn: row.dissolved_on, successor: row.successor }
    : { dissolvedOn: null, successor: null };
