// What keeps a house's events, the positions of its readers and its subjects, as the configuration names it.
import {
  KurrentEventStore,
  PostgresCheckpoints,
  PostgresDatabase,
  PostgresEventStore,
  PostgresSubjects,
  SqliteCheckpoints,
  SqliteEventStore,
  SqliteSubjects,
} from '@zielwerk/event-store';
import type { Checkpoints, EventStore, Subjects } from '@zielwerk/kernel';
import { type Configuration, type EventStoreSettings, InvalidConfiguration } from '@zielwerk/platform';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { folderIn, type Parts } from './parts';
import { patiently } from './patiently';

export const EVENTS_FILE = 'events.sqlite';
export const CHECKPOINTS_FILE = 'checkpoints.sqlite';
export const SUBJECTS_FILE = 'subjects.sqlite';
const ENGINE_FILE = 'event-store';

export type HouseEngines = Readonly<{
  eventStore: EventStore;
  checkpoints: Checkpoints;
  subjects: Subjects;
  /** Keeps other processes from writing, where the engine lets several of them try. Throws when one is at it. */
  hold: () => Promise<void>;
  close: () => Promise<void>;
}>;
type Place = Readonly<{ code: string; folder: string }>;
type Opening = Pick<Parts, 'configuration' | 'clock' | 'logger'>;

/** Which engine keeps the events that belong to the folder; undefined where there are none. Throws for another one. */
const keptBy = ({ code, folder }: Place, engine: EventStoreSettings['engine']): string | undefined => {
  const file = join(folder, ENGINE_FILE);
  const marked = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  const kept = marked ?? (existsSync(join(folder, EVENTS_FILE)) ? 'sqlite' : undefined);
  if (kept === undefined || kept === engine) return kept;
  throw new InvalidConfiguration(
    `ZIELWERK_EVENT_STORE is ${engine}, and the events of ${code} that belong to ${folder} are kept by ${kept}.`,
  );
};

/** A house's events stay where they are: on another engine it would begin anew, and contradict what it has published. */
const keepEngine = (place: Place, engine: EventStoreSettings['engine']): void => {
  const kept = keptBy(place, engine);
  const folder = folderIn(place.folder);
  if (kept === undefined && engine !== 'sqlite') writeFileSync(join(folder, ENGINE_FILE), engine);
};

// Whoever has the folder is the only one.
const nothingToHold = () => Promise.resolve();

const openFiles = (folder: string) => {
  const checkpoints = new SqliteCheckpoints(join(folder, CHECKPOINTS_FILE));
  const subjects = new SqliteSubjects(join(folder, SUBJECTS_FILE));
  const close = () => {
    checkpoints.close();
    subjects.close();
  };
  return { checkpoints, subjects, close };
};

const openSqlite = (folder: string, { clock }: Opening): HouseEngines => {
  const eventStore = SqliteEventStore.open(join(folder, EVENTS_FILE), clock);
  const { close, ...files } = openFiles(folder);
  return { eventStore, ...files, hold: nothingToHold, close: () => eventStore.close().finally(close) };
};

const openPostgres = async (code: string, url: string, { clock }: Opening): Promise<HouseEngines> => {
  const database = await PostgresDatabase.open(url, code);
  const eventStore = new PostgresEventStore(database, clock);
  return {
    eventStore,
    checkpoints: new PostgresCheckpoints(database),
    subjects: new PostgresSubjects(database),
    hold: () => eventStore.hold(),
    close: () => eventStore.close().finally(() => database.close()),
  };
};

/** The server has nothing that forgets a person, nor a place for positions: both stay in files of the house. */
const openKurrent = async ({ code, folder }: Place, url: string, { clock, logger }: Opening): Promise<HouseEngines> => {
  const warn = (message: string, cause: unknown) => {
    logger.warn({ msg: message, reason: String(cause) });
  };
  const eventStore = await KurrentEventStore.open({ url, ministry: code, warn }, clock);
  const { close, ...files } = openFiles(folder);
  return { eventStore, ...files, hold: nothingToHold, close: () => eventStore.close().finally(close) };
};

const VARIABLE = 'ZIELWERK_EVENT_STORE_URL';

/**
 * `folder` is the house's own. A server that is away is waited for, for half a minute. Throws InvalidConfiguration when
 * it does not come, cannot be used, or is not what keeps this house's events.
 */
export const openHouseEngines = async (code: string, folder: string, opening: Opening): Promise<HouseEngines> => {
  const { eventStore: settings } = opening.configuration;
  const place = { code, folder };
  keepEngine(place, settings.engine);
  if (settings.engine === 'sqlite') return openSqlite(folder, opening);
  const { engine, url } = settings;
  const open = () => (engine === 'postgres' ? openPostgres(code, url, opening) : openKurrent(place, url, opening));
  return patiently(open, { what: `the event store of ${code}`, variable: VARIABLE, logger: opening.logger });
};

/**
 * Whether the house has ever opened its engines there; opens none. Throws InvalidConfiguration when a server is away, and
 * for a folder whose events are kept by another engine.
 */
export const hasHouse = async (
  code: string,
  folder: string,
  { eventStore: settings }: Pick<Configuration, 'eventStore'>,
): Promise<boolean> => {
  keptBy({ code, folder }, settings.engine);
  if (settings.engine === 'sqlite') return existsSync(join(folder, EVENTS_FILE));
  if (settings.engine === 'kurrent') return existsSync(join(folder, SUBJECTS_FILE));
  const { url } = settings;
  const what = `the event store of ${code}`;
  return patiently(() => PostgresDatabase.holds(url, code), { what, variable: VARIABLE, patienceMs: 0 });
};

/** Opens the house's map of subjects alone, lets `work` have it, and closes it. The house must be there. */
export const withSubjects = async <T>(
  code: string,
  folder: string,
  { eventStore: settings }: Pick<Configuration, 'eventStore'>,
  work: (subjects: Subjects) => Promise<T>,
): Promise<T> => {
  if (settings.engine !== 'postgres') {
    const subjects = new SqliteSubjects(join(folder, SUBJECTS_FILE));
    return work(subjects).finally(() => subjects.close());
  }
  const database = await PostgresDatabase.open(settings.url, code);
  return work(new PostgresSubjects(database)).finally(() => database.close());
};
