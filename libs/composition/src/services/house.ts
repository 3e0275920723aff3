// One house on whichever event store, with its relay to whichever bus.
import { CorruptEvent } from '@zielwerk/kernel';
import { type Relay, startRelay } from '@zielwerk/messaging';
import { type BusReader, createMinistryApp } from '@zielwerk/ministry';
import { type Check, type Checks, HEALTH_CHECKS } from '@zielwerk/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { openHouseEngines } from './house-engines';
import { houseVitals } from './house-vitals';
import { observedStore, observing } from './observed';
import type { Parts } from './parts';
import type { Service } from './service';

/** `folder` is the house's own, below the data folder; houses of one process share a reader of the bus. */
export const startHouse = async (
  code: string,
  folder: string,
  parts: Parts,
  busReader?: BusReader,
): Promise<Service> => {
  const { configuration, jurisdiction, clock, tokens, messaging, logger } = parts;
  const observed = observing(parts, code);
  const { checkpoints, subjects, close, ...engines } = await openHouseEngines(code, folder, parts);
  const eventStore = observedStore(engines.eventStore, parts, { ...observed, service: code });
  const relay = startRelay({
    ministry: code,
    store: eventStore,
    messaging,
    checkpoints,
    warn: (message) => {
      logger.warn(message);
    },
  });
  const app = await createMinistryApp(
    { code, jurisdiction },
    { eventStore, messaging, checkpoints, subjects, clock, tokens },
    {
      rateLimit: configuration.rateLimit,
      writtenVersions: configuration.writtenVersions,
      logger,
      ...observed,
      checks: { relay: () => stateOf(relay) },
      ...(busReader && { busReader }),
    },
  );
  return {
    name: code,
    prefix: `/api/ministries/${code}`,
    app,
    isSettled: () => hasRelayed(relay),
    vitals: houseVitals({ code, folder, eventStore, messaging, relay, clock, knownFacts: () => knownFactsOf(app) }),
    stop: async () => {
      await app.close();
      await relay.stop();
      await close();
    },
  };
};

/** Everything is on the bus, or never will be. */
export const hasRelayed = async (relay: Relay): Promise<boolean> =>
  relay.trouble() instanceof CorruptEvent || (await relay.lag()) === 0;

const knownFactsOf = async (app: NestFastifyApplication): Promise<Check> =>
  (await app.get<Checks>(HEALTH_CHECKS).knownFacts?.()) ?? { up: false };

/** A house decides while the bus is away, so only an event that cannot be read makes it unfit for work. */
const stateOf = async (relay: Relay): Promise<Check> => ({
  up: !(relay.trouble() instanceof CorruptEvent),
  lag: await relay.lag(),
});
