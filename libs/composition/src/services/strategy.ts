// The strategy service on its read model.
import { topicOf } from '@zielwerk/kernel';
import { type ReadModel, startIngest } from '@zielwerk/projection-engine';
import { allProjections, createStrategyApp } from '@zielwerk/strategy';

import { goalsIn, sampleOf } from '../sample/sample';
import { parkedDesk } from '../parked/parked-desk';
import { observedIntake, observing } from './observed';
import { type Parts, topicsOf } from './parts';
import { openStatewide } from './read-model';
import type { Service } from './service';
import { strategyVitals } from './strategy-vitals';

/** The read model has taken in, and projected, all that is on the bus. */
export const hasRead = async (
  readModel: Pick<ReadModel, 'positions' | 'health'>,
  { jurisdiction, messaging }: Parts,
): Promise<boolean> => {
  const positions = await readModel.positions();
  for (const { code } of jurisdiction.ministries)
    if ((positions[code] ?? -1) + 1 < (await messaging.endOf(topicOf(code)))) return false;
  const { lastOrdinal, projections } = await readModel.health();
  return Object.values(projections).every(({ checkpoint }) => checkpoint === lastOrdinal);
};

/** `folder` is the service's own, below the data folder. */
export const startStrategyService = async (folder: string, parts: Parts): Promise<Service> => {
  const { configuration, jurisdiction, clock, tokens, messaging, logger } = parts;
  const readModel = await openStatewide(parts, folder);
  const ingest = await startIngest({
    readModel: observedIntake(readModel, configuration),
    messaging,
    reader: 'zielwerk.strategy',
    topics: topicsOf(jurisdiction),
  });
  const sample = sampleOf(jurisdiction.id);
  const app = await createStrategyApp({
    jurisdiction,
    sample: sample ? goalsIn(sample) : [],
    readModel,
    clock,
    tokens,
    logger,
    rateLimit: configuration.rateLimit,
    ...observing(parts, 'strategy'),
  });
  return {
    name: 'strategy',
    prefix: '',
    app,
    isSettled: () => hasRead(readModel, parts),
    vitals: strategyVitals({ folder, readModel, messaging, topics: topicsOf(jurisdiction) }),
    parked: parkedDesk(
      readModel,
      (projection) => readModel.requeue(projection),
      allProjections.map(({ name }) => name),
    ),
    stop: async () => {
      await app.close();
      await ingest.stop();
      await readModel.close();
    },
  };
};
