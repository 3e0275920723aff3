import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import type { Figure } from './figure';
import type { Models } from './models';

/** One run of the bench, as a section sees it. */
export interface Run {
  readonly models: Models;
  /** How long a rate is measured in each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** The repository. */
  readonly root: string;
  /** On a real disk; removed when the bench ends. */
  readonly scratch: string;
  /** A sentence for the reader. */
  readonly note: (sentence: string) => void;
}

export type Section = (run: Run) => Promise<readonly Figure[]>;

/** A new folder below the scratch folder. */
export const newFolder = ({ scratch }: Run, name: string): string => mkdtempSync(join(scratch, `${name}-`));
