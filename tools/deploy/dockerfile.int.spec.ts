import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { commandIn, lastOf, readDockerfile, type Stage } from './testing/dockerfile';
import { buildWithoutDocker } from './testing/without-docker';

const PORT = '24890';

it('the steps of the Dockerfile, from a clean context, make a service that runs, is ready, and stops', async () => {
  const image = buildWithoutDocker({ APP: 'ministry-mf' });
  const [, stage] = readDockerfile() as [Stage, Stage];
  const [node = '', ...args] = commandIn(lastOf(stage, 'CMD'));
  const env = { PATH: process.env.PATH, ZIELWERK_DATA: join(image.root, '/data'), ZIELWERK_PORT: PORT };
  const inside = { cwd: join(image.root, image.workdir), env, uid: image.user, gid: image.user };
  let service: ChildProcess | undefined;
  const isHealthy = () => spawnSync(node, ['healthcheck.js'], inside).status === 0;
  try {
    expect(existsSync(join(inside.cwd, 'node_modules'))).toBe(false);
    expect(isHealthy()).toBe(false);
    service = spawn(node, args, { ...inside, stdio: 'inherit' });
    const exited = once(service, 'exit');
    for (let tries = 0; tries < 200 && service.exitCode === null && !isHealthy(); tries += 1) await pause(50);
    expect(isHealthy()).toBe(true);
    expect(readdirSync(join(image.root, '/data'))).toContain('events.sqlite');
    service.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  } finally {
    if (service?.exitCode === null) service.kill('SIGKILL');
    rmSync(image.folder, { recursive: true, force: true });
  }
}, 600_000);
