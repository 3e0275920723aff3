// Where the text of a setting comes from: its variable, or the file that the variable's other name points to.
import { readFileSync } from 'node:fs';

import { InvalidConfiguration } from './invalid-configuration';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws InvalidConfiguration, with a sentence that names the variable and the file. */
export const readNamedFile = (variable: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code = 'it is no file' } = cause as NodeJS.ErrnoException;
    throw new InvalidConfiguration(`${variable} names ${file}, which cannot be read: ${code}.`, { cause });
  }
};

// A variable that is set to nothing is what shells and compose files make of one that is not set.
const setIn = (environment: Environment, variable: string): string | undefined =>
  environment[variable] === '' ? undefined : environment[variable];

/**
 * What the variable says, undefined when nobody says. With `mayBeFile` a secret need not stand in the environment:
 * `<VARIABLE>_FILE` names a file with it, whose last line feed does not count. Throws InvalidConfiguration.
 */
export const textIn = (environment: Environment, variable: string, mayBeFile = false): string | undefined => {
  const text = setIn(environment, variable);
  const file = mayBeFile ? setIn(environment, `${variable}_FILE`) : undefined;
  if (file === undefined) return text;
  if (text !== undefined) throw new InvalidConfiguration(`${variable} and ${variable}_FILE must not both be set.`);
  const read = readNamedFile(`${variable}_FILE`, file).trim();
  if (read === '') throw new InvalidConfiguration(`${variable}_FILE names ${file}, which is empty.`);
  return read;
};
