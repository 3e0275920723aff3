import type { logCreator } from 'kafkajs';

import type { Warn } from './backoff';

const QUIET_MS = 30_000;

/** What kafkajs calls an error, once in half a minute for each text: while a broker is away it says the same all along. */
export const quietLogger = (warn: Warn): logCreator => {
  const said = new Map<string, number>();
  return () =>
    ({ namespace, log }) => {
      const text = `Kafka, ${namespace}: ${log.message}`;
      const now = Date.now();
      for (const [old, at] of said) if (now - at >= QUIET_MS) said.delete(old);
      if (said.has(text)) return;
      said.set(text, now);
      warn(text, log.error);
    };
};
