import type { Fault } from '@zielwerk/contracts';

/** What the caller sent is not what was agreed. Data of our own that is not (`Malformed`) is a bug, and no 400. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';

  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ detail }) => detail).join(' '));
  }
}

/** The body, or what it holds, is larger than allowed: 413. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The body is of a kind that is not read here: 415. */
export class UnsupportedMediaType extends Error {
  override readonly name = 'UnsupportedMediaType';
}
