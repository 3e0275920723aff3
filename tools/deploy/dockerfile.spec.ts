import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { commandIn, lastOf, readDockerfile, ROOT, type Stage } from './testing/dockerfile';

const [build, image] = readDockerfile() as [Stage, Stage];
const keywordsOf = ({ steps }: Stage) => steps.map(({ keyword }) => keyword);

describe('the Dockerfile', () => {
  it('builds in one stage and runs in another one, both of a named release of Node', () => {
    expect(readDockerfile().map((stage) => [stage.image, stage.name])).toEqual([
      ['node:${NODE}-bookworm-slim', 'build'],
      ['node:${NODE}-bookworm-slim', null],
    ]);
  });

  it('takes into the image what was built, and runs nothing there', () => {
    expect(image.steps.filter(({ keyword }) => keyword === 'COPY').map(({ flags }) => flags.from)).toEqual([
      'build',
      'build',
    ]);
    expect(keywordsOf(image)).not.toContain('RUN');
    expect([...keywordsOf(build), ...keywordsOf(image)]).not.toContain('ADD');
  });

  it('installs the packages of the lockfile, before the sources can change', () => {
    expect(build.steps.slice(1, 5).map(({ keyword, args }) => `${keyword} ${args}`)).toEqual([
      'WORKDIR /zielwerk',
      'COPY package.json package-lock.json ./',
      'RUN npm ci --no-audit --no-fund',
      'COPY . .',
    ]);
  });

  it('runs as nobody special, who owns the data and not the program', () => {
    expect(lastOf(image, 'USER')).toBe('1000:1000');
    expect(image.steps.filter(({ keyword }) => keyword === 'COPY').map(({ flags }) => flags.chown)).toEqual([
      undefined,
      '1000:1000',
    ]);
    expect(lastOf(image, 'VOLUME')).toBe('/data');
  });

  it('starts the program itself, so that it gets the signals, and asks it whether it is ready', () => {
    expect(commandIn(lastOf(image, 'CMD'))).toEqual(['node', '--enable-source-maps', 'main.js']);
    expect(commandIn(lastOf(image, 'HEALTHCHECK'))).toEqual(['node', 'healthcheck.js']);
    expect(lastOf(image, 'STOPSIGNAL')).toBe('SIGTERM');
  });

  it('says what the image is, and of this version', () => {
    const { version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
    const names = [...lastOf(image, 'LABEL').matchAll(/org\.opencontainers\.image\.(\w+)=/gu)].map(([, name]) => name);
    expect(names).toEqual([
      ...['title', 'description', 'source', 'documentation', 'vendor', 'licenses', 'version', 'revision'],
    ]);
    expect(lastOf(image, 'LABEL')).toContain(`licenses="${license}"`);
    expect(image.steps).toContainEqual({ keyword: 'ARG', flags: {}, args: `VERSION=${version}` });
  });

  it('keeps secrets and what only the repository needs out of the context', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.zielwerk', 'deploy', 'dist', 'node_modules', 'tmp']));
    expect(JSON.stringify(image.steps)).not.toMatch(/password|secret|token/iu);
  });
});
