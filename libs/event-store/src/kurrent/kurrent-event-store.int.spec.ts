import { NO_REVISION, stoppedClock, StoreUnavailable } from '@zielwerk/kernel';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { event, events, everything, idsOf, SetClock, STREAM } from '../contract/contract-events';
import { bundledProgram } from '../testing/bundled-program';
import { kurrentHouse } from '../testing/kurrent-house';
import { uuidOf } from './event-id';
import { KurrentEventStore } from './kurrent-event-store';
import { positionOf } from './position';

const house = kurrentHouse();

it('has read, and opened the call that carries appends, before anybody waits for it', async () => {
  const store = await house.open();
  const count = (wanted: string) => house.double.calls.filter((call) => call === wanted).length;
  expect([count('read'), count('append')]).toEqual([1, 1]);
  expect(house.double.log.records).toEqual([]);
  await store.append(STREAM, NO_REVISION, events('a'));
  await store.readStream(STREAM);
  expect([count('read'), count('append')]).toEqual([2, 1]);
});

it('does not open where no server answers', async () => {
  house.double.refuse();
  await expect(house.open()).rejects.toThrow(StoreUnavailable);
});

it('opens on a log that takes long to search for the last event of its house, and says so', async () => {
  const warnings: string[] = [];
  house.double.faults.unansweredReads = 1;
  const store = await house.open({ timeout: 2_000, warn: (message) => warnings.push(message) });
  expect(warnings).toEqual(['When mwu last recorded something was not found in time.']);
  expect(await store.append(STREAM, NO_REVISION, events('a'))).toMatchObject({ revision: 0 });
});

it('does not wait for ever for a reading that is never answered', async () => {
  const store = await house.open({ timeout: 2_000 });
  await store.append(STREAM, NO_REVISION, events('a'));
  house.double.faults.unansweredReads = 1;
  await expect(store.readStream(STREAM)).rejects.toThrow(StoreUnavailable);
  expect(idsOf(await store.readStream(STREAM))).toEqual(['a']);
});

it('lets the process end once it is closed', async () => {
  const program = await bundledProgram('kurrent-visitor');
  const run = promisify(execFile)(process.execPath, [program, house.double.url], { timeout: 60_000 });
  await expect(run).resolves.toEqual({ stdout: '', stderr: '' });
  expect(house.double.log.records.length).toBeGreaterThan(0);
  rmSync(program, { force: true });
});

it('finds everything as it was when it opens again, and records no earlier time', async () => {
  const late = '2026-11-23T23:00:00.000Z';
  const settings = { url: house.double.url, ministry: 'mwu' };
  const first = await KurrentEventStore.open(settings, stoppedClock(late));
  await first.append(STREAM, NO_REVISION, [event('a', { title: 'E-Akte' }), event('b')]);
  const before = await everything(first);
  await first.close();

  const second = await KurrentEventStore.open(settings, new SetClock(['2026-01-01T00:00:00.000Z']));
  expect(await everything(second)).toEqual(before);
  await second.append(STREAM, 1, events('c'));
  expect((await second.readStream(STREAM, 2))[0]?.meta.recordedAt).toBe(late);
  await second.close();
});

it('reads the events of its house alone, page by page, and writes into no other’s streams', async () => {
  const [mwu, mwl] = await Promise.all([house.open(), house.open({ ministry: 'mwl' })]);
  for (let i = 0; i < 3; i += 1) {
    await mwu.append('mwu.goal-1', i - 1, events(`ours-${i}`));
    await mwl.append('mwl.goal-1', i - 1, events(`theirs-${i}`));
  }
  for (const limit of [1, 2, 500]) expect(idsOf(await everything(mwu, limit))).toEqual(['ours-0', 'ours-1', 'ours-2']);
  await expect(mwu.append('mwl.goal-1', 2, events('x'))).rejects.toThrow('mwl.goal-1 is no stream of mwu.');
  await expect(mwu.append('mwu-goal-1', NO_REVISION, events('x'))).rejects.toThrow(TypeError);
});

it('sees what another instance wrote, and never overwrites it', async () => {
  const [here, there] = await Promise.all([house.open(), house.open()]);
  await here.append(STREAM, NO_REVISION, events('a'));
  await there.append(STREAM, 0, events('b'));
  await expect(here.append(STREAM, 0, events('c'))).rejects.toMatchObject({ actual: 1 });
  expect(idsOf(await everything(here))).toEqual(['a', 'b']);
});

it('sends a UUID as the id that it is, and another one for each other name', () => {
  const id = '0193b1f2-6a1e-5c3d-9e4f-0123456789ab';
  expect(uuidOf(id)).toBe(id);
  expect(uuidOf(id.toUpperCase())).not.toBe(id);
  expect(uuidOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidOf('a')).toBe(uuidOf('a'));
  expect(uuidOf('a')).not.toBe(uuidOf('b'));
});

it.each([0n, 2n ** 53n, 2n ** 64n - 1n])('takes %s for no position: it could not be told from another', (offset) => {
  expect(() => positionOf({ commit: offset, prepare: offset })).toThrow(RangeError);
  expect(positionOf({ commit: 2n ** 53n - 1n, prepare: 0n })).toBe(Number.MAX_SAFE_INTEGER);
});
