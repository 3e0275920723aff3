import { stoppedClock } from '@zielwerk/kernel';
import { integer, noBias, sample } from 'fast-check';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { everything } from '../contract/contract-events';
import { bundledProgram } from '../testing/bundled-program';
import { temporaryFolder } from '../testing/temporary-folder';
import { appendOf, streamOf, WRITERS } from '../testing/written-data';
import { SqliteEventStore } from './sqlite-event-store';

const ROUNDS = Number(process.env.ZIELWERK_FAULT_ROUNDS ?? 3);
const folder = temporaryFolder();
let program = '';

beforeAll(async () => {
  program = await bundledProgram('writers');
});
afterAll(() => rmSync(program, { force: true }));

/** Lets 64 writers write until so many appends were acknowledged, kills them, and answers each writer's last one. */
const killedAfter = async (acknowledgements: number): Promise<ReadonlyMap<number, number>> => {
  const child = spawn(process.execPath, [program, folder.file('events.db'), String(WRITERS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
  const last = new Map<number, number>();
  let count = 0;
  for await (const line of createInterface(child.stdout)) {
    const [writer = Number.NaN, append = Number.NaN] = line.split(' ').map(Number);
    last.set(writer, append);
    count += 1;
    // Only the request to kill; what the child still acknowledges before it dies counts, too.
    if (count === acknowledgements) child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return last;
};

const expectWhole = async (store: SqliteEventStore, writer: number, acknowledged: number): Promise<number> => {
  const stored = await store.readStream(streamOf(writer));
  const appends = Number(stored.at(-1)?.meta.commandId.split('-')[1] ?? -1) + 1;
  expect(appends).toBeGreaterThan(acknowledged);
  const written = Array.from({ length: appends }, (_, append) => appendOf(writer, append)).flat();
  const text = ({ wireType, data, meta }: (typeof written)[number]) =>
    JSON.stringify([wireType, data, meta.id, meta.commandId]);
  expect(stored.map(text)).toEqual(written.map(text));
  expect(stored.map(({ meta }) => meta.revision)).toEqual(written.map((_, revision) => revision));
  return stored.length;
};

it(
  `keeps every acknowledged event, and every append whole, through ${ROUNDS} SIGKILLs under 64 writers`,
  async () => {
    const kills = sample(noBias(integer({ min: 1, max: 2_000 })), { seed: 64, numRuns: ROUNDS });
    for (const acknowledgements of kills) {
      const acknowledged = await killedAfter(acknowledgements);
      const store = SqliteEventStore.open(folder.file('events.db'), stoppedClock('2026-11-23T22:59:00.000Z'));
      let events = 0;
      for (let writer = 0; writer < WRITERS; writer += 1)
        events += await expectWhole(store, writer, acknowledged.get(writer) ?? -1);
      const all = await everything(store);
      expect(all.map(({ position }) => position)).toEqual(Array.from({ length: events }, (_, i) => i + 1));
      expect([...store.scan()].filter((scanned) => 'corrupt' in scanned)).toEqual([]);
      await store.close();
    }
  },
  30_000 + ROUNDS * 20_000,
);
