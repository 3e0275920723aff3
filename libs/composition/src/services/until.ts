import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 20;

/** Resolves once the condition holds, or after a minute: whoever needs to know then asks again. */
export const until = async (condition: () => Promise<boolean>): Promise<void> => {
  const start = Date.now();
  while (!(await condition()) && Date.now() - start < PATIENCE_MS) await pause(PAUSE_MS);
};
