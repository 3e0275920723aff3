import { type Messaging, ministryOf } from '@zielwerk/kernel';
import { Arrears, type Lag, probe, type Vitals } from '@zielwerk/platform';
import type { ReadModel } from '@zielwerk/projection-engine';

import { freeBytesOf } from './free-bytes';

export type StrategyVitals = Readonly<{
  folder: string;
  readModel: Pick<ReadModel, 'positions' | 'health'>;
  messaging: Messaging;
  topics: readonly string[];
}>;

/** How the strategy service is. No engine that hangs keeps the answer for longer than two seconds. */
export const strategyVitals = ({ folder, readModel, messaging, topics }: StrategyVitals): (() => Promise<Vitals>) => {
  const health = probe(() => readModel.health());
  const bus = probe(async () => {
    const ends: (readonly [string, number])[] = [];
    for (const topic of topics) ends.push([ministryOf(topic), await messaging.endOf(topic)]);
    return ends;
  });
  const positions = probe(() => readModel.positions());
  const arrears = new Arrears();
  const lagOf = (positions: Positions, [ministry, end]: readonly [string, number]): readonly [string, Lag] => {
    const reached = (positions[ministry] ?? -1) + 1;
    return [ministry, { events: Math.max(0, end - reached), seconds: arrears.seconds(ministry, reached, end) }];
  };
  return async () => {
    const [state, read, ends, diskFreeBytes] = await Promise.all([health(), positions(), bus(), freeBytesOf(folder)]);
    return {
      engines: { read_model: state !== undefined, bus: ends !== undefined },
      ...(ends && read && { ingest: Object.fromEntries(ends.map((end) => lagOf(read, end))) }),
      ...(state && projected(state)),
      ...(diskFreeBytes !== undefined && { diskFreeBytes }),
    };
  };
};

type Positions = Awaited<ReturnType<ReadModel['positions']>>;
type Health = Awaited<ReturnType<ReadModel['health']>>;

const projected = ({ projections, lastOrdinal, held, refused }: Health): Pick<Vitals, 'projections' | 'messages'> => ({
  projections: Object.fromEntries(
    Object.entries(projections).map(([name, { checkpoint, parked }]) => [
      name,
      { behind: Math.max(0, lastOrdinal - checkpoint), parked },
    ]),
  ),
  messages: { held, refused },
});
