// Every service of a state in one process, on the embedded engines.
import { allEvents } from '@zielwerk/contracts';
import { BusReader } from '@zielwerk/ministry';
import { type Configuration, DevelopmentIssuer, loadJurisdiction, readConfiguration } from '@zielwerk/platform';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { loadSample } from '../sample/load-sample';
import { sampleOf } from '../sample/sample';
import { startHouse } from '../services/house';
import { DEFAULT_JURISDICTION, houseFolder, type Parts, strategyFolder } from '../services/parts';
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

/** Which day is played with the sample; the first name until it is loaded, so that the next start goes on with it. */
const SAMPLE_MARKS = ['sample.pending', 'sample'] as const;

/** A folder without houses is new: it gets the sample. */
const markForSample = async ({ data, empty, jurisdiction }: Configuration): Promise<void> => {
  if (empty || existsSync(join(data, 'houses'))) return;
  const sample = sampleOf((await loadJurisdiction(jurisdiction ?? DEFAULT_JURISDICTION)).id);
  if (!sample) return;
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, SAMPLE_MARKS[0]), sample.today);
};

/** A sample does not age: unless another day is asked for, its own is played. */
const playingItsDay = (configuration: Configuration): Configuration => {
  const mark = SAMPLE_MARKS.map((name) => join(configuration.data, name)).find((file) => existsSync(file));
  const today = mark === undefined ? null : readFileSync(mark, 'utf8').trim();
  return { ...configuration, today: configuration.today ?? today };
};

/** Resolves when readers see it. */
const loadPendingSample = async ({ url, parts, services }: Running): Promise<void> => {
  const { configuration, jurisdiction, tokens: issuer, clock } = parts;
  const [pending, loaded] = SAMPLE_MARKS.map((name) => join(configuration.data, name)) as [string, string];
  const sample = existsSync(pending) ? sampleOf(jurisdiction.id) : null;
  if (!sample || !(issuer instanceof DevelopmentIssuer)) return;
  await loadSample({ folder: sample.folder, url, jurisdiction, issuer, until: clock.today() });
  await until(async () => {
    // One after the other, the reading side last: what a house has just published must still count as on its way.
    for (const { isSettled } of services) if (!(await isSettled())) return false;
    return true;
  });
  renameSync(pending, loaded);
};

/** In one process every reader runs this release, so that nobody needs the words of the one before. */
const writingNewest = (configuration: Configuration): Configuration => ({
  ...configuration,
  writtenVersions: { ...allEvents.newestVersions(), ...configuration.writtenVersions },
});

/** All services of the jurisdiction, ready, with the sample loaded. Throws what `startServices` throws. */
export const startEverything = async (configuration: Configuration): Promise<Running> => {
  await markForSample(configuration);
  const running = await startServices('all-in-one', playingItsDay(writingNewest(configuration)), openAll);
  try {
    await loadPendingSample(running);
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
