import { kurrentUrl, postgresUrl } from './database-url';
import { InvalidConfiguration } from './invalid-configuration';
import type { Settings } from './settings';

/** Which engine keeps a house's events, and where a server is reached. */
export type EventStoreSettings =
  | Readonly<{ engine: 'sqlite' }>
  | Readonly<{ engine: 'postgres'; url: string }>
  | Readonly<{ engine: 'kurrent'; url: string }>;

const VARIABLE = 'ZIELWERK_EVENT_STORE_URL';

/** Throws InvalidConfiguration when engine and URL do not go together. */
export const eventStoreOf = ({
  eventStore: engine,
  eventStoreUrl: url,
  databaseCa: ca,
}: Settings): EventStoreSettings => {
  if (engine === 'sqlite') {
    if (url !== undefined)
      throw new InvalidConfiguration(`${VARIABLE} must not be set when ZIELWERK_EVENT_STORE is sqlite.`);
    return { engine };
  }
  if (url === undefined)
    throw new InvalidConfiguration(`${VARIABLE} must say where the server is when ZIELWERK_EVENT_STORE is ${engine}.`);
  const given = { variable: VARIABLE, url, ca };
  return engine === 'postgres' ? { engine, url: postgresUrl(given) } : { engine, url: kurrentUrl(given) };
};
