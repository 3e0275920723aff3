// What can go wrong between here and the server, told apart.
import { StoreUnavailable } from '@zielwerk/kernel';
import { setTimeout as sleep } from 'node:timers/promises';

// Two transports tell of the same trouble in two ways: as a type of the client, or as a bare gRPC status.
const PASSING_TYPES: ReadonlySet<unknown> = new Set([
  'unavailable',
  'timeout',
  'deadline-exceeded',
  'cancelled',
  'not-leader',
]);
const [CANCELLED, DEADLINE_EXCEEDED, ABORTED, INTERNAL, UNAVAILABLE] = [1, 4, 10, 13, 14];
const PASSING_CODES: ReadonlySet<unknown> = new Set([CANCELLED, DEADLINE_EXCEEDED, ABORTED, INTERNAL, UNAVAILABLE]);

/** Whether the same call can succeed later: the server is away, silent, or no longer the leader. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof StoreUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const { type, code } = error as { type?: unknown; code?: unknown };
  return type === undefined ? PASSING_CODES.has(code) : PASSING_TYPES.has(type);
};

/** Rejects with StoreUnavailable when there is no answer within so many milliseconds. The call itself goes on. */
export const within = async <T>(timeout: number, answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new StoreUnavailable(`KurrentDB has not answered for ${timeout} ms.`));
    timer = setTimeout(giveUp, timeout);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

const [FIRST_PAUSE, LONGEST_PAUSE] = [100, 5_000];

/** Waits before another attempt, longer with each failure, up to 5 s. Ends early, and without an error, with a signal. */
export const backOff = async (failures: number, signal?: AbortSignal): Promise<void> => {
  const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  // By chance a little shorter: houses that lost the same server should not all come back in one moment.
  await sleep(pause * (1 - Math.random() / 4), undefined, signal && { signal }).catch(() => undefined);
};
