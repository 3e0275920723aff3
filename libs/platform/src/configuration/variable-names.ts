// A variable that nobody reads is set in vain, and its author believes that it counts.
import leven from 'leven';

import { READ } from './settings';
import type { Environment } from './sources';

/** Names the house of the deployable that takes any house; read beside the settings. */
export const MINISTRY_VARIABLE = 'ZIELWERK_MINISTRY';

/** Every variable that a service reads. */
export const KNOWN_VARIABLES: readonly string[] = [
  MINISTRY_VARIABLE,
  ...Object.values(READ).flatMap(({ variable, mayBeFile }) =>
    mayBeFile ? [variable, `${variable}_FILE`] : [variable],
  ),
];

// Two letters changed, missing or too many. What is farther away may be meant for somebody else.
const MISSPELT = 2;

/** Which variable was meant by one that is misspelt, as a sentence; null when none is. */
export const objectionToNames = (environment: Environment): string | null => {
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('ZIELWERK_') || KNOWN_VARIABLES.includes(name)) continue;
    const meant = KNOWN_VARIABLES.find((known) => leven(known, name) <= MISSPELT);
    if (meant !== undefined) return `${name} is no variable of this product; did you mean ${meant}?`;
  }
  return null;
};
