// Given these streams, then exactly these rows, however often a tail is sent again and however the streams interleave.
import { deepStrictEqual } from 'node:assert/strict';

import { continuedBy, placeKey } from '@zielwerk/contracts';
import {
  applyEvent,
  type CalendarDate,
  emptyRows,
  type Message,
  type Projection,
  type Recorded,
} from '@zielwerk/kernel';

import { interleavingsOf } from './interleavings';

type Happening<Event> = readonly [occurredOn: CalendarDate, event: Event];

/** Numbers a stream's events as the store would, one recorded each minute from 2026-12-01 on. */
export const recorded = <Event extends Message>(stream: string, ...history: readonly Happening<Event>[]) =>
  history.map(([occurredOn, event], revision): Recorded<Event> => ({
    ...event,
    meta: {
      id: `${stream}@${revision}`,
      stream,
      revision,
      occurredOn,
      recordedAt: new Date(Date.UTC(2026, 11, 1, 0, revision)).toISOString(),
      ministry: stream.split('.')[0] ?? '',
      function: null,
      correlationId: 'test',
    },
  }));

export const projectionSpec =
  <Event extends Message, Row extends object>(projection: Projection<Event, Row>) =>
  (...streams: readonly Recorded<Event>[][]) => ({
    /** Exactly these rows by key. Rows are compared as the engine keeps them: a field for each column, no other. */
    then: (expected: Readonly<Record<string, Row>>): void => {
      const history = streams.flat();
      const rowsAfter = (events: readonly Recorded<Event>[]) =>
        Object.fromEntries(events.reduce((rows, event) => applyEvent(projection, rows, event), emptyRows<Row>()).rows);
      const rows = rowsAfter(history);
      deepStrictEqual(rows, expected);
      for (const [key, row] of Object.entries(rows)) fitsTheTable(projection, key, row);
      // At least once: a relay that restarts sends any tail of the history again.
      for (const start of history.keys())
        deepStrictEqual(rowsAfter([...history, ...history.slice(start)]), expected, 'redelivery changed the rows');
      for (const order of interleavingsOf(streams))
        if (isPossible(order))
          deepStrictEqual(rowsAfter(order), expected, `the order of the streams changed the rows: ${places(order)}`);
    },
  });

const fitsTheTable = <Event extends Message, Row extends object>(
  { columns, key: keyColumn }: Projection<Event, Row>,
  key: string,
  row: Row,
): void => {
  deepStrictEqual(Object.keys(row).sort(), Object.keys(columns).sort(), 'a row has a field for each column');
  deepStrictEqual(row[keyColumn], key, `the column ${keyColumn} holds the key`);
};

/** Ingest holds an event that goes on from another stream until what it goes on from has come. */
const isPossible = (order: readonly Recorded<Message>[]): boolean => {
  const places = order.map(({ meta }) => placeKey(meta));
  return order.every(({ data }, index) => {
    const before = continuedBy(data);
    return before === null || places.indexOf(placeKey(before)) <= index;
  });
};

const places = (events: readonly Recorded<Message>[]) => events.map(({ meta }) => placeKey(meta)).join(', ');
