// What a house knows must not depend on how the houses' facts interleave, nor on how often they come.
import type { AnyEvent } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';
import { interleavingsOf } from '@zielwerk/testing';

import { KnownFacts } from '../known/known-facts';

type Facts = readonly Recorded<AnyEvent>[];

const knownAfter = (events: Facts): KnownFacts => {
  const known = new KnownFacts();
  for (const event of events) known.learn(event);
  return known;
};

/** Given these streams, what is asked has exactly this answer, in whichever order and however often they arrive. */
export const knownSpec = (...streams: readonly Facts[]) => ({
  then: (asked: (known: KnownFacts) => unknown, expected: unknown): void => {
    const history = streams.flat();
    expect(asked(knownAfter(history))).toEqual(expected);
    // At least once: a relay that restarts sends any tail of a stream again.
    for (const stream of streams)
      for (const start of stream.keys())
        expect(asked(knownAfter([...history, ...stream.slice(start)]))).toEqual(expected);
    for (const order of interleavingsOf(streams)) expect(asked(knownAfter(order))).toEqual(expected);
  },
});
