// Every service of a state in one process, on the embedded engines.
import { allEvents } from '@zielwerk/contracts';
import { BusReader } from '@zielwerk/ministry';
import { type Configuration, DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readSample } from '../sample/sample';
import { sampleSteps } from '../sample/sample-commands';
import { sendSteps } from '../sending/send-commands';
import { sampleTokens } from '../sample/sample-tokens';
import { startHouse } from '../services/house';
import { houseFolder, type Parts, strategyFolder } from '../services/parts';
import { startStrategyService } from '../services/strategy';
import { until } from '../services/until';
import { type Opened, type Running, runUntilStopped, startServices } from './run';

/** The houses share one reader of the bus; it starts when the last of them has joined. */
export const openAll = async (parts: Parts): Promise<Opened> => {
  const { jurisdiction, configuration, messaging, logger } = parts;
  const codes = jurisdiction.ministries.map(({ code }) => code);
  const reader = new BusReader({ reader: 'zielwerk.houses', ministries: codes, messaging, logger });
  const houses = await Promise.all(
    codes.map((code) => startHouse(code, houseFolder(configuration.data, code), parts, reader)),
  );
  await reader.start();
  const strategy = await startStrategyService(strategyFolder(configuration.data), parts);
  return { services: [...houses, strategy], first: () => reader.stop() };
};

const SAMPLE_PENDING = 'sample.pending';

/** A folder without houses is new: it gets the sample. The mark outlives an interrupted start, so that the next one goes on. */
const markForSample = ({ data, empty }: Configuration): void => {
  if (empty || existsSync(join(data, 'houses'))) return;
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, SAMPLE_PENDING), '');
};

/** Resolves when readers see it. */
const loadSample = async ({ url, parts, services }: Running): Promise<void> => {
  const { configuration, jurisdiction, tokens, clock } = parts;
  const mark = join(configuration.data, SAMPLE_PENDING);
  if (!existsSync(mark)) return;
  const sample = readSample(join('samples', jurisdiction.id, 'sample.json'));
  if (sample && tokens instanceof DevelopmentIssuer)
    await sendSteps(url, sampleTokens(tokens), sampleSteps(sample, jurisdiction.offices.cabinet, clock.today()));
  await until(async () => {
    // One after the other, the reading side last: what a house has just published must still count as on its way.
    for (const { isSettled } of services) if (!(await isSettled())) return false;
    return true;
  });
  rmSync(mark);
};

/** In one process every reader runs this release, so that nobody needs the words of the one before. */
const writingNewest = (configuration: Configuration): Configuration => ({
  ...configuration,
  writtenVersions: { ...allEvents.newestVersions(), ...configuration.writtenVersions },
});

/** All services of the jurisdiction, ready, with the sample loaded. Throws what `startServices` throws. */
export const startEverything = async (configuration: Configuration): Promise<Running> => {
  markForSample(configuration);
  const running = await startServices('all-in-one', writingNewest(configuration), openAll);
  try {
    await loadSample(running);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
};

/** What prints a token that this state takes. */
const tokenCommand = ({ configuration, jurisdiction }: Parts): string => {
  const { data, jurisdiction: file } = configuration;
  const house = jurisdiction.ministries.find(({ code }) => code === jurisdiction.offices.finance)?.code ?? '';
  return [
    `token --ministry ${house} --role editor`,
    ...(data === '.zielwerk' ? [] : [`--data ${data}`]),
    ...(file === null ? [] : [`--jurisdiction ${file}`]),
  ].join(' ');
};

const options = () =>
  parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      jurisdiction: { type: 'string' },
      empty: { type: 'boolean' },
      today: { type: 'string' },
    },
  }).values;

/** `npm start`. */
export const startAllInOne = (): Promise<void> =>
  runUntilStopped(
    () => startEverything(readConfiguration(process.env, options())),
    ({ url, parts }) => `Zielwerk runs at ${url}. A token to write with: npm run zielwerk -- ${tokenCommand(parts)}`,
  );
