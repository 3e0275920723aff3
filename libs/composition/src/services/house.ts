// One house on whichever event store, with its relay to whichever bus.
import { CorruptEvent } from '@zielwerk/kernel';
import { type Relay, startRelay } from '@zielwerk/messaging';
import { type BusReader, createMinistryApp } from '@zielwerk/ministry';
import type { Check } from '@zielwerk/platform';

import { openHouseEngines } from './house-engines';
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
  const { eventStore, checkpoints, subjects, close } = await openHouseEngines(code, folder, parts);
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
      checks: { relay: () => stateOf(relay) },
      ...(busReader && { busReader }),
    },
  );
  return {
    name: code,
    prefix: `/api/ministries/${code}`,
    app,
    isSettled: () => hasRelayed(relay),
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

/** A house decides while the bus is away, so only an event that cannot be read makes it unfit for work. */
const stateOf = async (relay: Relay): Promise<Check> => {
  const trouble = relay.trouble();
  return {
    up: !(trouble instanceof CorruptEvent),
    lag: await relay.lag(),
    ...(trouble && { trouble: trouble.message }),
  };
};
