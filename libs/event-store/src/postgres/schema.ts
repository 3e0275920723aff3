import type { ClientBase } from 'pg';

const VERSION = 1;
const HOUSE = /^[a-z][a-z0-9_]{0,40}$/u;

/**
 * A schema for each house, not a column: a house's role can be granted its own schema and nothing else, and a house is
 * dumped, moved and dropped alone. Throws TypeError for a house that could not name one.
 */
export const schemaOf = (house: string): string => {
  if (!HOUSE.test(house)) throw new TypeError(`${JSON.stringify(house)} cannot name a schema: a-z, 0-9 and _ can.`);
  return `zielwerk_${house}`;
};

// Collation "C": an index in the order of a language is damaged when the operating system learns that order anew.
const tablesOf = (schema: string): string => `
  CREATE TABLE ${schema}.log (version integer NOT NULL, last bigint NOT NULL);
  INSERT INTO ${schema}.log VALUES (${VERSION}, 0);
  CREATE TABLE ${schema}.event (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    id text COLLATE "C" NOT NULL,
    wire_type text COLLATE "C" NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    meta text COLLATE "C" NOT NULL,
    data text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    UNIQUE (stream, revision)
  );
  CREATE TABLE ${schema}.checkpoint (reader text COLLATE "C" PRIMARY KEY, position bigint NOT NULL);
  CREATE TABLE ${schema}.subject (subject text COLLATE "C" PRIMARY KEY, ref text COLLATE "C" NOT NULL UNIQUE);
  -- Else the planner's statistics keep samples of the names, also of those who were forgotten.
  ALTER TABLE ${schema}.subject ALTER COLUMN subject SET STATISTICS 0`;

/** Makes a house's tables where there are none. Within a transaction. Throws where another version's are. */
export const migrate = async (client: ClientBase, schema: string): Promise<void> => {
  // «If not exists» alone fails when two processes start at once.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${schema} migration`]);
  const { rows } = await client.query<{ schema: unknown; log: unknown }>(
    'SELECT to_regnamespace($1) AS schema, to_regclass($2) AS log',
    [schema, `${schema}.log`],
  );
  if (rows[0]?.schema === null) await client.query(`CREATE SCHEMA ${schema}`);
  if (rows[0]?.log === null) await client.query(tablesOf(schema));
  const { rows: versions } = await client.query<{ version: number }>(`SELECT version FROM ${schema}.log`);
  if (versions.length !== 1 || versions[0]?.version !== VERSION)
    throw new Error(`${schema} is not an event store of this version, or it is damaged.`);
};
