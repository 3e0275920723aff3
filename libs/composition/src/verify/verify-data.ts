// `zielwerk verify`: opens a state's files while nothing runs on them, brings them to rest and checks what was promised.
import type { EventStore } from '@zielwerk/kernel';
import { type Relay, startRelay } from '@zielwerk/messaging';
import { type Configuration, InvalidConfiguration, lockDataFolder } from '@zielwerk/platform';
import { startIngest } from '@zielwerk/projection-engine';
import { allProjections } from '@zielwerk/strategy';
import { type Acknowledged, type Check, verifyHouse, verifyReadModel } from '@zielwerk/verification';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { hasRelayed } from '../services/house';
import { hasHouse, openHouseEngines } from '../services/house-engines';
import { houseFolder, openParts, type Parts, strategyFolder, topicsOf } from '../services/parts';
import { hasReadModel, openStatewideAlone } from '../services/read-model';
import { hasRead } from '../services/strategy';
import { until } from '../services/until';

/** Checks of one house, or of the statewide read model. */
export type Verified = Readonly<{ subject: string; checks: readonly Check[] }>;

/** By house, what somebody was told is durable: it must be there. */
export type AcknowledgedByHouse = Readonly<Record<string, readonly Acknowledged[]>>;

type Undo = (() => Promise<void> | void)[];
type OpenHouse = Readonly<{ code: string; store: EventStore; relay: Relay; close: () => Promise<void> }>;

const openHouse = async (code: string, folder: string, parts: Parts): Promise<OpenHouse> => {
  const engines = await openHouseEngines(code, folder, parts);
  const { eventStore: store, checkpoints } = engines;
  try {
    await engines.hold();
  } catch (error) {
    await engines.close();
    throw error;
  }
  const relay = startRelay({ ministry: code, store, messaging: parts.messaging, checkpoints });
  return { code, store, relay, close: () => relay.stop().then(() => engines.close()) };
};

/** Whoever asks has the data folder. */
const openHouses = async (parts: Parts, own: (folder: string) => string, undo: Undo): Promise<readonly OpenHouse[]> => {
  const { configuration, jurisdiction } = parts;
  const houses: OpenHouse[] = [];
  for (const { code } of jurisdiction.ministries) {
    const folder = houseFolder(configuration.data, code);
    if (!(await hasHouse(code, folder, configuration))) continue;
    const house = await openHouse(code, own(folder), parts);
    undo.push(house.close);
    houses.push(house);
  }
  return houses;
};

/** Whoever asks has the data folder. */
const verifyStatewide = async (
  parts: Parts,
  own: (folder: string) => string,
  undo: Undo,
): Promise<readonly Check[]> => {
  const { configuration, jurisdiction, messaging } = parts;
  const readModel = await openStatewideAlone(configuration, own(strategyFolder(configuration.data)));
  undo.push(() => readModel.close());
  const ingest = await startIngest({
    readModel,
    messaging,
    reader: 'zielwerk.strategy',
    topics: topicsOf(jurisdiction),
  });
  await until(() => hasRead(readModel, parts));
  await ingest.stop();
  return verifyReadModel({ readModel, messaging, projections: allProjections });
};

const assertData = (configuration: Configuration): void => {
  const { data, eventStore } = configuration;
  const isElsewhere = eventStore.engine === 'postgres' || hasReadModel(configuration, strategyFolder(data));
  if (!isElsewhere && !existsSync(join(data, 'houses'))) throw nothingIn(data);
};

const nothingIn = (data: string): InvalidConfiguration =>
  new InvalidConfiguration(`ZIELWERK_DATA ${data} holds no data of a state: there is nothing to verify.`);

/**
 * What is under way is finished first: events that are not on the bus yet are published, messages that are not in the
 * read model yet are read. Throws DataFolderInUse when somebody runs on the files, InvalidConfiguration when somebody writes
 * the read model in its database.
 */
export const verifyData = async (
  configuration: Configuration,
  acknowledged: AcknowledgedByHouse = {},
): Promise<readonly Verified[]> => {
  const { data } = configuration;
  assertData(configuration);
  const undo: Undo = [];
  const lock = (folder: string) => {
    const taken = lockDataFolder(folder);
    undo.push(() => taken.release());
    return folder;
  };
  try {
    lock(data);
    const parts = await openParts(configuration, 'verify');
    undo.push(() => parts.messaging.close());
    const { messaging } = parts;

    const houses = await openHouses(parts, lock, undo);
    await until(async () => (await Promise.all(houses.map(({ relay }) => hasRelayed(relay)))).every(Boolean));

    const verified: Verified[] = [];
    for (const { code, store } of houses) {
      const told = acknowledged[code] ?? [];
      verified.push({
        subject: code,
        checks: await verifyHouse({ store, messaging, ministry: code, acknowledged: told }),
      });
    }
    // Of houses that run on their own, the strategy service is elsewhere.
    if (hasReadModel(configuration, strategyFolder(data)))
      verified.push({ subject: 'strategy', checks: await verifyStatewide(parts, lock, undo) });
    if (verified.length === 0) throw nothingIn(data);
    return verified;
  } finally {
    for (const step of undo.reverse()) await step();
  }
};
