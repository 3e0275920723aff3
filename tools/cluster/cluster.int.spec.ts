import { describeWithKafka } from '@zielwerk/spec-engines';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../..');

const housesSeen = async (url: string): Promise<string> => {
  const response = await fetch(`${url}/api/strategy/ministries`);
  const { items } = (await response.json()) as { items: readonly { ministry: string }[] };
  return items
    .map(({ ministry }) => ministry)
    .sort()
    .join(' ');
};

describeWithKafka('npm run cluster', () => {
  it.each([
    ['with the sample', [], ' between them.'],
    ['on a PostgreSQL of its own', ['--empty', '--store', 'postgres'], ' between them. Events are kept by postgres.'],
  ])(
    'brings up nine houses over Kafka %s, and ends with all of them on Ctrl-C',
    async (_, options, kept) => {
      const data = mkdtempSync(join(tmpdir(), 'zielwerk-nine-'));
      // A server that does not run as root must get there.
      chmodSync(data, 0o755);
      const build = spawnSync(process.execPath, ['tools/build/build.mjs', '--all', '--if-stale'], { cwd: ROOT });
      expect(build.status).toBe(0);
      const command = ['tools/cluster/main.mjs', '--port', '24100', '--data', data, ...options];
      const cluster = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
      const exited = once(cluster, 'exit') as Promise<[number | null]>;
      try {
        const [line] = (await once(createInterface({ input: cluster.stdout }), 'line')) as [string];
        expect(line).toContain('Zielwerk runs at http://127.0.0.1:24100: 9 houses and the strategy service, Kafka at ');
        expect(line.endsWith(kept)).toBe(true);
        expect(existsSync(join(data, 'postgres/data/postmaster.pid'))).toBe(options.length > 0);
        expect(await housesSeen('http://127.0.0.1:24100')).toBe('mb mf mi mid mj ms mwl mwu stk');
        cluster.kill('SIGINT');
        expect(await exited).toEqual([0, null]);
        await expect(fetch('http://127.0.0.1:24101/health/live')).rejects.toThrow('fetch failed');
        expect(existsSync(join(data, 'postgres/data/postmaster.pid'))).toBe(false);
      } finally {
        if (cluster.exitCode === null) cluster.kill('SIGKILL');
        rmSync(data, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
