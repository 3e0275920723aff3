import { BEFORE_ALL, type EventStore, NO_REVISION, stoppedClock } from '@zielwerk/kernel';
import { event, everything, type OpenStore, STREAM } from './contract-events';

const WRITERS = 64;

/** One stream a writer, an event an append. */
const writeAll = async (store: EventStore, events: number): Promise<void> => {
  const write = async (writer: number) => {
    for (let revision = NO_REVISION; revision < Math.ceil(events / WRITERS) - 1;)
      ({ revision } = await store.append(`mwu.goal-${writer}`, revision, [event(`${writer}-${revision + 1}`)]));
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
};

/** Positions and ids, as `followed` sees them up to the event that is appended last. */
const followed = async (store: EventStore, after: number, rest: () => Promise<unknown>): Promise<readonly string[]> => {
  const stop = new AbortController();
  const seen: string[] = [];
  for await (const batch of store.subscribe(after, stop.signal)) {
    for (const { position, meta } of batch) seen.push(`${position} ${meta.id}`);
    if (batch.at(-1)?.meta.id === 'the end') stop.abort();
    await rest();
  }
  return seen;
};

/** Whoever follows a store sees each event once and in order, however many are written meanwhile. */
export const tailingContract = (adapter: string, open: OpenStore, events: number): void => {
  it(`${adapter} is followed while ${WRITERS} writers append ${events} events: none is missing, none comes twice`, async () => {
    const store = await open(stoppedClock('2026-11-23T22:59:00.000Z'));
    try {
      const atOnce = followed(store, BEFORE_ALL, () => Promise.resolve());
      const slow = followed(store, BEFORE_ALL, () => new Promise(setImmediate));
      const writing = writeAll(store, events);
      const half = store
        .readAll(BEFORE_ALL, 1)
        .then(() => followed(store, BEFORE_ALL, () => store.readAll(BEFORE_ALL, 1)));
      await writing;
      await store.append(STREAM, NO_REVISION, [event('the end')]);
      const all = (await everything(store)).map(({ position, meta }) => `${position} ${meta.id}`);
      expect(new Set(all.map((place) => place.split(' ')[1])).size).toBe(Math.ceil(events / WRITERS) * WRITERS + 1);
      // Compared as a whole: a difference among so many is told by its first place.
      for (const seen of [await atOnce, await slow, await half])
        expect(seen.findIndex((place, at) => place !== all[at])).toBe(-1);
      for (const seen of [await atOnce, await slow, await half]) expect(seen).toHaveLength(all.length);
    } finally {
      await store.close();
    }
  }, 600_000);
};
