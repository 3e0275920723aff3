import type { ReceivedMessage } from '@zielwerk/kernel';
import { stoppedClock } from '@zielwerk/kernel';

import { added, delivered, history, opened, sent, streamOf } from './testing/jars';
import { inPlaces, type Tables } from './testing/places';
import type { ReadModel } from './read-model';

const places = inPlaces();
const clock = stoppedClock('2026-02-01T12:00:00.000Z');
const a = streamOf('mi', 1);
const b = streamOf('mi', 2);
const c = streamOf('mf', 3);

const logOf = async (readModel: ReadModel<Tables>) =>
  (await readModel.events({ limit: 100 })).map(({ ordinal, meta }) => `${ordinal} ${meta.stream}@${meta.revision}`);

describe('what arrives', () => {
  it('is in the log in order, byte for byte, with the offsets of its topics', async () => {
    const readModel = await places.open();
    const messages = delivered([...history(a, opened('a'), added('a', 1)), ...history(c, opened('c'))]);
    await readModel.ingest(messages);

    const events = await readModel.events({ limit: 100 });
    expect(events.map(({ message }) => message)).toEqual(messages);
    expect(events.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
    expect(await readModel.positions()).toEqual({ mi: 1, mf: 0 });
    expect(await readModel.startAt('zielwerk.mi.events')).toBe(2);
    expect(await readModel.startAt('zielwerk.mj.events')).toBe(0);
  });

  it('is dropped when it has been seen, at its old offset or at a new one', async () => {
    const readModel = await places.open();
    const messages = history(a, opened('a'), added('a', 1));
    await readModel.ingest(delivered(messages));
    await readModel.ingest(delivered(messages));
    await readModel.ingest(delivered([...messages, ...messages], 2));
    // An old one alone does not take the topic back.
    await readModel.ingest(delivered(messages).slice(0, 1));

    expect(await logOf(readModel)).toEqual([`1 ${a}@0`, `2 ${a}@1`]);
    expect(await readModel.health()).toMatchObject({ lastOrdinal: 2, held: 0, refused: 0 });
    expect(await readModel.positions()).toEqual({ mi: 5 });
  });

  it('goes on where it was when it is opened again', async () => {
    const place = places.newPlace();
    const messages = delivered(history(a, opened('a'), added('a', 1), added('a', 2)));
    const before = await places.open({ place });
    await before.ingest(messages.slice(0, 2));
    await before.close();

    const after = await places.open({ place });
    expect(await after.startAt('zielwerk.mi.events')).toBe(2);
    await after.ingest(messages.slice(1));
    expect(await logOf(after)).toEqual([`1 ${a}@0`, `2 ${a}@1`, `3 ${a}@2`]);
  });

  it('is taken whole or not at all', async () => {
    const place = places.newPlace();
    const readModel = await places.open({ place });
    await places.refuse(place, { change: 'insert', table: 'topic' });
    const messages = delivered(history(a, opened('a'), added('a', 1)));

    await expect(readModel.ingest(messages)).rejects.toThrow('disk full');
    expect(await logOf(readModel)).toEqual([]);
    expect(await readModel.positions()).toEqual({});

    await places.accept(place);
    await readModel.ingest(messages);
    expect(await logOf(readModel)).toEqual([`1 ${a}@0`, `2 ${a}@1`]);
  });

  it('is taken once when two batches come at the same time', async () => {
    const readModel = await places.open();
    const messages = delivered(history(a, opened('a'), added('a', 1)));
    const others = delivered(history(c, opened('c')));
    await Promise.all([readModel.ingest(messages), readModel.ingest(others), readModel.ingest(messages)]);
    expect(await logOf(readModel)).toEqual([`1 ${a}@0`, `2 ${a}@1`, `3 ${c}@0`]);
    expect(await readModel.positions()).toEqual({ mi: 1, mf: 0 });
  });
});

describe('an event that comes before an earlier one', () => {
  const [first, second, third, fourth] = history(a, opened('a'), added('a', 1), added('a', 2), added('a', 3));
  const given = (...messages: (typeof first)[]) => delivered(messages.flatMap((one) => one ?? []));

  it('holds its stream back, says so, and lets others go on', async () => {
    const warnings: string[] = [];
    const readModel = await places.open({ onWarning: (sentence) => warnings.push(sentence) });
    await readModel.ingest(given(first, third, fourth));
    await readModel.ingest(delivered(history(b, opened('b')), 4));

    expect(await logOf(readModel)).toEqual([`1 ${a}@0`, `2 ${b}@0`]);
    expect((await readModel.held()).map(({ stream, revision }) => `${stream}@${revision}`)).toEqual([
      `${a}@2`,
      `${a}@3`,
    ]);
    expect(await readModel.health()).toMatchObject({ held: 2 });
    expect(warnings).toEqual([`${a} is held back: what must come before has not come.`]);
  });

  it.each([
    ['comes later', (all: readonly ReceivedMessage[]) => [all.slice(0, 3), all.slice(3)]],
    ['comes in the same batch', (all: readonly ReceivedMessage[]) => [all]],
    ['comes one by one', (all: readonly ReceivedMessage[]) => all.map((one) => [one])],
  ])('is taken up in order when the missing one %s', async (_, batches) => {
    const readModel = await places.open();
    for (const batch of batches(given(first, fourth, third, second, fourth))) await readModel.ingest(batch);

    expect(await logOf(readModel)).toEqual([0, 1, 2, 3].map((revision) => `${revision + 1} ${a}@${revision}`));
    expect(await readModel.health()).toMatchObject({ held: 0, refused: 0 });
  });

  it('is still held when it is opened again', async () => {
    const place = places.newPlace();
    const before = await places.open({ place });
    await before.ingest(given(first, third));
    await before.close();

    const after = await places.open({ place });
    await after.ingest(delivered(second ? [second] : [], 2));
    expect(await logOf(after)).toEqual([`1 ${a}@0`, `2 ${a}@1`, `3 ${a}@2`]);
  });
});

describe('a stream that goes on where another one ended', () => {
  const continuing = (stream: string, continued: string, ...events: Parameters<typeof history>[1][]) =>
    history(stream, ...events).map((message, revision) =>
      revision === 0 ? { ...message, headers: { ...message.headers, ce_continues: continued } } : message,
    );
  const ended = history(a, opened('a'), added('a', 1));
  const next = continuing(c, `${a}@1`, opened('c'), added('c', 2));
  const last = continuing(b, `${c}@1`, opened('b'));
  const all = [`1 ${a}@0`, `2 ${a}@1`, `3 ${c}@0`, `4 ${c}@1`, `5 ${b}@0`];

  it.each([
    ['at once', [[...last, ...next, ...ended]]],
    ['the last one first', [last, next, ended]],
    ['one by one', [...last, ...next, ...ended].map((message) => [message])],
    ['with the first one between', [next.slice(0, 1), ended, last, next.slice(1)]],
  ])('waits for its end, and for what came before that, when they come %s', async (_, batches) => {
    const readModel = await places.open();
    let offset = 0;
    for (const batch of batches) {
      await readModel.ingest(delivered(batch, offset));
      offset += batch.length;
    }
    expect(await logOf(readModel)).toEqual(all);
    expect(await readModel.health()).toMatchObject({ held: 0, refused: 0 });
  });

  it('still waits when it is opened again', async () => {
    const place = places.newPlace();
    const before = await places.open({ place });
    await before.ingest(delivered([...next, ...ended.slice(0, 1)]));
    expect(await logOf(before)).toEqual(all.slice(0, 1));
    await before.close();

    const after = await places.open({ place });
    await after.ingest(delivered(ended.slice(1), 3));
    expect(await logOf(after)).toEqual(all.slice(0, 4));
  });

  it.each(['nowhere', `${a}@`, `${a}@-1`])('is refused when it says that it continues %s', async (where) => {
    const readModel = await places.open();
    await readModel.ingest(delivered(continuing(c, where, opened('c'))));
    expect(await readModel.health()).toMatchObject({ lastOrdinal: 0, refused: 1 });
  });
});

describe('a message that has no place', () => {
  const proper = sent(a, 0, opened('a'));
  it.each([
    ['has no headers', { ...proper, headers: {} }, 'This is no CloudEvent of version 1.0.'],
    [
      'has an unreadable revision',
      { ...proper, headers: { ...proper.headers, ce_revision: '-1' } },
      'revision must be',
    ],
    ['has __proto__ for a type', { ...proper, headers: { ...JSON.parse('{"__proto__":"x"}') } }, 'no CloudEvent'],
    ['comes on the topic of another house', { ...proper, topic: 'zielwerk.mf.events' }, 'carries a fact of mi'],
    ['has another key', { ...proper, key: b }, 'The key is not the stream.'],
  ])('is kept with its bytes and the reason when it %s', async (_, message, reason) => {
    const warnings: string[] = [];
    const readModel = await places.open({ clock, onWarning: (sentence) => warnings.push(sentence) });
    await readModel.ingest([{ ...message, offset: 7 }]);
    await readModel.ingest([{ ...message, offset: 7 }]);

    expect(await readModel.refused()).toEqual([
      { message: { ...message, offset: 7 }, at: '2026-02-01T12:00:00.000Z', reason: expect.stringContaining(reason) },
    ]);
    expect(await readModel.startAt(message.topic)).toBe(8);
    expect(await readModel.health()).toMatchObject({ lastOrdinal: 0, refused: 1 });
    expect(warnings[0]).toContain(`${message.topic}@7 is refused:`);
  });

  it('is not taken for a redelivery when it is another event at the same revision', async () => {
    const readModel = await places.open();
    const other = { ...proper, headers: { ...proper.headers, ce_id: '0190a1de-0000-7000-8000-00000000ffff' } };
    await readModel.ingest(delivered([proper, other, proper]));

    expect(await logOf(readModel)).toEqual([`1 ${a}@0`]);
    expect((await readModel.refused()).map(({ message }) => message)).toEqual([{ ...other, offset: 1 }]);
  });
});

describe('an event whose data nobody can read', () => {
  it.each([
    ['is not JSON', Buffer.from('{"jar":')],
    ['is not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['has a NUL in it', Buffer.from('{"jar":"a\u0000b"}')],
    ['begins with a byte order mark', Buffer.from('\uFEFF{}')],
    ['is empty', Buffer.alloc(0)],
    ['has __proto__ in it', Buffer.from('{"jar":"a","label":"A","sealed":false,"__proto__":{"coins":9}}')],
    ['is a string of 1 MiB', Buffer.from(JSON.stringify('x'.repeat(2 ** 20)))],
  ])('is in the log with its bytes when it %s', async (_, value) => {
    const readModel = await places.open();
    const messages = [{ ...sent(a, 0, opened('a')), value, offset: 0 }];
    await readModel.ingest(messages);
    const [event] = await readModel.events({ limit: 1 });
    expect(event).toMatchObject({ state: 'unreadable', data: null, type: 'JarOpened' });
    expect(event?.message.value.equals(value)).toBe(true);
  });

  it('is of a version or a type that is not known yet', async () => {
    const readModel = await places.open();
    const { headers, ...message } = sent(a, 0, opened('a'));
    const typed = (wireType: string, revision: number) => ({
      ...{ ...message, offset: revision },
      headers: { ...headers, ce_type: wireType, ce_revision: String(revision) },
    });
    await readModel.ingest(['JarOpened.v2', 'JarPainted.v1', 'Withheld.v1'].map(typed));
    const events = await readModel.events({ limit: 3 });
    expect(events.map(({ state }) => state)).toEqual(['unreadable', 'unknown', 'withheld']);
  });
});

it('events can be asked for by stream, ministry, type and place', async () => {
  const readModel = await places.open();
  await readModel.ingest(
    delivered([...history(a, opened('a'), added('a', 1)), ...history(c, opened('c'), added('c', 2))]),
  );
  const ordinals = async (filter: object) =>
    (await readModel.events({ limit: 10, ...filter })).map(({ ordinal }) => ordinal);

  expect(await ordinals({ stream: c })).toEqual([3, 4]);
  expect(await ordinals({ ministry: 'mi' })).toEqual([1, 2]);
  expect(await ordinals({ type: 'CoinsAdded' })).toEqual([2, 4]);
  expect(await ordinals({ type: 'CoinsAdded', ministry: 'mf' })).toEqual([4]);
  expect(await ordinals({ after: 1, limit: 2 })).toEqual([2, 3]);
  expect((await readModel.events({ limit: 1 }))[0]).toMatchObject({
    ...{ type: 'JarOpened', wireType: 'JarOpened.v1', state: 'decoded' },
    data: { jar: 'a', label: 'Jar a', sealed: false },
    meta: { stream: a, revision: 0, occurredOn: '2026-01-12', ministry: 'mi' },
  });
});
