import { setTimeout as sleep } from 'node:timers/promises';

/** What a double does wrong, as long as it is set so. */
export type Faults = {
  /** So many of the next appends are written, and never answered. */
  unansweredAppends: number;
  /** So many of the next appends are lost on their way: neither written nor answered. */
  lostAppends: number;
  /** So many of the next reads and subscriptions are never answered. */
  unansweredReads: number;
  /** Each answer to an append, and each event of a subscription, comes twice. */
  answersTwice: boolean;
  /** How long each answer takes, in milliseconds. */
  delay: number;
};

export const noFaults = (): Faults => ({
  unansweredAppends: 0,
  lostAppends: 0,
  unansweredReads: 0,
  answersTwice: false,
  delay: 0,
});

type Counted = 'unansweredAppends' | 'lostAppends' | 'unansweredReads';

/** Whether a fault happens now; it then has happened once. */
export const happens = (faults: Faults, fault: Counted): boolean => {
  if (faults[fault] === 0) return false;
  faults[fault] -= 1;
  return true;
};

export const delayed = async (faults: Faults): Promise<void> => {
  if (faults.delay > 0) await sleep(faults.delay);
};
