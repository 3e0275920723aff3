import type { ReceivedMessage } from '@zielwerk/kernel';

import { added, delivered, opened, sent, streamOf } from './jars';

const JARS = 10;

/** So many events of ten jars in turn, each opened first and then given a coin at a time. */
export const coinStream = (events: number): readonly ReceivedMessage[] =>
  delivered(
    Array.from({ length: events }, (_, n) => {
      const [jar, revision] = [n % JARS, Math.floor(n / JARS)];
      return sent(streamOf('mi', jar), revision, revision === 0 ? opened(`${jar}`) : added(`${jar}`, 1));
    }),
  );
