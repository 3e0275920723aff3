import { NO_REVISION, StaleStream, StoreUnavailable } from '@zielwerk/kernel';
import { event, events, everything, idsOf, STREAM } from '../contract/contract-events';
import { kurrentHouse } from '../testing/kurrent-house';
import { uuidOf } from './event-id';
import { isPassing } from './trouble';

/** For those who wait in vain. */
const HASTY = { timeout: 2_000 };
const house = kurrentHouse();

describe('what JSON cannot express', () => {
  it('is refused before the client has it: it would never settle, and end the process', async () => {
    const store = await house.open();
    await expect(store.append(STREAM, NO_REVISION, [event('a', { cents: 1n })])).rejects.toThrow(TypeError);
    expect(house.double.log.records).toEqual([]);
    expect(await store.append(STREAM, NO_REVISION, events('a'))).toMatchObject({ revision: 0 });
  });
});

describe('an append that is not answered', () => {
  it('is sent again under the same ids, and written once', async () => {
    const store = await house.open(HASTY);
    house.double.faults.unansweredAppends = 1;
    const appended = await store.append(STREAM, NO_REVISION, events('a', 'b'));
    expect(appended).toMatchObject({ revision: 1 });
    expect(idsOf(await everything(store))).toEqual(['a', 'b']);
  });

  it('is written by the second try when the first was lost on its way', async () => {
    const store = await house.open(HASTY);
    house.double.faults.lostAppends = 1;
    expect(await store.append(STREAM, NO_REVISION, events('a', 'b'))).toMatchObject({ revision: 1 });
    expect(idsOf(await everything(store))).toEqual(['a', 'b']);
  });

  it('is stale when it was lost on its way and another writer was faster', async () => {
    const other = { id: uuidOf('b'), type: 'MeasurePlanned.v1', contentType: 'application/json' };
    const faster = { ...other, data: Buffer.from('{}'), metadata: Buffer.from('{}') };
    const warn = () => void house.double.log.append(STREAM, 'no_stream', [faster]);
    const store = await house.open({ ...HASTY, warn });
    house.double.faults.lostAppends = 1;
    await expect(store.append(STREAM, NO_REVISION, events('a'))).rejects.toMatchObject({
      name: 'StaleStream',
      actual: 0,
    });
    expect(house.double.log.records).toHaveLength(1);
  });

  it('has an unknown outcome after the last try, and is answered when the caller sends it again', async () => {
    const store = await house.open(HASTY);
    house.double.faults.unansweredAppends = 2;
    const append = store.append(STREAM, NO_REVISION, events('a'));
    await expect(append).rejects.toThrow(`Whether an append to ${STREAM} took effect is unknown.`);
    await expect(append).rejects.toThrow(StoreUnavailable);
    expect(await store.append(STREAM, NO_REVISION, events('a'))).toMatchObject({ revision: 0 });
    expect(idsOf(await everything(store))).toEqual(['a']);
  });
});

it('takes the first of two answers', async () => {
  const store = await house.open();
  house.double.faults.answersTwice = true;
  const appended = await Promise.all([
    store.append(STREAM, NO_REVISION, events('a')),
    store.append('mwu.goal-1', NO_REVISION, events('b', 'c')),
  ]);
  expect(appended.map(({ revision }) => revision)).toEqual([0, 1]);
});

it('waits for a server that is slow', async () => {
  const store = await house.open({ attempts: 1 });
  house.double.faults.delay = 300;
  await store.append(STREAM, NO_REVISION, events('a'));
  expect(idsOf(await store.readStream(STREAM))).toEqual(['a']);
});

describe('a server that is away', () => {
  it('makes writing and reading unavailable, and both recover by themselves', async () => {
    const store = await house.open();
    house.double.refuse();
    await expect(store.append(STREAM, NO_REVISION, events('a'))).rejects.toThrow(StoreUnavailable);
    await expect(store.readStream(STREAM)).rejects.toThrow(StoreUnavailable);
    await expect(store.readAll(0, 1)).rejects.toThrow(StoreUnavailable);
    await house.double.accept();
    await store.append(STREAM, NO_REVISION, events('b'));
    expect(idsOf(await store.readStream(STREAM))).toEqual(['b']);
  });

  it('is given the append when it comes back before the last try', async () => {
    const store = await house.open({ attempts: 9, warn: () => void house.double.accept().catch(() => undefined) });
    house.double.refuse();
    expect(await store.append(STREAM, NO_REVISION, events('a'))).toMatchObject({ revision: 0 });
  });

  it.each([
    ['a bare gRPC status: unavailable', { code: 14 }, true],
    ['a bare gRPC status: no deadline was met', { code: 4 }, true],
    ['a bare gRPC status: permission denied', { code: 7 }, false],
    ['the client’s own type: unavailable', { type: 'unavailable' }, true],
    ['the client’s own type: another node leads', { type: 'not-leader' }, true],
    ['the client’s own type, whatever the code: access denied', { type: 'access-denied', code: 14 }, false],
    ['neither', {}, false],
  ])('is told from other trouble by %s', (_, traits, passing) => {
    expect(isPassing(Object.assign(new Error('trouble'), traits))).toBe(passing);
  });
});

describe('a conflict', () => {
  it('says where the stream stands', async () => {
    const store = await house.open();
    await store.append(STREAM, NO_REVISION, events('a', 'b'));
    const stale = store.append(STREAM, 0, events('c'));
    await expect(stale).rejects.toThrow(StaleStream);
    await expect(stale).rejects.toMatchObject({ expected: 0, actual: 1 });
  });

  it('is no setting: a URL that makes the client answer it with a wrong revision is refused', async () => {
    const url = `${house.double.url}&throwOnAppendFailure=false`;
    await expect(house.open({ url })).rejects.toThrow('throwOnAppendFailure');
  });
});
