import { COLUMNS } from '../event-row';
import type { Statement } from './postgres-database';

const TYPES = ['bigint', 'text', 'integer', 'text', 'text', 'text', 'text', 'text', 'text'];
const ARRAYS = TYPES.map((type, i) => `$${i + 3}::${type}[]`).join(', ');

const statement = (name: string, text: string): Statement => ({ name, text });

export type EventStatements = ReturnType<typeof eventStatements>;

export const eventStatements = (schema: string) => ({
  // The log's end moves in the same statement, and only from where the writer saw it: else nothing is inserted.
  insert: statement(
    'insert',
    `WITH moved AS (UPDATE ${schema}.log SET last = $2 WHERE last = $1 RETURNING last)
     INSERT INTO ${schema}.event (${COLUMNS}) SELECT new.* FROM moved, unnest(${ARRAYS}) AS new`,
  ),
  // Changes nothing; its commit waits for whatever those before it have to wait for.
  confirm: statement('confirm', `UPDATE ${schema}.log SET last = last`),
  // One statement is one snapshot: the end that is compared belongs to these rows.
  page: statement(
    'page',
    `SELECT log.last, page.* FROM ${schema}.log LEFT JOIN LATERAL
       (SELECT ${COLUMNS} FROM ${schema}.event WHERE position > $1 ORDER BY position LIMIT $2) AS page ON true
     ORDER BY page.position`,
  ),
  stream: statement(
    'stream',
    `SELECT ${COLUMNS} FROM ${schema}.event WHERE stream = $1 AND revision >= $2::bigint ORDER BY revision`,
  ),
  heads: statement(
    'heads',
    `SELECT name, (SELECT revision FROM ${schema}.event WHERE stream = name ORDER BY revision DESC LIMIT 1)
     FROM unnest($1::text[]) AS name`,
  ),
  ids: statement(
    'ids',
    `SELECT id, position FROM ${schema}.event WHERE stream = $1 AND revision > $2::bigint ORDER BY revision LIMIT $3`,
  ),
});
