// A variable that nobody reads is set in vain, and its author believes that it counts.
import leven from 'leven';

import { READ } from './settings';
import type { Environment } from './sources';

const PREFIX = 'ZIELWERK_';

/** Names the house of the deployable that takes any house; read beside the settings. */
export const MINISTRY_VARIABLE = 'ZIELWERK_MINISTRY';

/** Every variable that a service reads. */
export const KNOWN_VARIABLES: readonly string[] = [
  MINISTRY_VARIABLE,
  ...Object.values(READ).flatMap(({ variable, mayBeFile }) =>
    mayBeFile ? [variable, `${variable}_FILE`] : [variable],
  ),
];

/** So many letters changed, missing or too many: in a short name, two make another word. */
const mostWrong = (variable: string): number => (variable.length - PREFIX.length < 6 ? 1 : 2);

/** Which variable was meant by one that is misspelt, as a question; null when none is. */
export const objectionToNames = (environment: Environment): string | null => {
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(PREFIX) || value === undefined || value === '' || KNOWN_VARIABLES.includes(name)) continue;
    const [nearest] = KNOWN_VARIABLES.map((known) => ({ known, wrong: leven(known, name) }))
      .filter(({ known, wrong }) => wrong <= mostWrong(known))
      .sort((one, other) => one.wrong - other.wrong);
    if (nearest) return `${name} is no variable of this product; did you mean ${nearest.known}?`;
  }
  return null;
};
