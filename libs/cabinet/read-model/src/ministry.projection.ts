import type { MinistryEvent } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  type FactMeta,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

export type MinistryName = Readonly<{ name: string; shortName: string; since: CalendarDate }>;

export type MinistryRow = Trace &
  Readonly<{
    code: string;
    /** As the cabinet decided last; null while the name of the jurisdiction file is in force, and so is the short name. */
    name: string | null;
    short_name: string | null;
    /** Every name that the cabinet gave it, the earliest one first. */
    names: readonly MinistryName[];
    /** Null for one that the jurisdiction file begins with. */
    established_on: CalendarDate | null;
    dissolved_on: CalendarDate | null;
    /** The code of the ministry that goes on in its place. */
    successor: string | null;
  }>;

type Named = Readonly<{ ministry: string; name: string; shortName: string }>;

const ofFile = (code: string, meta: FactMeta): MinistryRow => ({
  ...traceOf(meta),
  code,
  ...{ name: null, short_name: null, names: [], established_on: null, dissolved_on: null, successor: null },
});

const named = (row: MinistryRow, { name, shortName }: Named, meta: FactMeta): MinistryRow => ({
  ...row,
  ...traceOf(meta),
  name,
  short_name: shortName,
  names: [...row.names, { name, shortName, since: meta.occurredOn }],
});

/** What the cabinet decided about ministries (Ressorts), one row per stream; one without a decision has no row. */
export const ministryProjection = defineProjection<MinistryEvent, MinistryRow>({
  name: 'ministry',
  version: 1,
  key: 'stream',
  columns: {
    ...traceColumns,
    code: 'text',
    name: 'text',
    short_name: 'text',
    names: 'json',
    established_on: 'text',
    dissolved_on: 'text',
    successor: 'text',
  },
  keyOf: (event) => event.meta.stream,
  on: {
    MinistryEstablished: (_, { data, meta }) => ({
      ...named(ofFile(data.ministry, meta), data, meta),
      established_on: meta.occurredOn,
    }),

    MinistryRenamed: (row, { data, meta }) => named(row ?? ofFile(data.ministry, meta), data, meta),

    MinistryDissolved: (row, { data, meta }) => ({
      ...(row ?? ofFile(data.ministry, meta)),
      ...traceOf(meta),
      dissolved_on: meta.occurredOn,
      successor: data.successor,
    }),
  },
});
