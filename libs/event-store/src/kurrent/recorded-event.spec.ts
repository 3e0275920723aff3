import { CorruptEvent, NO_REVISION } from '@zielwerk/kernel';
import { event, events, idsOf, STREAM } from '../contract/contract-events';
import { kurrentHouse } from '../testing/kurrent-house';

const house = kurrentHouse();

/** A store of three events, of which somebody has changed the second on the server. */
const damaged = async (change: Readonly<Record<string, unknown>>) => {
  const store = await house.open();
  await store.append(STREAM, NO_REVISION, events('a', 'b', 'c'));
  Object.assign(house.double.log.records[1] ?? {}, change);
  return { store, position: Number(house.double.log.records[1]?.position) };
};

const bytes = (text: string) => Buffer.from(text);
const HASH = 'its content hash differs';
const METADATA = 'its metadata is no JSON object with a content hash';

it.each([
  ['other data', { data: bytes('{"id":"B"}') }, HASH],
  ['data that is no JSON', { data: bytes('{"id":') }, HASH],
  ['no data', { data: bytes('') }, HASH],
  ['data that does not count as JSON', { contentType: 'application/octet-stream' }, 'it is not JSON'],
  ['another type', { type: 'MeasurePlanned.v2' }, HASH],
  ['another id', { id: '0193b1f2-6a1e-5c3d-9e4f-0123456789ab' }, HASH],
  ['metadata that is no JSON', { metadata: bytes('{"id":"b"') }, METADATA],
  ['metadata that is no object', { metadata: bytes('"b"') }, METADATA],
  ['no metadata', { metadata: bytes('') }, METADATA],
  ['metadata of another writer', { metadata: bytes('{"id":"b","recordedAt":"2026-11-23T22:59:00.000Z"}') }, METADATA],
])('names an event with %s, and never serves it', async (_, change, reason) => {
  const { store, position } = await damaged(change);
  const named = { name: 'CorruptEvent', position, stream: STREAM, reason };
  await expect(store.readStream(STREAM)).rejects.toMatchObject(named);
  await expect(store.readAll(0, 10)).rejects.toMatchObject(named);
  expect(idsOf(await store.readAll(position, 10))).toEqual(['c']);
});

it.each(['actor', 'recordedAt', 'occurredOn', 'id'])(
  'names an event whose %s was changed in its metadata',
  async (key) => {
    const { store } = await damaged({});
    const record = house.double.log.records[1];
    const metadata = JSON.parse(Buffer.from(record?.metadata ?? []).toString()) as object;
    Object.assign(record ?? {}, { metadata: bytes(JSON.stringify({ ...metadata, [key]: 'x' })) });
    await expect(store.readStream(STREAM)).rejects.toMatchObject({ name: 'CorruptEvent', reason: HASH });
  },
);

it('names a revision that is missing because the stream was truncated', async () => {
  const store = await house.open();
  await store.append(STREAM, NO_REVISION, events('a', 'b', 'c'));
  house.double.log.truncate(STREAM, 1);
  await expect(store.readStream(STREAM)).rejects.toThrow(CorruptEvent);
  await expect(store.readStream(STREAM)).rejects.toThrow('revision 0 is missing');
  expect(idsOf(await store.readStream(STREAM, 1))).toEqual(['b', 'c']);
});

it('writes metadata as a JSON object, and data as the JSON that it is', async () => {
  const store = await house.open();
  await store.append(STREAM, NO_REVISION, [event('a', 'only a text')]);
  const [record] = house.double.log.records;
  expect(record).toMatchObject({ stream: STREAM, type: 'MeasurePlanned.v1', contentType: 'application/json' });
  expect(Buffer.from(record?.data ?? []).toString()).toBe('"only a text"');
  expect(JSON.parse(Buffer.from(record?.metadata ?? []).toString())).toEqual({
    ...event('a').meta,
    recordedAt: '2026-11-23T22:59:00.000Z',
    contentHash: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
  });
});
