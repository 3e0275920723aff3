import { chanceFrom } from './chance';

type Streams<Event> = readonly (readonly Event[])[];

/** Every order of all events that keeps the order within each stream. */
export function* allInterleavings<Event>(streams: Streams<Event>): Generator<readonly Event[]> {
  const open = streams.filter((stream) => stream.length > 0);
  if (open.length === 0) yield [];
  for (const stream of open) {
    const rest = open.map((other) => (other === stream ? other.slice(1) : other));
    for (const later of allInterleavings(rest)) yield [...stream.slice(0, 1), ...later];
  }
}

/** That many of them, each order as likely as any other, the same ones for the same seed. */
export function* someInterleavings<Event>(
  streams: Streams<Event>,
  count: number,
  seed = 1,
): Generator<readonly Event[]> {
  const chance = chanceFrom(seed);
  for (let round = 0; round < count; round += 1) yield shuffled(streams, chance);
}

const shuffled = <Event>(streams: Streams<Event>, chance: () => number): readonly Event[] => {
  // Shuffle whose turn it is, not the events: that keeps each stream's own order.
  const turns = streams.flatMap((stream, index) => stream.map(() => ({ index, by: chance() })));
  const waiting = streams.map((stream) => [...stream]);
  return turns.sort((a, b) => a.by - b.by).flatMap(({ index }) => waiting[index]?.splice(0, 1) ?? []);
};

const FEW = 8;

/** All of them for up to eight events, else two hundred. */
export const interleavingsOf = <Event>(streams: Streams<Event>): Generator<readonly Event[]> =>
  streams.flat().length <= FEW ? allInterleavings(streams) : someInterleavings(streams, 200);
