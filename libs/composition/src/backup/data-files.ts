// Which files of a data folder are a state, in the order in which a backup takes them.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { CHECKPOINTS_FILE, EVENTS_FILE, SUBJECTS_FILE } from '../services/house-engines';
import { strategyFolder } from '../services/parts';
import { STATEWIDE_FILE } from '../services/read-model';

export const JURISDICTION_FILE = 'jurisdiction';

export type Stage = Readonly<{
  names: readonly string[];
  /** For databases: SQL that answers, in rows of a name and a number, how far they have come. */
  reached?: string;
  /** All files of the stage are of one moment. */
  together?: true;
}>;

/**
 * What follows another file is taken before it, so that no copy is ahead of what it follows: positions before the bus and
 * the events that they point into, the bus before the events that are on it. One house's event can rest on another's,
 * which is why all logs are of one moment. Whose a reference is was known before the event: subjects come last.
 */
export const STAGES: readonly Stage[] = [
  // The sample's mark outlives the sample's last event: taken later, it could be gone before the copied logs are complete.
  { names: [JURISDICTION_FILE, 'sample.pending', 'development-issuer.json'] },
  { names: [CHECKPOINTS_FILE], reached: 'SELECT reader, position FROM checkpoint ORDER BY reader' },
  {
    names: [STATEWIDE_FILE],
    reached: `SELECT 'position', coalesce(max(ordinal), 0) FROM event
      UNION ALL SELECT topic, next_offset FROM topic`,
  },
  {
    names: ['bus.sqlite'],
    reached: `SELECT name, (SELECT coalesce(max("offset") + 1, 0) FROM message WHERE topic = topic.id) FROM topic`,
  },
  { names: [EVENTS_FILE], reached: `SELECT 'position', coalesce(max(position), 0) FROM event`, together: true },
  { names: [SUBJECTS_FILE], reached: `SELECT 'subjects', count(*) FROM subject` },
];

const HOUSES = 'houses';
const housesIn = (data: string): readonly string[] =>
  existsSync(join(data, HOUSES)) ? readdirSync(join(data, HOUSES)).map((code) => `${HOUSES}/${code}`) : [];

/** Names are below the data folder, with slashes. A service that runs alone has its files in the folder itself. */
export const filesIn = (data: string, { names }: Stage): readonly string[] =>
  ['', 'issuer', strategyFolder(''), ...housesIn(data)]
    .flatMap((folder) => names.map((name) => (folder === '' ? name : `${folder}/${name}`)))
    .filter((name) => existsSync(join(data, name)))
    .sort();

const FOLDER = /^(?:\.|issuer|strategy|houses\/[a-z]+)$/u;

/** Whether a file of that name could be in a data folder, and nowhere else. */
export const isDataFile = (name: string): boolean =>
  FOLDER.test(dirname(name)) && STAGES.some(({ names }) => names.includes(basename(name)));
