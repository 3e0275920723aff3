import type { LoggerService } from '@nestjs/common';
import { Unavailable } from '@zielwerk/kernel';
import { InvalidConfiguration } from '@zielwerk/platform';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/** `what` is opened, and `variable` says where it is. */
type Wanted = Readonly<{ what: string; variable: string; logger?: LoggerService; patienceMs?: number }>;

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Partial<Error>;
  const reason = String(message ?? error).replace(/\.$/u, '');
  return cause === undefined ? reason : `${reason}: ${reasonOf(cause)}`;
};

/**
 * Opens what may start later than this process. Throws InvalidConfiguration, which names the variable, when a server
 * stays away for longer than `patienceMs` (else 30,000), and at once when it answers but cannot be used.
 */
export const patiently = async <Opened>(
  open: () => Promise<Opened>,
  { what, variable, logger, patienceMs = PATIENCE_MS }: Wanted,
): Promise<Opened> => {
  const start = performance.now();
  for (;;)
    try {
      return await open();
    } catch (cause) {
      const reason = reasonOf(cause);
      const refusal = (sentence: string) => new InvalidConfiguration(`${variable} ${sentence}: ${reason}.`, { cause });
      if (!(cause instanceof Unavailable)) throw refusal(`does not lead to ${what}`);
      const waited = Math.round(performance.now() - start);
      if (waited >= patienceMs) throw refusal(`leads to nobody who answers as ${what}, after ${waited} ms`);
      logger?.warn({ msg: `Waiting for ${what}.`, reason });
      await pause(PAUSE_MS);
    }
};
