import { toBusMessage } from '@zielwerk/contracts';
import type { BusMessage, StoredEvent } from '@zielwerk/kernel';

import { busHasTheStore, busIsInOrder } from './bus-checks';
import type { Check } from './check';
import { acknowledgedEventsAreThere, appendsAreWhole, commandsTakeEffectOnce, revisionsAreDense } from './store-checks';
import { at, begun, busOf, houseOfFive, SpoiltStore, streamOf, topic } from './testing/house';
import { verifyHouse } from './verify';

const one = streamOf(1);
const two = streamOf(2);
const foundBy = (check: Check) =>
  check.findings.map(({ invariant, subject, detail }) => `${invariant} ${subject}: ${detail}`);

/** A store in which the event `one@1` is changed. */
const spoilt = async (change: (event: StoredEvent) => readonly StoredEvent[]) => {
  const { store } = await houseOfFive();
  return new SpoiltStore(store, at(one, 1, change));
};

describe('a house that is as it should be', () => {
  it('passes every check, and says what was looked at', async () => {
    const house = await houseOfFive();
    const acknowledged = (await house.store.readAll(0, 100)).map(({ wireType, data, meta }) => ({
      ...{ stream: meta.stream, revision: meta.revision, wireType, data, meta },
    }));
    const checks = await verifyHouse({ ...house, acknowledged });
    expect(checks.flatMap(foundBy)).toEqual([]);
    expect(checks.map(({ invariant, counts }) => [invariant, counts])).toEqual([
      ['D1', { events: 5, acknowledged: 5 }],
      ['D3', { events: 5, streams: 2 }],
      ['D4', { events: 5, commands: 3 }],
      ['B1', { events: 5, messages: 5, withheld: 1 }],
      ['B2', { messages: 5, keys: 2 }],
    ]);
    expect(checks[3]?.checksums.store).toBe(checks[3]?.checksums.bus);
  });

  it('may have published a tail again', async () => {
    const house = await houseOfFive();
    const events = await house.store.readAll(2, 100);
    await house.messaging.publish(
      topic,
      events.map((event) => toBusMessage(event)),
    );
    const checks = [await busHasTheStore(house), await busIsInOrder(house)];
    expect(checks.flatMap(foundBy)).toEqual([]);
    expect(checks[0]?.counts).toMatchObject({ messages: 8, redelivered: 3 });
  });
});

describe('D1 finds', () => {
  const acknowledged = async () => {
    const { store } = await houseOfFive();
    const [event] = await store.readStream(one, 1);
    if (!event) throw new Error('There is no event.');
    return { store, event: { ...event, stream: one, revision: 1 } };
  };
  it.each([
    ['is missing', () => [], 'It was acknowledged and is not there.'],
    ['has other data', (event: StoredEvent) => [{ ...event, data: {} }], 'Its data is not what was acknowledged.'],
    [
      'has another type',
      (event: StoredEvent) => [{ ...event, wireType: 'X.v1' }],
      'It was acknowledged as MeasureWhispered.v1 and is X.v1.',
    ],
    [
      'has other metadata',
      (event: StoredEvent) => [{ ...event, meta: { ...event.meta, actor: 'another' } }],
      'Its metadata is not what was acknowledged.',
    ],
  ])('an acknowledged event that %s', async (_, change, detail) => {
    const { store, event } = await acknowledged();
    const check = await acknowledgedEventsAreThere(new SpoiltStore(store, at(one, 1, change)), [event]);
    expect(foundBy(check)).toEqual([`D1 ${one}@1: ${detail}`]);
  });

  it('each event that the store does not serve, and reads on behind it', async () => {
    const { store } = await houseOfFive();
    const events = await store.readAll(0, 100);
    const corrupt = [events[1], events[3]].flatMap((event) => (event ? [event.position] : []));
    const bad = new SpoiltStore(store, (all) => all, corrupt);
    const check = await acknowledgedEventsAreThere(bad);
    expect(check.findings.map(({ subject }) => subject)).toEqual([
      `position ${corrupt[0]} (${two})`,
      `position ${corrupt[1]} (${one})`,
    ]);
    expect(check.counts).toEqual({ events: 5, acknowledged: 0 });
    // It is there, though nobody can read it: no gap.
    expect(foundBy(await revisionsAreDense(bad))).toEqual([]);
  });
});

describe('D2 finds', () => {
  const attempt = async () => {
    const { store } = await houseOfFive();
    const ids = (await store.readStream(two)).map(({ meta }) => meta.id);
    return { store, attempts: [{ stream: two, ids }] };
  };

  it('nothing when an append is whole, or absent', async () => {
    const { store, attempts } = await attempt();
    const check = await appendsAreWhole(store, [...attempts, { stream: one, ids: ['x', 'y'] }]);
    expect([foundBy(check), check.counts]).toEqual([[], { present: 1, absent: 1 }]);
  });

  it('an append of which a part is missing', async () => {
    const { store, attempts } = await attempt();
    const check = await appendsAreWhole(
      new SpoiltStore(
        store,
        at(two, 1, () => []),
      ),
      attempts,
    );
    expect(foundBy(check)).toEqual([`D2 ${two}: Of the 2 events of an append 1 are there, or not side by side.`]);
  });
});

