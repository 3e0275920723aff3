import { BEFORE_ALL, Checkpoints } from '@zielwerk/kernel';
import type { PostgresDatabase, Statement } from './postgres-database';

/** Beside the events of the same house. The database stays its owner's, who closes it. */
export class PostgresCheckpoints extends Checkpoints {
  private readonly get: Statement;
  private readonly put: Statement;

  constructor(private readonly database: PostgresDatabase) {
    super();
    const table = `${database.schema}.checkpoint`;
    this.get = { name: 'load checkpoint', text: `SELECT position FROM ${table} WHERE reader = $1` };
    this.put = {
      name: 'save checkpoint',
      text: `INSERT INTO ${table} VALUES ($1, $2) ON CONFLICT (reader) DO UPDATE SET position = excluded.position`,
    };
  }

  override async load(reader: string): Promise<number> {
    const [row] = await this.database.rows<readonly [string]>(this.get, [reader]);
    return Number(row?.[0] ?? BEFORE_ALL);
  }

  override async save(reader: string, position: number): Promise<void> {
    await this.database.rows(this.put, [reader, position]);
  }
}
