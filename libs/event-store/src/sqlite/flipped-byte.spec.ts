import { NO_REVISION, type StoredEvent, stoppedClock } from '@zielwerk/kernel';
import { integer, nat, noBias, sample, tuple } from 'fast-check';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { event } from '../contract/contract-events';
import { temporaryFolder } from '../testing/temporary-folder';
import { SqliteEventStore } from './sqlite-event-store';

const FLIPS = 100;
const SEED = 20261123;
const STREAMS = Array.from({ length: 12 }, (_, i) => `mwu.measure-${i}`);
const PER_STREAM = 20;
const CLOCK = stoppedClock('2026-11-23T22:59:00.000Z');
const folder = temporaryFolder();

const written = async (): Promise<Map<number, string>> => {
  const store = SqliteEventStore.open(folder.file('events.db'), CLOCK);
  for (let i = 0; i < PER_STREAM; i += 1)
    await Promise.all(
      STREAMS.map((stream) => {
        const data = { title: `${stream} ${i}`, percent: i, note: 'Straßenverkehr '.repeat(i) };
        return store.append(stream, i === 0 ? NO_REVISION : i - 1, [event(`${stream}-${i}`, data)]);
      }),
    );
  const all = await store.readAll(0, 1_000);
  await store.close();
  return new Map(all.map((stored) => [stored.position, JSON.stringify(stored)]));
};

/** What a reading answers, or that it was refused. */
const attempt = async (reading: () => Promise<readonly StoredEvent[]>): Promise<readonly StoredEvent[] | 'refused'> => {
  try {
    return await reading();
  } catch {
    return 'refused';
  }
};

/** A copy of its own each time: connections to earlier ones may not be gone yet. */
const flipped = (copy: string, offset: number, mask: number): string => {
  const bytes = readFileSync(folder.file('events.db'));
  bytes.writeUInt8(bytes.readUInt8(offset) ^ mask, offset);
  writeFileSync(copy, bytes);
  return copy;
};

type Verdict = Readonly<{ changed: number; incomplete: number; named: number }>;

/** What a damaged file still serves, against what was written. */
const judge = async (store: SqliteEventStore, original: ReadonlyMap<number, string>): Promise<Verdict> => {
  const named = [...store.scan()].filter((scanned) => 'corrupt' in scanned).length;
  const readings = [
    ...[0, 37, 100, 200].map((after) => ({ size: original.size - after, read: () => store.readAll(after, 1_000) })),
    ...STREAMS.map((stream) => ({ size: PER_STREAM, read: () => store.readStream(stream) })),
  ];
  let [changed, incomplete] = [0, 0];
  for (const { size, read } of readings) {
    const served = await attempt(read);
    if (served === 'refused' || served.length !== size) incomplete += 1;
    if (served !== 'refused')
      changed += served.filter((stored) => original.get(stored.position) !== JSON.stringify(stored)).length;
  }
  return { changed, incomplete, named };
};

it(`names each of ${FLIPS} flipped bytes that changes an event or hides one, and serves none changed`, async () => {
  const original = await written();
  const { size } = statSync(folder.file('events.db'));
  const flips = sample(noBias(tuple(nat(size - 1), integer({ min: 1, max: 255 }))), { seed: SEED, numRuns: FLIPS });
  let noticed = 0;
  for (const [round, [offset, mask]] of flips.entries()) {
    const copy = flipped(folder.file(`flipped-${round}.db`), offset, mask);
    let store: SqliteEventStore;
    try {
      store = SqliteEventStore.open(copy, CLOCK);
    } catch {
      // SQLite's own error, or ours: such a file does not open as a store.
      noticed += 1;
      continue;
    }
    const { changed, incomplete, named } = await judge(store, original);
    await store.close();
    expect({ offset, mask, changed, unnamed: incomplete > 0 && named === 0 }).toEqual({
      offset,
      mask,
      changed: 0,
      unnamed: false,
    });
    if (named > 0) noticed += 1;
  }
  // Else the flips would have hit nothing, and this test would prove nothing.
  expect(noticed).toBeGreaterThan(FLIPS / 2);
});