describe('D3 finds', () => {
  it('a revision that is missing', async () => {
    const check = await revisionsAreDense(await spoilt(() => []));
    expect(foundBy(check)).toEqual([`D3 ${one}: Revision 2 follows 0.`]);
  });

  it('a revision that is there twice, and a position that does not rise', async () => {
    const { store } = await houseOfFive();
    const [, , , event] = await store.readAll(0, 100);
    const check = await revisionsAreDense(
      new SpoiltStore(
        store,
        at(one, 1, (same) => [same, same]),
      ),
    );
    expect(foundBy(check)).toEqual([
      `D3 ${one}: Revision 1 follows 1.`,
      `D3 ${one}: Position ${event?.position} follows ${event?.position}.`,
    ]);
  });
});

describe('D4 finds', () => {
  it('a command that took effect twice', async () => {
    const { store } = await houseOfFive();
    await store.append(one, 2, [begun(1, 'a')]);
    expect(foundBy(await commandsTakeEffectOnce(store))).toEqual([
      `D4 ${one}@3: The command a took effect up to revision 0, and again here.`,
    ]);
  });

  it('nothing when another caller, or another stream, has a command of the same id', async () => {
    const { store } = await houseOfFive();
    const command = begun(1, 'a');
    await store.append(one, 2, [{ ...command, meta: { ...command.meta, actor: 'another' } }]);
    await store.append(two, 1, [begun(2, 'a')]);
    expect(foundBy(await commandsTakeEffectOnce(store))).toEqual([]);
  });

  it('an event id that is given twice', async () => {
    const { store } = await houseOfFive();
    const [first] = await store.readStream(two);
    const id = first?.meta.id ?? '';
    const check = await commandsTakeEffectOnce(
      new SpoiltStore(
        store,
        at(one, 2, (event) => [{ ...event, meta: { ...event.meta, id } }]),
      ),
    );
    expect(foundBy(check)).toEqual([`D4 ${one}@2: Its id ${id} is that of ${two}@0.`]);
  });
});

describe('B1 finds', () => {
  it('an event that is not on the bus', async () => {
    const house = await houseOfFive();
    const messaging = await busOf((await house.store.readAll(0, 100)).slice(0, 4));
    const check = await busHasTheStore({ ...house, messaging });
    expect(foundBy(check)).toEqual([`B1 ${one}@2: It is in the store and not on the bus.`]);
    expect(check.checksums.store).not.toBe(check.checksums.bus);
  });

  it('a message that is not in the store', async () => {
    const house = await houseOfFive();
    const check = await busHasTheStore({
      ...house,
      store: new SpoiltStore(
        house.store,
        at(one, 2, () => []),
      ),
    });
    expect(foundBy(check)).toEqual([`B1 ${one}@2 (offset 4): It is on the bus and not in the store.`]);
  });

  it.each([
    ['value', (message: BusMessage) => ({ ...message, value: '{"title":"other"}' })],
    ['key', (message: BusMessage) => ({ ...message, key: two })],
    ['header', ({ headers, ...rest }: BusMessage) => ({ ...rest, headers: { ...headers, ce_function: 'Somebody' } })],
  ])('a message sent again with another %s', async (_, change) => {
    const house = await houseOfFive();
    const [event] = await house.store.readStream(one);
    if (!event) throw new Error('There is no event.');
    await house.messaging.publish(topic, [change(toBusMessage(event))]);
    expect(foundBy(await busHasTheStore(house))).toEqual([
      `B1 ${one}@0 (offset 5): The message is not what the store has.`,
    ]);
  });

  it('what left the house though it is withheld', async () => {
    const house = await houseOfFive();
    const [event] = await house.store.readStream(one, 1);
    if (!event) throw new Error('There is no event.');
    const message = toBusMessage(event);
    const told = {
      ...message,
      value: JSON.stringify(event.data),
      headers: { ...message.headers, ce_type: event.wireType },
    };
    await house.messaging.publish(topic, [told]);
    expect(foundBy(await busHasTheStore(house))).toEqual([
      `B1 ${one}@1 (offset 5): The message is not what the store has.`,
    ]);
  });
});

it('B2 finds a message that overtook the one it follows', async () => {
  const house = await houseOfFive();
  const events = await house.store.readAll(0, 100);
  const [a, b, c, d, e] = events;
  const messaging = await busOf([a, b, c, e, d].flatMap((event) => event ?? []));
  expect(foundBy(await busIsInOrder({ ...house, messaging }))).toEqual([`B2 ${one} (offset 3): Revision 2 follows 0.`]);
});
