import { added, delivered, history, opened, streamOf } from './testing/jars';
import { setTimeout as pause } from 'node:timers/promises';

import { inPlaces } from './testing/places';
import type { Database } from './tables';
import { WaitingList } from './waiting-list';

const places = inPlaces();
const a = streamOf('mi', 1);
const messages = delivered(history(a, opened('a'), added('a', 1), added('a', 66)));
const LONG = 60_000;

describe('who waits for an event', () => {
  it('is told at once when all projectors have passed it', async () => {
    const readModel = await places.open();
    await readModel.ingest(messages);
    await readModel.project();
    expect(await readModel.waitFor(a, 1, LONG)).toBe(true);
    // Parked is passed: nobody would be told ever.
    expect(await readModel.waitFor(a, 2, LONG)).toBe(true);
  });

  it('is told when it comes and is projected, not before', async () => {
    const readModel = await places.open();
    const told: string[] = [];
    const waits = [1, 0].map(async (revision) => {
      const reached = await readModel.waitFor(a, revision, LONG);
      const coins = await readModel.db.selectFrom('jar').select('coins').execute();
      told.push(`${revision} ${reached} ${JSON.stringify(coins)}`);
    });
    await readModel.ingest(messages.slice(0, 1));
    await readModel.project();
    await waits[1];
    expect(told).toEqual(['0 true [{"coins":0}]']);
    await readModel.ingest(messages.slice(1));
    expect(told).toHaveLength(1);
    await readModel.project();
    await waits[0];
    expect(told[1]).toBe('1 true [{"coins":1}]');
  });

  it('is told when it was in the log before, but not projected', async () => {
    const readModel = await places.open();
    await readModel.ingest(messages);
    const told: boolean[] = [];
    const waiting = readModel.waitFor(a, 0, LONG).then((reached) => told.push(reached));
    // Somebody else is told no in the meantime.
    expect(await readModel.waitFor(a, 3, 5)).toBe(false);
    expect(told).toEqual([]);
    await readModel.project();
    await waiting;
    expect(told).toEqual([true]);
  });

  it('is looked for together with all who came meanwhile', async () => {
    const readModel = await places.open();
    await readModel.ingest(messages);
    await readModel.project();
    let asked = 0;
    const counted = new Proxy(readModel.db as unknown as Database, {
      get: (db, name: keyof Database) => {
        if (name === 'selectFrom') asked += 1;
        const member: unknown = Reflect.get(db, name);
        return typeof member === 'function' ? (member.bind(db) as unknown) : member;
      },
    });
    const list = new WaitingList(counted, ['jar', 'balance'], null);
    const [there, missing] = [list.wait({ stream: a, revision: 1 }, LONG), list.wait({ stream: a, revision: 9 }, LONG)];
    for (let n = 0; n < 400; n += 1) void list.wait({ stream: streamOf('mi', 100 + n), revision: n % 3 }, LONG);
    expect(await there).toBe(true);
    await pause(100);
    // One look for the first, one for all others; each asks once how far the rows are.
    expect(asked).toBe(2);
    list.endAll();
    expect(await missing).toBe(false);
  });

  it('is told no after the time', async () => {
    const readModel = await places.open();
    await readModel.ingest(messages);
    await readModel.project();
    expect(await readModel.waitFor(a, 3, 5)).toBe(false);
  });

  it('is told no when the read model is closed', async () => {
    const readModel = await places.open();
    const waiting = readModel.waitFor(a, 3, LONG);
    await readModel.close();
    expect(await waiting).toBe(false);
  });
});

it('a listener hears of each batch, until it does not want to', async () => {
  const readModel = await places.open();
  const heard: number[] = [];
  const stop = readModel.onAdvance((checkpoint) => heard.push(checkpoint));
  await readModel.ingest(messages.slice(0, 2));
  await readModel.project();
  await readModel.project();
  stop();
  await readModel.ingest(messages.slice(2));
  await readModel.project();
  expect(heard).toEqual([2]);
});
