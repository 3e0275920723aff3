import { type NewEvent, NO_REVISION, StaleStream } from '@zielwerk/kernel';
import { MemoryEventStore } from '@zielwerk/testing';

import { clock } from '../testing/house';
import { MeasuredEventStore } from './measured-event-store';

const event = (id: string): NewEvent => ({
  ...{ wireType: 'RiseNoted.v1', data: {} },
  meta: {
    ...{ id, occurredOn: '2026-11-24', ministry: 'mid', function: null, correlationId: 'c' },
    ...{ actor: 'a', commandId: id, commandHash: '' },
  },
});

it('times appends, counts the events of a commit together, and conflicts apart', async () => {
  const told: unknown[] = [];
  const store = new MeasuredEventStore(new MemoryEventStore(clock), {
    appended: (seconds) => told.push(seconds >= 0),
    committed: (events) => told.push(events),
    conflicted: () => told.push('conflict'),
  });
  const streams = ['mid.barometer-a', 'mid.barometer-b'];
  await Promise.all(streams.map((stream) => store.append(stream, NO_REVISION, [event(stream), event(`${stream}2`)])));
  await new Promise(setImmediate);
  await expect(store.append('mid.barometer-a', NO_REVISION, [event('other')])).rejects.toThrow(StaleStream);
  await store.append('mid.barometer-a', 1, [event('c')]);
  await new Promise(setImmediate);
  expect(told).toEqual([true, true, 4, 'conflict', true, 1]);
  expect((await store.readStream('mid.barometer-a')).map(({ meta }) => meta.id)).toEqual([
    ...['mid.barometer-a', 'mid.barometer-a2', 'c'],
  ]);
});
