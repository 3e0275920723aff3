// npm run bench [-- --only append,postgres,replay,projection,rebuild,rows,http,ndjson,kafka,startup,visible --seconds 2 --rounds 5]
//
// Prints every figure that is to be reached beside its model or peer, measured side by side in this one run.
import 'reflect-metadata';

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';

import { type Figure, missed, tableOf } from './figure';
import { Models } from './models';
import { optionsIn, type SectionName } from './options';
import type { Run, Section } from './run';
import { append } from './sections/append';
import { http } from './sections/http';
import { kafka } from './sections/kafka';
import { ndjson } from './sections/ndjson';
import { postgres } from './sections/postgres';
import { projection } from './sections/projection';
import { rebuild } from './sections/rebuild';
import { replay } from './sections/replay';
import { rows } from './sections/rows';
import { startup } from './sections/startup';
import { visible } from './sections/visible';

const SECTIONS: Readonly<Record<SectionName, Section>> = {
  append,
  postgres,
  replay,
  projection,
  rebuild,
  rows,
  http,
  ndjson,
  kafka,
  startup,
  visible,
};

const machine = (): string => {
  const [cpu] = cpus();
  return `node ${process.version}, ${availableParallelism()} cores (${cpu?.model ?? 'unknown'}), load ${loadavg()
    .map((load) => load.toFixed(2))
    .join(' ')}`;
};

const measure = async (names: readonly SectionName[], run: Run): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const name of names) {
    console.error(`… ${name}`);
    try {
      figures.push(...(await SECTIONS[name](run)));
    } catch (error) {
      run.note(
        `${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  return figures;
};

const bench = async (): Promise<void> => {
  const { only, seconds, rounds } = optionsIn(process.argv.slice(2));
  const root = process.cwd();
  const folder = join(root, 'tmp/bench');
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(folder, 'run-'));
  const notes = new Set<string>();
  const note = (sentence: string) => void notes.add(sentence);
  const before = machine();
  try {
    const models = new Models(process.env.ZIELWERK_BENCH_MODELS, join(scratch, 'models'), note);
    const figures = await measure(only, { ...{ models, seconds, rounds, root, scratch }, note });
    console.log(
      `${before}; at the end ${loadavg()[0]?.toFixed(2) ?? ''}; ${rounds} rounds, ${seconds} s each, medians\n`,
    );
    console.log(tableOf(figures));
    for (const sentence of notes) console.log(`\n${sentence}`);
    const misses = figures.map(missed).filter((sentence) => sentence !== null);
    console.log(misses.length === 0 ? '\nNothing that was measured is missed.' : `\nMissed:\n${misses.join('\n')}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

bench().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
