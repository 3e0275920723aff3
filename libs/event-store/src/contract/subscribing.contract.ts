import { BEFORE_ALL, type EventStore, NO_REVISION, stoppedClock, type StoredEvent } from '@zielwerk/kernel';
import { events, everything, idsOf, type OpenStore, received, STREAM } from './contract-events';

const WRITERS = 64;
const APPENDS = 12;

/** The next so many ids, in however many batches they come. */
const nextIds = async (batches: AsyncIterator<readonly StoredEvent[]>, count = 1): Promise<readonly string[]> => {
  const ids: string[] = [];
  while (ids.length < count) {
    const batch: IteratorResult<readonly StoredEvent[], unknown> = await batches.next();
    if (batch.done === true) break;
    ids.push(...idsOf(batch.value));
  }
  return ids;
};

const write = async (store: EventStore, writer: number): Promise<void> => {
  let revision = NO_REVISION;
  for (let i = 0; i < APPENDS; i += 1) {
    const name = `${writer}-${i}`;
    ({ revision } = await store.append(`mwu.goal-${writer}`, revision, events(name, `${name}-then`)));
  }
};

const writeAll = async (store: EventStore): Promise<void> => {
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(store, writer)));
};

export const subscribingContract = (adapter: string, open: OpenStore): void => {
  describe(`${adapter} is followed as an event store: it`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open(stoppedClock('2026-11-23T22:59:00.000Z'));
    });
    afterEach(() => store.close());

    it('gives the history and then each new event, in order', async () => {
      await store.append(STREAM, NO_REVISION, events('a', 'b'));
      const stop = new AbortController();
      const batches = store.subscribe(BEFORE_ALL, stop.signal)[Symbol.asyncIterator]();
      expect(await nextIds(batches, 2)).toEqual(['a', 'b']);
      const waiting = nextIds(batches);
      await store.append(STREAM, 1, events('c'));
      expect(await waiting).toEqual(['c']);
      stop.abort();
      expect(await batches.next()).toEqual({ done: true, value: undefined });
    });

    it('starts in the middle, and with nothing at the end', async () => {
      await store.append(STREAM, NO_REVISION, events('a', 'b', 'c'));
      const [first, , last] = await everything(store);
      const fromMiddle = received(store, first?.position ?? 0, 'd');
      const fromEnd = received(store, last?.position ?? 0, 'd');
      await store.append(STREAM, 2, events('d'));
      expect(idsOf(await fromMiddle)).toEqual(['b', 'c', 'd']);
      expect(idsOf(await fromEnd)).toEqual(['d']);
    });

    it('misses nothing and repeats nothing for several subscribers while 64 writers append', async () => {
      const early = [received(store, BEFORE_ALL, 'the end'), received(store, BEFORE_ALL, 'the end')];
      const writing = writeAll(store);
      const amid = writing.then(() => received(store, BEFORE_ALL, 'the end'));
      await store.append(STREAM, NO_REVISION, events('in between'));
      const during = received(store, BEFORE_ALL, 'the end');
      await writing;
      await store.append(STREAM, 0, events('the end'));
      const all = await everything(store);
      expect(all).toHaveLength(WRITERS * APPENDS * 2 + 2);
      for (const subscriber of [...early, during, amid]) expect(await subscriber).toEqual(all);
    });

    it('loses nothing to a subscriber that is slower than the writers', async () => {
      const stop = new AbortController();
      const seen: string[] = [];
      const writing = writeAll(store).then(() => store.append(STREAM, NO_REVISION, events('the end')));
      for await (const batch of store.subscribe(BEFORE_ALL, stop.signal)) {
        // It takes as long as the whole of another reading.
        await everything(store, 50);
        seen.push(...idsOf(batch));
        if (seen.at(-1) === 'the end') stop.abort();
      }
      await writing;
      expect(seen).toEqual(idsOf(await everything(store)));
    });

    it('ends with the signal: given before, while it waits, and amid the history', async () => {
      expect(await store.subscribe(BEFORE_ALL, AbortSignal.abort())[Symbol.asyncIterator]().next()).toMatchObject({
        done: true,
      });
      const stop = new AbortController();
      const waiting = store.subscribe(BEFORE_ALL, stop.signal)[Symbol.asyncIterator]().next();
      stop.abort();
      expect(await waiting).toMatchObject({ done: true });
      await writeAll(store);
      const all = await everything(store);
      const amid = await received(store, BEFORE_ALL, all[0]?.meta.id ?? '');
      expect(amid.length).toBeLessThan(all.length);
    });

    it('lets go of subscribers when it closes', async () => {
      const waiting = store.subscribe(BEFORE_ALL, new AbortController().signal)[Symbol.asyncIterator]().next();
      await store.close();
      expect(await waiting).toMatchObject({ done: true });
    });

    it('tells a subscriber that leaves by itself from one that stays', async () => {
      const staying = received(store, BEFORE_ALL, 'b');
      await store.append(STREAM, NO_REVISION, events('a'));
      for await (const batch of store.subscribe(BEFORE_ALL, new AbortController().signal)) {
        expect(idsOf(batch)).toEqual(['a']);
        break;
      }
      await store.append(STREAM, 0, events('b'));
      expect(idsOf(await staying)).toEqual(['a', 'b']);
    });
  });
};
