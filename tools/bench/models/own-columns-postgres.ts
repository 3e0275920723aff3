// The projection of the ceiling model own-postgres, given what the product keeps: it reads the product's own log, with the
// columns that a projection gets, folds in memory, and writes while it reads ahead. It checks nothing.
import { handlerOf, type Recorded } from '@zielwerk/kernel';
import { Client } from 'pg';

import { type GoalEvent, type GoalRow, goalsProjection } from '../workload/goals';

const PAGE = 2000;
const COLUMNS = ['text', 'text', 'text', 'text', 'bigint', 'bigint', 'bigint', 'bigint'];

type Logged = Readonly<Record<string, string>>;

export class OwnColumnsPostgres {
  private readonly reading: Client;
  private readonly writing: Client;

  private constructor(
    url: string,
    private readonly log: string,
  ) {
    this.reading = new Client(url);
    this.writing = new Client(url);
  }

  /** `log`: the schema of a read model that has its events already. */
  static async open(url: string, log: string): Promise<OwnColumnsPostgres> {
    const model = new OwnColumnsPostgres(url, log);
    await model.reading.connect();
    await model.writing.connect();
    await model.writing.query(`SET synchronous_commit = off;
      CREATE TABLE own_goals (id text PRIMARY KEY, title text, ministry text, status text, progress bigint, measures bigint,
        budget bigint, version bigint);
      CREATE TABLE own_checkpoint (id text PRIMARY KEY, position bigint)`);
    return model;
  }

  async project(): Promise<void> {
    await this.writing.query('TRUNCATE own_goals, own_checkpoint');
    const rows = new Map<string, GoalRow>();
    let written = Promise.resolve();
    for (let ahead = this.read(0); ;) {
      const events = await ahead;
      const last = Number(events.at(-1)?.ordinal);
      if (events.length === 0) break;
      ahead = this.read(last);
      const changed = new Set(events.map((event) => fold(rows, event)));
      await written;
      written = this.write(
        [...changed].flatMap((goalId) => rows.get(goalId) ?? []),
        last,
      );
    }
    await written;
  }

  async close(): Promise<void> {
    await this.reading.end();
    await this.writing.end();
  }

  private async read(after: number): Promise<readonly Logged[]> {
    const text = `SELECT ordinal, stream, revision, event_id, type, wire_type, occurred_on, recorded_at, acting_function,
        correlation_id, reported_on, convert_from(value, 'UTF8') AS value
      FROM ${this.log}.event WHERE ordinal > $1 ORDER BY ordinal LIMIT $2`;
    return (await this.reading.query<Logged>({ name: 'page', text, values: [after, PAGE] })).rows;
  }

  private async write(rows: readonly GoalRow[], last: number): Promise<void> {
    const arrays = COLUMNS.map((type, at) => `$${at + 1}::${type}[]`).join(', ');
    const set = Object.keys(goalsProjection.columns).map((name) => `${name} = excluded.${name}`);
    const text = `INSERT INTO own_goals SELECT * FROM unnest(${arrays}) ON CONFLICT (id) DO UPDATE SET ${set.join(', ')}`;
    const values = COLUMNS.map((_, at) => rows.map((row) => Object.values<string | number>(row)[at]));
    await this.writing.query('BEGIN');
    await this.writing.query({ name: 'rows', text, values });
    await this.writing.query({
      name: 'checkpoint',
      text: `INSERT INTO own_checkpoint VALUES ('goals', $1) ON CONFLICT (id) DO UPDATE SET position = excluded.position`,
      values: [last],
    });
    await this.writing.query('COMMIT');
  }
}

const fold = (rows: Map<string, GoalRow>, { type = '', value = '' }: Logged): string => {
  const event = { type, data: JSON.parse(value) as unknown } as Recorded<GoalEvent>;
  const { goalId } = event.data;
  const row = handlerOf(goalsProjection, type)?.(rows.get(goalId) ?? null, event, goalId);
  if (row) rows.set(goalId, row);
  return goalId;
};
