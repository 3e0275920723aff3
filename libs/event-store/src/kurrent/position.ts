import { BEFORE_ALL, type Position } from '@zielwerk/kernel';

/** As the client has it. Events that were not written in a transaction of their own have both places in common. */
export type LogPosition = Readonly<{ commit: bigint; prepare: bigint }>;

/**
 * The offset of an event in the server's log of all streams. It rises in commit order and counts bytes: a JS number is
 * exact up to 9 petabytes of log. Throws RangeError beyond, and at 0, where a server keeps a record of its own.
 */
export const positionOf = ({ commit }: LogPosition): Position => {
  const position = Number(commit);
  if (position <= BEFORE_ALL || !Number.isSafeInteger(position))
    throw new RangeError(`${commit} is no position at which an event can be told from others.`);
  return position;
};

export const logPositionOf = (position: Position): LogPosition => ({
  commit: BigInt(position),
  prepare: BigInt(position),
});
