// Side by side: whatever else the machine does hits all alike.
import type { Figure, Reach, Unit } from './figure';

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** So much of the values lies below the answer: 0.99 for the 99th percentile. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

/** One measurement; what it leaves behind it may call after the round. */
type Measure = (round: number) => Promise<number>;
/** `measure` is undefined for a peer that is not here. */
export type Peer = Readonly<{ name: string; measure: Measure | undefined; reach?: Reach }>;

/** Measures all once a round, beginning with another one each time; a figure of the medians for each peer. */
export const sideBySide = async (
  rounds: number,
  figure: Readonly<{ name: string; unit: Unit }>,
  ours: Measure,
  peers: readonly Peer[],
): Promise<readonly Figure[]> => {
  const all = [ours, ...peers.map(({ measure }) => measure)];
  const measured = all.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < all.length; turn += 1) {
      const whose = (round + turn) % all.length;
      const measure = all[whose];
      if (measure) measured[whose]?.push(await measure(round));
    }
  const [our = NaN, ...theirs] = measured.map(median);
  return peers.map(({ name, measure, reach }, at) => ({
    ...figure,
    ...{ ours: our, against: name, theirs: measure ? (theirs[at] ?? null) : null },
    ...(reach && { reach }),
  }));
};

/** How often something is done in a second when it is done `count` times by `work`. */
export const perSecond = async (count: number, work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1000;
};
