import { describeWithStrace } from '@zielwerk/spec-engines';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { buildStateProcess, startStateProcess } from './testing/state-process';
import { startWriters, type Writing } from './testing/writers';
import { findingsIn, tokensOf } from './testing/written';

const ROUNDS = Number(process.env.ZIELWERK_KILLS_BETWEEN ?? 1);
const WRITERS = 16;
const HOUSES = ['mf', 'mid'];
const ENV = { ZIELWERK_RATE_LIMIT: '1000000', ZIELWERK_EMPTY: 'true' };

/** Where a state is ended: in the middle of a write to that file, so that the step before is done and this one is not. */
const PLACES = [
  ['amid an append', 'houses/mf/events.sqlite-wal'],
  ['between append and publish', 'bus.sqlite-wal'],
  ['between publish and checkpoint', 'houses/mf/checkpoints.sqlite-wal'],
  ['between rows and checkpoint', 'strategy/statewide.sqlite-wal'],
] as const;

describeWithStrace('a state that is killed', () => {
  let file: string;
  let data: string;
  beforeAll(async () => {
    file = await buildStateProcess();
  });
  beforeEach(() => {
    data = realpathSync(mkdtempSync(join(tmpdir(), 'zielwerk-between-')));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  /** From now on, the `count`th write to the file is the process's last act. */
  const killIn = async (pid: number, path: string, count: number): Promise<void> => {
    const kill = `inject=pwrite64:signal=SIGKILL:when=${count}`;
    const words = ['-P', join(data, path), '-e', 'trace=pwrite64', '-e', kill, '-o', '/dev/null', '-p', String(pid)];
    const strace = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] });
    const [said] = (await once(strace.stderr, 'data')) as [Buffer];
    expect(said.toString()).toContain('attached');
  };

  const killUnderWriters = async (path: string, count: number, name: string) => {
    const state = await startStateProcess(file, data, ENV);
    const ending = new AbortController();
    const parts = { url: state.url, tokenFor: await tokensOf(data), houses: HOUSES, name };
    const { writing, ended } = await startWriters(parts, WRITERS, ending.signal);
    // Only now: killed sooner, it would have promised nothing.
    const tooSoon = new AbortController();
    void state.ended.then(() => tooSoon.abort());
    while (writing.written.length < WRITERS && !tooSoon.signal.aborted) await pause(5);
    await killIn(state.pid, path, count);
    expect(await state.ended).toBe('SIGKILL');
    ending.abort();
    await ended;
    return writing;
  };

  it.each(PLACES)(`%s keeps what it acknowledged and reads it all, ${ROUNDS} times`, async (_, path) => {
    const all: Writing[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const writing = await killUnderWriters(path, 20 + 7 * round, `${round}`);
      expect(writing.refused).toEqual([]);
      all.push(writing);
      expect(
        await findingsIn(
          data,
          all.flatMap(({ written }) => written),
        ),
      ).toEqual([]);
    }
  });
});
