import { describeWithStrace } from '@zielwerk/spec-engines';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { bundledProgram } from '../testing/bundled-program';
import { temporaryFolder } from '../testing/temporary-folder';

const APPENDS = 200;
const folder = temporaryFolder();
let program = '';

beforeAll(async () => {
  program = await bundledProgram('writers');
});
afterAll(() => rmSync(program, { force: true }));

type Call = 'written' | 'synced' | 'acknowledged';

const callOf = (line: string): Call | null => {
  if (/pwrite64\(\d+<[^>]*events\.db-wal>/.test(line)) return 'written';
  if (/f(data)?sync\(\d+<[^>]*events\.db-wal>\) += 0/.test(line)) return 'synced';
  return /write\(1<[^>]*>, "\d+ \d+\\n"/.test(line) ? 'acknowledged' : null;
};

/** What the store asked of the operating system, in order. */
const traced = (writers: number, appends: number): readonly Call[] => {
  const trace = folder.file('trace.txt');
  // Without its other threads: SQLite and the acknowledgements run on the main one, and their order is the proof.
  const calls = 'trace=pwrite64,write,fsync,fdatasync';
  const command = [process.execPath, program, folder.file('events.db'), String(writers), String(appends)];
  execFileSync('strace', ['-y', '-e', calls, '-o', trace, ...command], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return readFileSync(trace, 'utf8')
    .split('\n')
    .map(callOf)
    .filter((call) => call !== null);
};

/** How many appends were acknowledged after something had been written that was not on the disk yet. */
const tooEarly = (calls: readonly Call[]): number => {
  let open = false;
  let early = 0;
  for (const call of calls) {
    if (call === 'acknowledged') early += open ? 1 : 0;
    else open = call === 'written';
  }
  return early;
};

const count = (calls: readonly Call[], wanted: Call) => calls.filter((call) => call === wanted).length;

describeWithStrace('traced by strace, the store', () => {
  it('waits for the disk at least once for each of the appends of one writer', () => {
    const calls = traced(1, APPENDS);
    expect(count(calls, 'acknowledged')).toBe(APPENDS);
    expect(count(calls, 'synced')).toBeGreaterThanOrEqual(APPENDS);
    expect(tooEarly(calls)).toBe(0);
  });

  it('waits once for a whole group of 64 writers, and acknowledges none of them before', () => {
    const calls = traced(64, 20);
    expect(count(calls, 'acknowledged')).toBe(64 * 20);
    expect(count(calls, 'synced')).toBeGreaterThanOrEqual(20);
    expect(count(calls, 'synced')).toBeLessThan((64 * 20) / 8);
    expect(tooEarly(calls)).toBe(0);
  });
});
