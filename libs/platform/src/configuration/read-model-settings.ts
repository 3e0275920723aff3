import { postgresUrl } from './database-url';
import { InvalidConfiguration } from './invalid-configuration';
import type { Settings } from './settings';

/** Which engine keeps the statewide log and its rows, and where a server is reached. */
export type ReadModelSettings = Readonly<{ engine: 'sqlite' }> | Readonly<{ engine: 'postgres'; url: string }>;

const VARIABLE = 'ZIELWERK_READ_MODEL_URL';

/** Throws InvalidConfiguration when engine and URL do not go together. */
export const readModelOf = ({
  readModel: engine,
  readModelUrl: url,
  databaseCa: ca,
}: Pick<Settings, 'readModel' | 'readModelUrl' | 'databaseCa'>): ReadModelSettings => {
  if (engine === 'sqlite') {
    if (url !== undefined)
      throw new InvalidConfiguration(`${VARIABLE} must not be set when ZIELWERK_READ_MODEL is sqlite.`);
    return { engine };
  }
  if (url === undefined)
    throw new InvalidConfiguration(`${VARIABLE} must say where the server is when ZIELWERK_READ_MODEL is postgres.`);
  return { engine, url: postgresUrl({ variable: VARIABLE, url, ca }) };
};
