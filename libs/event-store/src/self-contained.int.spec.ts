import { startKurrentDouble } from '@zielwerk/kurrent-double';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describeWithPostgres, postgresForSpecs } from './testing/postgres';

const ROOT = join(__dirname, '../../..');
const start = promisify(execFile);

/** Builds a program of `testing` as deployables are built, and runs it where no package can be found. */
const runSelfContained = async (name: string, url: string): Promise<string> => {
  const { buildApp } = await import('../../../tools/build/build-app.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'zielwerk-bundled-'));
  try {
    const outfile = join(folder, 'main.js');
    await buildApp({ root: ROOT, entry: join(__dirname, `testing/${name}.ts`), outfile, bundle: true });
    const { stderr } = await start(process.execPath, ['main.js', url], { cwd: folder, env: {}, timeout: 60_000 });
    return stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

it('the client of KurrentDB works in a folder without packages, with the addon beside it', async () => {
  const double = await startKurrentDouble();
  try {
    expect(await runSelfContained('kurrent-visitor', double.url)).toBe('');
  } finally {
    double.refuse();
  }
});

describeWithPostgres('on PostgreSQL', () => {
  const postgres = postgresForSpecs();
  it('the client works in a folder without packages', async () =>
    expect(await runSelfContained('postgres-visitor', postgres().url)).toBe(''));
});
