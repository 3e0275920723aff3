// `zielwerk subject erase`: forgets a person in one house, asking the house where it runs and what keeps its subjects where it does not.
import {
  type Configuration,
  DataFolderInUse,
  DevelopmentIssuer,
  InvalidConfiguration,
  lockDataFolder,
} from '@zielwerk/platform';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { hasHouse, SUBJECTS_FILE, withSubjects } from './house-engines';
import { houseFolder } from './parts';

/** `url`: where the house answers; null when its files are meant, or a system that runs on them at the usual address. */
export type Erasure = Readonly<{ ministry: string; subject: string; url: string | null }>;

const USUAL_URL = 'http://127.0.0.1:4000';

/** Whether there was something to forget. Throws when the house runs and does not do it, and where there is no house. */
export const eraseSubject = async (configuration: Configuration, erasure: Erasure): Promise<boolean> => {
  const { data } = configuration;
  if (erasure.url !== null) return askHouse(configuration, erasure);
  // Of a house that runs alone, the data folder is its own.
  const folder = existsSync(join(data, SUBJECTS_FILE)) ? data : houseFolder(data, erasure.ministry);
  const undo: (() => void)[] = [];
  try {
    // One process for all houses holds the data folder, one for each house its own.
    for (const place of new Set([data, folder].filter((one) => existsSync(one)))) {
      const lock = lockDataFolder(place);
      undo.push(() => lock.release());
    }
    return await eraseWhereKept(configuration, folder, erasure);
  } catch (error) {
    if (error instanceof DataFolderInUse) return await askHouse(configuration, erasure);
    throw error;
  } finally {
    for (const step of undo.reverse()) step();
  }
};

const eraseWhereKept = async (
  configuration: Configuration,
  folder: string,
  { ministry, subject }: Erasure,
): Promise<boolean> => {
  const { data, eventStore } = configuration;
  const place = eventStore.engine === 'postgres' ? 'ZIELWERK_EVENT_STORE_URL' : `ZIELWERK_DATA ${data}`;
  if (!(await hasHouse(ministry, folder, configuration)))
    throw new InvalidConfiguration(`${place} holds no data of ${ministry}.`);
  return withSubjects(ministry, folder, configuration, (subjects) => subjects.erase(subject));
};

const askHouse = async (configuration: Configuration, { ministry, subject, url }: Erasure): Promise<boolean> => {
  const place = `${url ?? USUAL_URL}/api/ministries/${ministry}/subject-erasures`;
  if (configuration.issuer)
    throw new Error(
      `The system runs, and takes tokens of ${configuration.issuer.issuer}: an operator's may POST ${place}.`,
    );
  const issuer = await DevelopmentIssuer.open(configuration.issuerFolder ?? join(configuration.data, 'issuer'));
  const token = await issuer.issue({ sub: 'operator', ministry, roles: ['operator'] }, { validForSeconds: 60 });
  const response = await fetch(place, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ subject }),
  });
  if (!response.ok) throw new Error(`${place} answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as Readonly<{ erased: boolean }>).erased;
};
