// The ceiling models and peers of the folder that ZIELWERK_BENCH_MODELS names. They are copied into tmp/, so that what they
// import is found in this repository when the folder has no packages of its own.
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Both start an event with its type and its data; `expected` counts the events that are there. */
export type ModelEvent = Readonly<{ type: string; data: object }>;

export interface Model {
  /** Durable when it resolves. */
  append: (stream: string, expected: number, events: readonly ModelEvent[]) => Promise<unknown>;
  /** Every event in order; answers how many there are. */
  replay: (onEvent: (type: string, data: unknown) => void) => Promise<number>;
  /** Makes the rows anew from `count` events. */
  project: (count: number) => Promise<readonly object[]>;
  close: () => Promise<void>;
}
/** `pgUrl`: of a PostgreSQL in which it may make a database, for a model that needs one. */
export type CreateModel = (options: { dir: string; pgUrl?: string }) => Promise<Model>;

const HOW = 'copy the folder, run "npm i --legacy-peer-deps" in the copy and name it in ZIELWERK_BENCH_MODELS';

export class Models {
  private readonly folder: string | undefined;

  /** `note` gets a sentence for each that is missing. */
  constructor(
    source: string | undefined,
    folder: string,
    private readonly note: (sentence: string) => void,
  ) {
    if (source === undefined || !existsSync(source)) {
      note('ZIELWERK_BENCH_MODELS names no folder: what is compared with models and peers is measured alone.');
      return;
    }
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const part of ['adapters', 'http', 'lib']) cpSync(join(source, part), join(folder, part), { recursive: true });
    const packages = resolve(source, 'node_modules');
    if (existsSync(packages)) symlinkSync(packages, join(folder, 'node_modules'));
    this.folder = folder;
  }

  /** Where a file of the folder is now; undefined without the folder. */
  fileOf(path: string): string | undefined {
    return this.folder === undefined ? undefined : join(this.folder, path);
  }

  /** Undefined, and said why, when it is missing or cannot run here. */
  async load(name: string): Promise<CreateModel | undefined> {
    const file = this.fileOf(`adapters/${name}.mjs`);
    if (file === undefined) return undefined;
    try {
      const { create } = (await import(pathToFileURL(file).href)) as { create: CreateModel };
      return create;
    } catch (error) {
      this.missing(name, error);
      return undefined;
    }
  }

  missing(name: string, error: unknown): void {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    this.note(`${name} is missing (${reason ?? ''}): ${HOW}.`);
  }
}
