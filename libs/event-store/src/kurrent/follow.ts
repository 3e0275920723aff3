import type { Position, StoredEvent } from '@zielwerk/kernel';
import { Arrivals } from './arrivals';
import type { Connection } from './connection';
import { backOff, isPassing } from './trouble';

/**
 * The history from a position on and then what comes. A subscription that fails is followed by another one, from where
 * it had got to. Throws CorruptEvent behind what is intact, and whatever trying again does not heal.
 */
export async function* follow(
  connection: Connection,
  after: Position,
  signal: AbortSignal,
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  let position = after;
  let failures = 0;
  while (!signal.aborted) {
    const arrivals = new Arrivals(connection, position);
    try {
      for (let batch = await arrivals.next(signal); batch.length > 0; batch = await arrivals.next(signal)) {
        failures = 0;
        yield batch;
      }
    } catch (error) {
      if (!isPassing(error)) throw error;
      failures += 1;
      connection.warn('The subscription has failed and is taken out again.', error);
    } finally {
      ({ position } = arrivals);
      arrivals.letGo();
    }
    await backOff(failures, signal);
  }
}
