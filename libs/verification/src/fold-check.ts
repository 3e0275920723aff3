import { checksumOf, handlerOf, keysOf, type Message, type Recorded, RowChecksum } from '@zielwerk/kernel';

import { type Check, Inquiry } from './check';
import {
  type AnyProjection,
  checkpointOf,
  type LoggedEvent,
  logOf,
  parkedBy,
  type RowProjection,
  type VerifiableReadModel,
} from './readable-read-model';

type Rows = Map<string, Readonly<Record<string, unknown>>>;

/**
 * P1. Each projection's rows are what its pure handlers make of the log, without what is parked. To be asked of a read
 * model that rests.
 */
export const rowsAreTheFold = async (
  readModel: VerifiableReadModel,
  projections: readonly AnyProjection[],
): Promise<Check> => {
  const inquiry = new Inquiry('P1');
  for (const projection of projections as unknown as readonly RowProjection[]) {
    const rows = await foldOf(readModel, projection, inquiry);
    inquiry.sum(`${projection.name}: fold`, checksumOf(rows.values()));
    await compareRows(readModel, projection, rows, inquiry);
  }
  return inquiry.result();
};

const foldOf = async (readModel: VerifiableReadModel, projection: RowProjection, inquiry: Inquiry): Promise<Rows> => {
  const rows: Rows = new Map();
  const parked = await parkedBy(readModel, projection.name);
  // With a key an event is parked for that row only, without one for all of it.
  const skipped = new Set(parked.map(({ ordinal, key }) => JSON.stringify([ordinal, key])));
  const isSkipped = (ordinal: number, key: string | null) => skipped.has(JSON.stringify([ordinal, key]));
  const checkpoint = await checkpointOf(readModel, projection.name);
  inquiry.count('parked', parked.length);

  for await (const event of logOf(readModel)) {
    if (event.ordinal > checkpoint) break;
    if (event.state !== 'decoded' || isSkipped(event.ordinal, null)) continue;
    apply(projection, rows, event, { inquiry, isSkipped });
  }
  return rows;
};

type Applying = Readonly<{ inquiry: Inquiry; isSkipped: (ordinal: number, key: string) => boolean }>;

const apply = (projection: RowProjection, rows: Rows, logged: LoggedEvent, { inquiry, isSkipped }: Applying): void => {
  const { ordinal, type, data, meta } = logged;
  const handler = handlerOf(projection, type);
  if (!handler) return;
  const event: Recorded<Message> = { type, data, meta };
  inquiry.count('events applied');
  try {
    for (const key of new Set(keysOf(projection, event))) {
      if (isSkipped(ordinal, key)) continue;
      const row = handler(rows.get(key) ?? null, event, key);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    inquiry.find(`${projection.name}, event ${ordinal}`, `It cannot be applied, and is not parked: ${reason}`);
  }
};

const compareRows = async (
  readModel: VerifiableReadModel,
  { name, key }: RowProjection,
  expected: Rows,
  inquiry: Inquiry,
): Promise<void> => {
  const checksum = new RowChecksum();
  const missing = new Set(expected.keys());
  for await (const row of readModel.rows(name)) {
    inquiry.count('rows');
    checksum.add(row);
    const its = row[key] as string;
    const folded = expected.get(its);
    if (!folded) inquiry.find(`${name} ${its}`, 'The row is there, and no event has made it.');
    else if (checksumOf([folded]) !== checksumOf([row]))
      inquiry.find(`${name} ${its}`, 'The row is not what the events make of it.');
    missing.delete(its);
  }
  for (const one of missing) inquiry.find(`${name} ${one}`, 'The row is missing.');
  inquiry.sum(`${name}: rows`, checksum.toString());
};
