import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { buildStateProcess, startStateProcess } from './testing/state-process';
import { startWriters, type Writing } from './testing/writers';
import { findingsIn, tokensOf } from './testing/written';

const ROUNDS = Number(process.env.ZIELWERK_FAULT_ROUNDS ?? 2);
// Each round looks at all that was written so far: a state that is killed ever again would take ever longer.
const MOST_ROUNDS = 5;
const STATES = Array.from({ length: Math.ceil(ROUNDS / MOST_ROUNDS) }, (_, state) => ({
  rounds: Math.min(MOST_ROUNDS, ROUNDS - state * MOST_ROUNDS),
  first: state * MOST_ROUNDS,
}));
const WRITERS = 64;
const HOUSES = ['stk', 'mi', 'mf', 'mj', 'ms', 'mb', 'mwl', 'mwu', 'mid'];
const ENV = { ZIELWERK_RATE_LIMIT: '1000000', ZIELWERK_EMPTY: 'true' };

describe('a state that is ended in mid-work', () => {
  let file: string;
  let data: string;
  beforeAll(async () => {
    file = await buildStateProcess();
  });
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-kill-'));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  /** Starts the state, lets writers loose on it, and kills it once all of them are in full swing. */
  const killUnderLoad = async (name: string, laterMs: number) => {
    const state = await startStateProcess(file, data, ENV);
    const ending = new AbortController();
    const parts = { url: state.url, tokenFor: await tokensOf(data), houses: HOUSES, name };
    const { writing, ended } = await startWriters(parts, WRITERS, ending.signal);
    while (writing.written.length < 4 * WRITERS) await pause(5);
    await pause(laterMs);
    await state.end('SIGKILL');
    ending.abort();
    await ended;
    return writing;
  };

  it.each(STATES)(
    `keeps what it acknowledged, counts nothing twice and reads it all when killed under ${WRITERS} writers, $rounds times from $first on`,
    async ({ rounds, first }) => {
      const all: Writing[] = [];
      for (let round = first; round < first + rounds; round++) {
        const writing = await killUnderLoad(`${round}`, (round * 397) % 1_600);
        all.push(writing);
        expect(writing.refused).toEqual([]);
        expect(
          await findingsIn(
            data,
            all.flatMap(({ written }) => written),
          ),
        ).toEqual([]);
      }
    },
    MOST_ROUNDS * 60_000,
  );
});
