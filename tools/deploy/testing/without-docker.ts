// Carries out the steps of the Dockerfile in a folder that stands for the file system of its images.
import { execFileSync, execSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { readDockerfile, ROOT, type Stage, type Step } from './dockerfile';

/** An image's file system; `user` is who runs there, where this process may be somebody else. */
export type Image = Readonly<{ root: string; workdir: string; env: Readonly<Record<string, string>>; user?: number }>;

const asPattern = (line: string): RegExp => {
  const text = line
    .replaceAll('.', '\\.')
    .replaceAll('**/', '(?:.+/)?')
    .replaceAll(/(?<!\.)\*/gu, '[^/]*');
  return new RegExp(`^${text}(?:/|$)`, 'u');
};

/** What Docker would be sent: the files that git knows or would, less what .dockerignore names. */
const contextFiles = (): readonly string[] => {
  const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n').filter(Boolean).map(asPattern);
  const command = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', command, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
  return files.filter((file) => !ignored.some((pattern) => pattern.test(file)));
};

const asRoot = process.getuid?.() === 0;

const CARRY_OUT: Readonly<Record<string, (step: Step, image: Image, others: ReadonlyMap<string, Image>) => Image>> = {
  WORKDIR: ({ args }, image) => {
    mkdirSync(join(image.root, args), { recursive: true });
    return { ...image, workdir: args };
  },
  ENV: ({ args }, image) => {
    const [name = '', value = ''] = args.split('=');
    return { ...image, env: { ...image.env, [name]: value } };
  },
  ARG: ({ args }, image) => {
    const [name = '', value = ''] = args.split('=');
    return { ...image, env: { [name]: value, ...image.env } };
  },
  USER: ({ args }, image) => ({ ...image, ...(asRoot && { user: Number(args.split(':')[0]) }) }),
  COPY: (step, image, others) => {
    const sources = step.args.split(/\s+/u);
    const to = resolve(image.workdir, sources.pop() ?? '');
    const from = others.get(step.flags.from ?? '');
    for (const source of sources) copy(source, to, { image, from });
    if (asRoot && step.flags.chown) chownSync(join(image.root, to), Number(step.flags.chown.split(':')[0]), -1);
    return image;
  },
  RUN: ({ args }, image) => {
    // The folders at the top that the Dockerfile names are those of the image.
    const command = args.replaceAll(/(?<![\w.])\/(?=(?:app|data|zielwerk)\b)/gu, `${image.root}/`);
    // What is in npm's cache need not come over the network once more.
    const env = { ...process.env, npm_config_prefer_offline: 'true', ...image.env };
    execSync(command, { cwd: join(image.root, image.workdir), env, stdio: 'pipe' });
    return image;
  },
};

const copy = (source: string, to: string, { image, from }: { image: Image; from: Image | undefined }): void => {
  const target = join(image.root, to);
  if (from) {
    cpSync(join(from.root, source), target, { recursive: true });
    return;
  }
  for (const file of source === '.' ? contextFiles() : [source]) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(ROOT, file), join(target, file));
  }
};

/** The last image; `args` are those of `docker build --build-arg`. All of it lies below `folder`. */
export const buildWithoutDocker = (args: Readonly<Record<string, string>>): Image & { folder: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'zielwerk-image-'));
  chmodSync(folder, 0o755);
  const images = new Map<string, Image>();
  const carryOut = ({ steps }: Stage, image: Image): Image =>
    steps.reduce((so, step) => CARRY_OUT[step.keyword]?.(step, so, images) ?? so, image);
  for (const [index, stage] of readDockerfile().entries()) {
    const name = stage.name ?? String(index);
    mkdirSync(join(folder, name));
    images.set(name, carryOut(stage, { root: join(folder, name), workdir: '/', env: args }));
  }
  const last = [...images.values()].at(-1);
  if (!last) throw new Error('The Dockerfile has no stage.');
  return { ...last, folder };
};
