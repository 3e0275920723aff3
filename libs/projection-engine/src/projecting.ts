// One page of the log through several projectors: read and decoded once, written by each for itself.
import { setImmediate } from 'node:timers/promises';

import type { EventLog } from './event-log';
import type { Folded } from './fold';
import { Projector } from './projector';
import type { Database } from './tables';

/** Called within the transaction of a batch: what it throws undoes the batch. */
type Inspect = (projector: Projector, folded: Folded, transaction: Database) => Promise<void>;

export const lowestCheckpoint = (projectors: readonly Projector[]): number =>
  Math.min(...projectors.map(({ checkpoint }) => checkpoint));

/** The next page, from the projector that is furthest behind. False when all are at the end of the log. */
export const advance = async (log: EventLog, projectors: readonly Projector[], inspect?: Inspect): Promise<boolean> => {
  if (projectors.length === 0) return false;
  const page = await log.page(lowestCheckpoint(projectors), projectors);
  if (!page) return false;
  const behind = projectors.filter(({ checkpoint }) => checkpoint < page.until);
  const concerned = behind.filter((projector) => projector.isConcernedBy(page.facts));
  for (const projector of concerned)
    await projector.advance(page.facts, page.until, async (transaction, folded) => {
      await inspect?.(projector, folded, transaction);
    });
  await Projector.passOver(
    behind.filter((projector) => !concerned.includes(projector)),
    page.until,
  );
  return true;
};

/** Batch after batch; whoever else has something to do is let in between. */
export const toTheEnd = async (step: () => Promise<boolean>): Promise<void> => {
  while (await step()) await setImmediate();
};
