import { BEFORE_ALL, type EventStore, NO_REVISION, stoppedClock } from '@zielwerk/kernel';
import { assert, asyncProperty, jsonValue, string } from 'fast-check';
import { event, events, everything, idsOf, type OpenStore, SetClock, STREAM } from './contract-events';

const NOW = '2026-11-23T22:59:00.000Z';

export const readingContract = (adapter: string, open: OpenStore): void => {
  describe(`${adapter} is read as an event store: it`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open(stoppedClock(NOW));
    });
    afterEach(() => store.close());

    it('reads nothing from a stream nobody wrote', async () => {
      expect(await store.readStream(STREAM)).toEqual([]);
      expect(await store.readStream(STREAM, 3)).toEqual([]);
      expect(await store.readAll(BEFORE_ALL, 10)).toEqual([]);
    });

    it('numbers the events of a stream from zero, in order', async () => {
      expect(await store.append(STREAM, NO_REVISION, events('a', 'b'))).toMatchObject({ revision: 1 });
      expect(await store.append(STREAM, 1, events('c'))).toMatchObject({ revision: 2 });
      const stored = await store.readStream(STREAM);
      expect(stored.map(({ meta }) => [meta.id, meta.revision])).toEqual([
        ['a', 0],
        ['b', 1],
        ['c', 2],
      ]);
    });

    it('reads a stream from a revision on, and nothing behind its end', async () => {
      await store.append(STREAM, NO_REVISION, events('a', 'b', 'c'));
      expect(idsOf(await store.readStream(STREAM, 1))).toEqual(['b', 'c']);
      expect(idsOf(await store.readStream(STREAM, 2))).toEqual(['c']);
      expect(await store.readStream(STREAM, 3)).toEqual([]);
      expect(await store.readStream(STREAM, 9)).toEqual([]);
    });

    it('gives back exactly what it was given, where it stands and when it was recorded', async () => {
      const given = event('a', { title: 'E-Akte „Süd“ 🚲', share: 0.1, nested: [null, { empty: {} }] });
      const { position } = await store.append(STREAM, NO_REVISION, [given]);
      const meta = { ...given.meta, stream: STREAM, revision: 0, recordedAt: NOW };
      const stored = { position, wireType: given.wireType, data: given.data, meta };
      expect(await store.readStream(STREAM)).toEqual([stored]);
      expect(await store.readAll(BEFORE_ALL, 10)).toEqual([stored]);
    });

    it('gives back any JSON byte for byte, in data and in metadata', async () => {
      let revision = NO_REVISION;
      const sameText = async (data: unknown, actor: string) => {
        const given = event(`id-${revision}`, data);
        const appended = await store.append(STREAM, revision, [{ ...given, meta: { ...given.meta, actor } }]);
        ({ revision } = appended);
        const [stored] = await store.readStream(STREAM, revision);
        expect(JSON.stringify(stored?.data)).toBe(JSON.stringify(data));
        expect(stored?.meta.actor).toBe(actor);
      };
      await sameText('\0\n\ud800\u2028', '\0\n\ud800\u2028');
      await sameText(JSON.parse('{"__proto__":{"constructor":1},"b":1,"a":-1e-7}'), '__proto__');
      await assert(asyncProperty(jsonValue(), string({ unit: 'binary' }), sameText), { numRuns: 60, seed: 2026 });
    });

    it('keeps what happened from being changed afterwards, by the writer or by a reader', async () => {
      const data = { title: 'E-Akte' };
      const appending = store.append(STREAM, NO_REVISION, [event('a', data)]);
      data.title = 'changed while it was appended';
      await appending;
      data.title = 'changed afterwards';
      const [first] = await store.readStream(STREAM);
      Object.assign(first?.data as object, { title: 'changed by a reader' });
      Object.assign(first?.meta as object, { actor: 'changed by a reader' });
      const [stored] = await store.readStream(STREAM);
      expect([stored?.data, stored?.meta.actor]).toEqual([{ title: 'E-Akte' }, 'a1f0c9']);
    });

    it('keeps streams apart, also where one name begins with the other or differs in case only', async () => {
      const names = [STREAM, `${STREAM}0`, STREAM.replace('measure', 'Measure'), 'mwu.goal-1'];
      for (const name of names) await store.append(name, NO_REVISION, events(`of ${name}`));
      for (const name of names) expect(idsOf(await store.readStream(name))).toEqual([`of ${name}`]);
    });

    it('reads all streams in the order of their commits, page by page', async () => {
      await store.append('mwu.goal-1', NO_REVISION, events('a', 'b'));
      await store.append(STREAM, NO_REVISION, events('c'));
      await store.append('mwu.goal-1', 1, events('d', 'e'));
      for (const limit of [1, 2, 3, 5, 500])
        expect(idsOf(await everything(store, limit))).toEqual(['a', 'b', 'c', 'd', 'e']);
      const all = await everything(store);
      const [, second, third] = all;
      expect(await store.readAll(second?.position ?? 0, 1)).toEqual([third]);
      expect(await store.readAll(all.at(-1)?.position ?? 0, 10)).toEqual([]);
    });

    it('answers an append with the place of its last event', async () => {
      await store.append('mwu.goal-1', NO_REVISION, events('a'));
      const appended = await store.append(STREAM, NO_REVISION, events('b', 'c'));
      const last = (await everything(store)).at(-1);
      expect(appended).toEqual({ revision: last?.meta.revision, position: last?.position });
    });
  });

  it(`${adapter} records times that never go back, whatever its clock does`, async () => {
    const [early, late] = ['2026-10-25T00:10:00.000Z', '2026-10-25T00:59:00.000Z'];
    const store = await open(new SetClock([late, early, '2026-10-25T01:00:00.000Z']));
    for (const [i, id] of ['a', 'b', 'c'].entries()) await store.append(STREAM, i - 1, events(id));
    const stored = await store.readStream(STREAM);
    await store.close();
    expect(stored.map(({ meta }) => meta.recordedAt)).toEqual([late, late, '2026-10-25T01:00:00.000Z']);
  });
};
