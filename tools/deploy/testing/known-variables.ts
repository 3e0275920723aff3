// Which variables a service reads, and what it makes of them.
import { type Configuration, readConfiguration, SETTINGS } from '@zielwerk/platform';

/** Read beside the configuration: by the deployable that takes any house. */
const MINISTRY = 'ZIELWERK_MINISTRY';

export const KNOWN_VARIABLES: ReadonlySet<string> = new Set([
  MINISTRY,
  ...Object.values(SETTINGS).flatMap(({ variable, mayBeFile }) =>
    mayBeFile ? [variable, `${variable}_FILE`] : [variable],
  ),
]);

/** Those of the product that no service knows. */
export const unknownIn = (environment: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(environment).filter((name) => name.startsWith('ZIELWERK_') && !KNOWN_VARIABLES.has(name));

/** As the service reads it, with the files of one folder where the container has /run/secrets. */
export const configurationOf = (environment: Readonly<Record<string, string>>, folder: string): Configuration =>
  readConfiguration(
    Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, value.replace('/run/secrets', folder)]),
    ),
  );
