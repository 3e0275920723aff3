// What operators can do about parked events, on a read model that is open or on the file of one that is not.
import {
  NotProjecting,
  type ParkedDesk,
  type ParkedEntry,
  type ParkedMessage,
  UnknownProjection,
} from '@zielwerk/platform';
import { NotRunner, type ParkedMessage as Parked, type ParkedPlace, type ReadModel } from '@zielwerk/projection-engine';
import { isUtf8 } from 'node:buffer';

const MOST_LISTED = 1_000;

/** Whatever tells of parked events. */
type Source = Pick<ReadModel, 'parkedPlaces' | 'parkedMessage'>;

/** `projections`: the names that there are. */
export const parkedDesk = (
  source: Source,
  requeue: ReadModel['requeue'],
  projections: readonly string[],
): ParkedDesk => ({
  list: async () => (await source.parkedPlaces(MOST_LISTED)).map(entryOf),
  show: async (id) => {
    const parked = await source.parkedMessage(id);
    return parked && messageOf(parked);
  },
  requeue: async (projection) => {
    if (projection !== null && !projections.includes(projection))
      throw new UnknownProjection(`There is no projection ${projection}; there are ${projections.join(', ')}.`);
    try {
      return await requeue(projection ?? undefined);
    } catch (error) {
      if (!(error instanceof NotRunner)) throw error;
      throw new NotProjecting('Another instance of the strategy service projects: ask that one.', { cause: error });
    }
  },
});

const entryOf = ({ id, projection, stream, revision, wireType, reason, waitsFor, at }: ParkedPlace): ParkedEntry => ({
  ...{ id, projection, stream, revision, type: wireType, reason, waitsFor, since: at },
});

const messageOf = (parked: Parked): ParkedMessage => {
  const { topic, offset, headers, value } = parked.message;
  const bytes = isUtf8(value) ? { text: value.toString() } : { base64: value.toString('base64') };
  return { ...entryOf(parked), topic, offset, headers, value: bytes };
};
