import { Subjects } from '@zielwerk/kernel';
import { randomUUID } from 'node:crypto';
import type { PostgresDatabase, Statement } from './postgres-database';

/**
 * A table of its own: the events beside it never hold a person, and stay as they are when one is forgotten. An erasure
 * makes the table's files anew; what the server wrote ahead holds the name until that is recycled.
 */
export class PostgresSubjects extends Subjects {
  private readonly table: string;
  private readonly find: Statement;
  private readonly findPerson: Statement;
  private readonly add: Statement;

  /** The database stays its owner's, who closes it. */
  constructor(private readonly database: PostgresDatabase) {
    super();
    this.table = `${database.schema}.subject`;
    this.find = { name: 'find subject', text: `SELECT ref FROM ${this.table} WHERE subject = $1` };
    this.findPerson = { name: 'find person', text: `SELECT subject FROM ${this.table} WHERE ref = $1` };
    this.add = {
      name: 'add subject',
      // An update that changes nothing: else it answers no row when another was first.
      text: `INSERT INTO ${this.table} VALUES ($1, $2)
        ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject RETURNING ref`,
    };
  }

  override async refOf(subject: string): Promise<string> {
    const [found] = await this.database.rows<readonly [string]>(this.find, [subject]);
    const [row] = found ? [found] : await this.database.rows<readonly [string]>(this.add, [subject, randomUUID()]);
    if (!row) throw new Error('A subject that was just added is not there.');
    return row[0];
  }

  override async personOf(ref: string): Promise<string | null> {
    const [row] = await this.database.rows<readonly [string]>(this.findPerson, [ref]);
    return row?.[0] ?? null;
  }

  override erase(subject: string): Promise<boolean> {
    return this.database.transaction(async (client) => {
      await client.query(`LOCK TABLE ${this.table} IN ACCESS EXCLUSIVE MODE`);
      const { rowCount } = await client.query(`DELETE FROM ${this.table} WHERE subject = $1`, [subject]);
      // A deleted row stays in its page, and VACUUM keeps what an old reader could still see: only a new file forgets.
      await client.query(`CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM ${this.table}`);
      await client.query(`TRUNCATE ${this.table}`);
      await client.query(`INSERT INTO ${this.table} SELECT * FROM kept`);
      return rowCount !== null && rowCount > 0;
    });
  }
}
