import { checksumOf, handlerOf, type Messaging, type ReceivedMessage, RowChecksum, topicOf } from '@zielwerk/kernel';

import { type Check, Inquiry } from './check';
import {
  ALL,
  type AnyProjection,
  checkpointOf,
  type LoggedEvent,
  logOf,
  parkedBy,
  type RowProjection,
  type VerifiableReadModel,
} from './readable-read-model';
import { contentOf, placeIn, readTopic } from './sources';

/**
 * P2. The log has each message of the bus, up to the offset it has come to, once and byte for byte; and each event up to
 * a projection's checkpoint that it could not apply is parked. Refused messages are kept elsewhere, and counted.
 */
export const nothingIsSkipped = async (
  readModel: VerifiableReadModel,
  messaging: Messaging,
  projections: readonly AnyProjection[],
): Promise<Check> => {
  const inquiry = new Inquiry('P2');
  await compareWithBus(readModel, messaging, inquiry);
  for (const projection of projections as unknown as readonly RowProjection[])
    await checkParked(readModel, projection, inquiry);
  return inquiry.result();
};

const offsetOf = ({ topic, offset }: ReceivedMessage): string => `${topic}@${offset}`;

const compareWithBus = async (
  readModel: VerifiableReadModel,
  messaging: Messaging,
  inquiry: Inquiry,
): Promise<void> => {
  const logged = await contentsOfLog(readModel, inquiry);
  const refused = new Set((await readModel.refused(ALL)).map(({ message }) => offsetOf(message)));
  const held = new Set((await readModel.held(ALL)).map(({ message }) => offsetOf(message)));
  const seen = new Set<string>();
  const bus = new RowChecksum();

  const differenceOf = (message: ReceivedMessage): string | null => {
    if (held.has(offsetOf(message))) return 'It is held back: an earlier event of its stream is missing.';
    const content = logged.get(placeIn(message));
    if (content === undefined) return 'It is on the bus and not in the log.';
    return content === checksumOf([contentOf(message)]) ? null : 'The log has it otherwise than the bus.';
  };
  const compare = (message: ReceivedMessage): void => {
    const place = placeIn(message);
    const difference = differenceOf(message);
    if (difference !== null) inquiry.find(`${place} (offset ${message.offset})`, difference);
    if (seen.has(place)) inquiry.count('redelivered');
    else bus.add(contentOf(message));
    seen.add(place);
  };
  for (const [ministry, position] of Object.entries(await readModel.positions()))
    await readTopic(messaging, topicOf(ministry), (message) => {
      inquiry.count(message.offset > position ? 'not read yet' : 'messages');
      if (message.offset > position) return;
      if (refused.has(offsetOf(message))) inquiry.count('refused');
      else compare(message);
    });
  for (const place of logged.keys()) if (!seen.has(place)) inquiry.find(place, 'It is in the log and not on the bus.');
  inquiry.sum('bus', bus.toString());
};

/** By place, what the log has there. Its own order must be without a gap. */
const contentsOfLog = async (
  readModel: VerifiableReadModel,
  inquiry: Inquiry,
): Promise<ReadonlyMap<string, string>> => {
  const logged = new Map<string, string>();
  const log = new RowChecksum();
  let before = 0;
  for await (const { ordinal, message } of logOf(readModel)) {
    inquiry.count('events');
    if (ordinal !== before + 1) inquiry.find(placeIn(message), `Event ${ordinal} of the log follows ${before}.`);
    logged.set(placeIn(message), checksumOf([contentOf(message)]));
    log.add(contentOf(message));
    before = ordinal;
  }
  inquiry.sum('log', log.toString());
  return logged;
};

const checkParked = async (
  readModel: VerifiableReadModel,
  projection: RowProjection,
  inquiry: Inquiry,
): Promise<void> => {
  const { name } = projection;
  const checkpoint = await checkpointOf(readModel, name);
  const { lastOrdinal } = await readModel.health();
  const parked = new Set((await parkedBy(readModel, name)).map(({ ordinal }) => ordinal));
  inquiry.count('parked', parked.size);
  if (checkpoint > lastOrdinal)
    inquiry.find(name, `Its checkpoint ${checkpoint} is beyond the log's end, ${lastOrdinal}.`);
  for (const ordinal of parked)
    if (ordinal > checkpoint) inquiry.find(name, `Event ${ordinal} is parked beyond the checkpoint, ${checkpoint}.`);

  const mustBeParked = ({ type, state, ordinal }: LoggedEvent) =>
    state === 'unreadable' && handlerOf(projection, type) !== undefined && ordinal <= checkpoint;
  // Whether an event that can be read was applied, the rows say: P1.
  for await (const event of logOf(readModel))
    if (mustBeParked(event) && !parked.has(event.ordinal))
      inquiry.find(placeIn(event.message), `${name} has passed it, and neither applied nor parked it.`);
};
