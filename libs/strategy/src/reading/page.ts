// Keyset paging: a page begins after the last row of the one before, so rows that come or go meanwhile shift nothing.
import { InvalidRequest } from '@zielwerk/platform';
import { type SelectQueryBuilder, sql, type SqlBool } from 'kysely';

import type { Page } from '../views/answer';

/** A column and the one that breaks its ties. */
export type Order = Readonly<{ table: string; column: string; tie: string; descending: boolean }>;
type Key = string | number;
/** Where the page before ended: its last row's sort key and tie. */
export type Place = readonly [key: Key, tie: Key];
export type Paging = Readonly<{ order: Order; limit: number; after: Place | null }>;

/** A page of rows, and the place to go on from; null on the last page. */
export const pageOf = async <DB, TB extends keyof DB, Row extends object>(
  query: SelectQueryBuilder<DB, TB, Row>,
  { order, limit, after }: Paging,
): Promise<Readonly<{ rows: readonly Row[]; next: Place | null }>> => {
  const key = sql.ref<Key>(`${order.table}.${order.column}`);
  const tie = sql.ref<Key>(`${order.table}.${order.tie}`);
  const direction = order.descending ? 'desc' : 'asc';
  const beyond = sql.raw(order.descending ? '<' : '>');
  const found = await query
    .$if(after !== null, (all) => all.where(sql<SqlBool>`(${key}, ${tie}) ${beyond} (${after?.[0]}, ${after?.[1]})`))
    .orderBy(key, direction)
    .orderBy(tie, direction)
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? placeOf(rows.at(-1), order) : null };
};

const placeOf = (row: object | undefined, { column, tie }: Order): Place => {
  const values = row as Readonly<Record<string, Key>>;
  return [values[column] ?? '', values[tie] ?? ''];
};

/** What a list can be asked for beside its filters. `sort` is one of its keys, with `-` before it for the other way. */
export type PageRequest = Readonly<{
  sort?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}>;

/** A list's table, its sort keys with their columns, and the key it is sorted by unless told. */
export type Sorting = Readonly<{
  table: string;
  keys: Readonly<Record<string, string>>;
  tie: string;
  first: string;
}>;

const PAGE_SIZE = 50;

export const sortOf = ({ sort }: PageRequest, { first }: Sorting): string => sort ?? first;

/** Throws InvalidRequest for a cursor that is none of this sorting. */
export const pagingOf = (request: PageRequest, sorting: Sorting): Paging => {
  const sort = sortOf(request, sorting);
  const { table, keys, tie } = sorting;
  const order = { table, column: keys[sort.replace('-', '')] ?? tie, tie, descending: sort.startsWith('-') };
  const { cursor, limit = PAGE_SIZE } = request;
  return { order, limit, after: cursor === undefined ? null : decodeCursor(sort, cursor, order) };
};

/** A cursor belongs to one sorting: under another it would name a place that is not there. */
const encodeCursor = (sort: string, place: Place): string =>
  Buffer.from(JSON.stringify([sort, ...place])).toString('base64url');

const decodeCursor = (sort: string, cursor: string, { column, tie: tieColumn }: Order): Place => {
  const [of, key, tie, ...rest] = listIn(Buffer.from(cursor, 'base64url').toString());
  if (of === sort && fits(key, column) && fits(tie, tieColumn) && rest.length === 0) return [key, tie];
  throw new InvalidRequest([{ pointer: '#/cursor', detail: 'cursor must be one that a page with this sorting gave.' }]);
};

/** Only an ordinal is a number. */
const fits = (value: unknown, column: string): value is Key =>
  column === 'ordinal' ? Number.isSafeInteger(value) : typeof value === 'string';

const listIn = (text: string): readonly unknown[] => {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
};

/** The page as it is answered. */
export const pageView = <Item>(items: readonly Item[], next: Place | null, sort: string): Page<Item> => ({
  items,
  cursor: next && encodeCursor(sort, next),
});
