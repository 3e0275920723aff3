// Which variables a service reads, and what it makes of them.
import { type Configuration, KNOWN_VARIABLES, readConfiguration } from '@zielwerk/platform';

/** Those of the product that no service knows. */
export const unknownIn = (environment: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(environment).filter((name) => name.startsWith('ZIELWERK_') && !KNOWN_VARIABLES.includes(name));

/** As the service reads it, with the files of one folder where the container has /run/secrets. */
export const configurationOf = (environment: Readonly<Record<string, string>>, folder: string): Configuration =>
  readConfiguration(
    Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, value.replace('/run/secrets', folder)]),
    ),
  );
