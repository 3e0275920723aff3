import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a file or folder is that a self-contained deployable brings along; undefined when this program is none. */
export const besideProgram = (name: string): string | undefined => {
  const path = join(__dirname, name);
  return existsSync(path) ? path : undefined;
};
