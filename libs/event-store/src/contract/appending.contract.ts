import { type Appended, type EventStore, NO_REVISION, StaleStream, stoppedClock } from '@zielwerk/kernel';
import { event, events, everything, idsOf, type OpenStore, STREAM } from './contract-events';

const cycle = (): unknown => {
  const itself: Record<string, unknown> = {};
  itself.itself = itself;
  return itself;
};

export const appendingContract = (adapter: string, open: OpenStore): void => {
  describe(`${adapter} is written as an event store: it`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open(stoppedClock('2026-11-23T22:59:00.000Z'));
    });
    afterEach(() => store.close());

    it.each([
      ['an older stream', 0],
      ['a newer stream', 5],
      ['no stream', NO_REVISION],
      ['what is no revision', Number.NaN],
    ])('refuses whoever saw %s, and says where the stream stands', async (_, expected) => {
      await store.append(STREAM, NO_REVISION, events('a', 'b'));
      const refusal = store.append(STREAM, expected, events('c'));
      await expect(refusal).rejects.toThrow(StaleStream);
      await expect(refusal).rejects.toMatchObject({ stream: STREAM, expected, actual: 1 });
      expect(idsOf(await everything(store))).toEqual(['a', 'b']);
    });

    it('refuses whoever expects events in a stream nobody wrote', async () => {
      await expect(store.append(STREAM, 0, events('a'))).rejects.toMatchObject({ actual: NO_REVISION });
      expect(await everything(store)).toEqual([]);
    });

    it('lets only one of many writers that saw the same past append', async () => {
      const ids = Array.from({ length: 64 }, (_, i) => `writer-${i}`);
      const outcomes = await Promise.allSettled(ids.map((id) => store.append(STREAM, NO_REVISION, events(id))));
      const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
      expect(refused).toHaveLength(63);
      expect(refused.every(({ reason }) => reason instanceof StaleStream)).toBe(true);
      expect(await store.readStream(STREAM)).toHaveLength(1);
    });

    it('records a stale append of several events not even in part, and those beside it whole', async () => {
      const outcomes = await Promise.allSettled([
        store.append('mwu.goal-1', NO_REVISION, events('a', 'b')),
        store.append('mwu.goal-1', 0, events('x', 'y', 'z')),
        store.append('mwu.goal-1', 1, events('c')),
        store.append(STREAM, NO_REVISION, events('d')),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      expect(idsOf(await store.readStream('mwu.goal-1'))).toEqual(['a', 'b', 'c']);
      expect(idsOf(await store.readStream(STREAM))).toEqual(['d']);
    });

    it.each([
      ['a BigInt', () => 1n],
      ['a BigInt deep inside', () => ({ budget: [{ cents: 1n }] })],
      ['a cycle', cycle],
      ['nothing', () => undefined],
      ['a function', () => () => 1],
    ])('refuses %s as data, records nothing of that append and harms nobody beside it', async (_, data) => {
      const outcomes = await Promise.allSettled([
        store.append('mwu.goal-1', NO_REVISION, events('a')),
        store.append(STREAM, NO_REVISION, [event('x'), { ...event('y'), data: data() }, event('z')]),
        store.append('mwu.goal-2', NO_REVISION, events('b')),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).toMatchObject({ reason: expect.any(TypeError) });
      expect(idsOf(await everything(store))).toEqual(['a', 'b']);
      expect(await store.append(STREAM, NO_REVISION, events('c'))).toMatchObject({ revision: 0 });
    });

    it('refuses an append without events', async () => {
      await expect(store.append(STREAM, NO_REVISION, [])).rejects.toThrow(TypeError);
    });

    it.each(['', 'mwu.goal-\0', 'mwu.goal-\n', 'mwu.goal-\ud800'])(
      'refuses %j as a stream and as an id',
      async (name) => {
        await expect(store.append(name, NO_REVISION, events('a'))).rejects.toThrow(TypeError);
        await expect(store.append(STREAM, NO_REVISION, events(name))).rejects.toThrow(TypeError);
        expect(await everything(store)).toEqual([]);
      },
    );

    it('answers an append that is sent again as it did the first time, and records nothing', async () => {
      const first = await store.append(STREAM, NO_REVISION, events('a', 'b'));
      await store.append(STREAM, 1, events('c'));
      expect(await store.append(STREAM, NO_REVISION, events('a', 'b'))).toEqual(first);
      expect(idsOf(await everything(store))).toEqual(['a', 'b', 'c']);
    });

    it('answers two of the same append at the same time alike', async () => {
      const send = () => store.append(STREAM, NO_REVISION, events('a', 'b'));
      const [one, other] = await Promise.all([send(), send()]);
      expect(other).toEqual(one);
      expect(idsOf(await everything(store))).toEqual(['a', 'b']);
    });

    it.each([
      ['longer', ['a', 'b', 'c']],
      ['in another order', ['b', 'a']],
      ['partly another', ['a', 'x']],
    ])('refuses an append that is sent again %s', async (_, ids) => {
      await store.append(STREAM, NO_REVISION, events('a', 'b'));
      await expect(store.append(STREAM, NO_REVISION, events(...ids))).rejects.toThrow(StaleStream);
      expect(idsOf(await everything(store))).toEqual(['a', 'b']);
    });

    it('keeps revisions dense and positions rising while 64 writers append', async () => {
      const answers: Appended[] = [];
      const writer = async (name: string) => {
        let revision = NO_REVISION;
        for (let i = 0; i < 10; i += 1) {
          const ids = [`${name}-${i}`, `${name}-${i}-then`].slice(0, 1 + (i % 2));
          const answer = await store.append(name, revision, events(...ids));
          answers.push(answer);
          ({ revision } = answer);
        }
      };
      const names = Array.from({ length: 64 }, (_, i) => `mwu.goal-${i}`);
      await Promise.all(names.map(writer));
      const all = await everything(store, 100);
      expect(all).toHaveLength(64 * 15);
      expect(all.every(({ position }, i) => position > (all[i - 1]?.position ?? 0))).toBe(true);
      for (const name of names) {
        const revisions = (await store.readStream(name)).map(({ meta }) => meta.revision);
        expect(revisions).toEqual(Array.from({ length: 15 }, (_, i) => i));
      }
      // Whoever was answered later stands later, in whatever stream.
      expect(answers.every(({ position }, i) => position > (answers[i - 1]?.position ?? 0))).toBe(true);
    });

    it('answers what it accepted before it closes, and refuses what comes later', async () => {
      const accepted = Array.from({ length: 20 }, (_, i) => store.append(`mwu.goal-${i}`, NO_REVISION, events(`${i}`)));
      await store.close();
      expect(await Promise.all(accepted.map(async (append) => (await append).revision))).toEqual(Array(20).fill(0));
      await expect(store.append(STREAM, NO_REVISION, events('late'))).rejects.toThrow('closed');
      await expect(store.readStream(STREAM)).rejects.toThrow('closed');
      await expect(store.readAll(0, 1)).rejects.toThrow('closed');
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
};
