import { status } from '@grpc/grpc-js';
import { BEFORE_ALL, CorruptEvent, type EventStore, NO_REVISION, type StoredEvent } from '@zielwerk/kernel';
import { events, idsOf, received, STREAM } from '../contract/contract-events';
import { kurrentHouse, until } from '../testing/kurrent-house';

const house = kurrentHouse();

/** A subscriber, what it has been given so far, and how it ends. */
const follower = (store: EventStore) => {
  const stop = new AbortController();
  const seen: StoredEvent[] = [];
  const reading = async () => {
    for await (const batch of store.subscribe(BEFORE_ALL, stop.signal)) seen.push(...batch);
  };
  return { seen, stop: () => stop.abort(), ended: reading() };
};

it('goes on from where it was after each time that the server drops it, and misses and repeats nothing', async () => {
  const store = await house.open();
  const { seen, stop, ended } = follower(store);
  const ids = ['a', 'b', 'c', 'd', 'e'];
  for (const [i, id] of ids.entries()) {
    await until(() => house.double.subscribers === 1);
    await store.append(STREAM, i - 1, events(id));
    await until(() => seen.length === i + 1);
    house.double.dropSubscriptions();
  }
  stop();
  await ended;
  expect(idsOf(seen)).toEqual(ids);
  expect(house.double.subscribedAfter.slice(0, 5)).toEqual([
    0n,
    ...seen.slice(0, 4).map(({ position }) => BigInt(position)),
  ]);
});

it('goes on when the server comes back, with what was written meanwhile', async () => {
  const store = await house.open({ attempts: 9 });
  const { seen, stop, ended } = follower(store);
  await store.append(STREAM, NO_REVISION, events('a'));
  await until(() => seen.length === 1);
  house.double.refuse();
  await house.double.accept();
  await store.append(STREAM, 0, events('b'));
  await until(() => seen.length === 2);
  stop();
  await ended;
  expect(idsOf(seen)).toEqual(['a', 'b']);
});

it('is taken out again when the server does not confirm it', async () => {
  const warnings: string[] = [];
  const store = await house.open({ timeout: 2_000, warn: (message) => warnings.push(message) });
  await store.append(STREAM, NO_REVISION, events('a'));
  house.double.faults.unansweredReads = 1;
  expect(idsOf(await received(store, BEFORE_ALL, 'a'))).toEqual(['a']);
  expect(warnings).toEqual(['The subscription has failed and is taken out again.']);
});

it('gives each event once when the server sends each twice', async () => {
  const store = await house.open();
  house.double.faults.answersTwice = true;
  const following = received(store, BEFORE_ALL, 'c');
  await store.append(STREAM, NO_REVISION, events('a', 'b'));
  await store.append(STREAM, 1, events('c'));
  expect(idsOf(await following)).toEqual(['a', 'b', 'c']);
});

it('gives the events of its house alone, and does not search those of others again', async () => {
  const [store, other] = await Promise.all([house.open(), house.open({ ministry: 'mwl' })]);
  const { seen, stop, ended } = follower(store);
  await until(() => house.double.subscribers === 1);
  const { position } = await other.append('mwl.goal-1', NO_REVISION, events('x', 'y'));
  while (house.double.subscribedAfter.at(-1) !== BigInt(position)) {
    house.double.dropSubscriptions();
    const taken = house.double.subscribedAfter.length;
    await until(() => house.double.subscribedAfter.length > taken);
  }
  await store.append(STREAM, NO_REVISION, events('a'));
  await until(() => seen.length === 1);
  stop();
  await ended;
  expect(idsOf(seen)).toEqual(['a']);
});

it('gives what is intact, and then the reason why it ends', async () => {
  const store = await house.open();
  await store.append(STREAM, NO_REVISION, events('a', 'b', 'c'));
  Object.assign(house.double.log.records[1] ?? {}, { data: Buffer.from('{}') });
  const { seen, ended } = follower(store);
  await expect(ended).rejects.toThrow(CorruptEvent);
  expect(idsOf(seen)).toEqual(['a']);
});

it('ends with what trying again would not heal', async () => {
  const store = await house.open();
  const { ended } = follower(store);
  await until(() => house.double.subscribers === 1);
  house.double.dropSubscriptions(status.PERMISSION_DENIED);
  await expect(ended).rejects.toMatchObject({ code: status.PERMISSION_DENIED });
});
