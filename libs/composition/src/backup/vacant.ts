import { existsSync, readdirSync, statSync } from 'node:fs';

/** A place where nothing is that could be overwritten. */
export const isVacant = (folder: string): boolean =>
  !existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0);
