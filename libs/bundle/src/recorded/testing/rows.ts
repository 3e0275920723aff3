// For specs: events as samples have them, and rows of bundles as they follow from them.
import type { AnyEvent } from '@zielwerk/contracts';
import { frozenSamples } from '@zielwerk/contracts/testing';
import { type CalendarDate, type Recorded } from '@zielwerk/kernel';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { bundleProjection } from '../bundle.projection';
import type { BundleRow } from '../bundle-row';
import { asText, type Cells } from '../../tables/column';
import { TABLES } from '../../tables/tables';

export const MEASURE = '0190a1de-0000-7000-8000-000000000001';
export const GOAL = '0190a1de-0000-7000-8000-0000000000a1';
export const PARENT = '0190a1de-0000-7000-8000-0000000000a2';
export const INDICATOR = '0190a1de-0000-7000-8000-0000000000b1';

type Happening = readonly [CalendarDate, AnyEvent];

/** The sample of an event, with what is said otherwise. */
export const sample = (wireType: string, more: object = {}): AnyEvent => {
  const [type] = wireType.split('.');
  return { type, data: { ...frozenSamples.get(wireType), ...more } } as AnyEvent;
};
export const told = (stream: string, ...history: readonly Happening[]): Recorded<AnyEvent>[] =>
  recorded<AnyEvent>(stream, ...history);

type Expected = Readonly<{
  /** The revision that is cited, where that is not the first. */
  at?: number;
  /** The revision that changed it last, where that is not the cited one. */
  last?: number;
  on?: CalendarDate;
  by: string;
  thing: string;
  cells: Cells;
  parts?: readonly Cells[];
}>;

const rowOf = (key: string, { at = 0, last = at, on, by, thing, cells, parts = [] }: Expected): BundleRow => {
  const [table = '', stream = ''] = key.split('/');
  return {
    ...{ row: key, bundle_table: table as BundleRow['bundle_table'], ministry: stream.split('.')[0] ?? '', thing },
    last_said: `${stream}@${last}`,
    ...{ said_by: by, cells, parts, stream, revision: at, occurred_on: on ?? asText(cells.on) },
    recorded_at: new Date(Date.UTC(2026, 11, 1, 0, at)).toISOString(),
  };
};

const givenRows = projectionSpec<AnyEvent, BundleRow>(bundleProjection);
/** Given these streams, exactly these rows, in every order and however often a tail comes again. */
export const given = (...streams: readonly Recorded<AnyEvent>[][]) => ({
  then: (expected: Readonly<Record<string, Expected>>): void =>
    givenRows(...streams).then(
      Object.fromEntries(Object.entries(expected).map(([key, one]) => [key, rowOf(key, one)] as const)),
    ),
});

const BLANK = Object.fromEntries(TABLES.lifecycle.columns.map(({ name }) => [name, null]));
/** A row of the lifecycle, of which only what is said is filled. */
export const step = (cells: Cells): Cells => ({ ...BLANK, ...cells });
