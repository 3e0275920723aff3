import { StoreUnavailable, Subjects } from '@zielwerk/kernel';
import { DatabaseError } from 'pg';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { RememberedRefs } from '../remembered-refs';
import type { PostgresDatabase, Statement } from './postgres-database';

// Another process may forget a subject. What it forgot is then nobody's, so that an event which still carries the
// reference says nothing; and soon the subject is somebody new here, too.
const REMEMBERED_MS = 5_000;
const LOCK_NOT_AVAILABLE = '55P03';
const LOCK_TRIES = 10;
const BETWEEN_TRIES_MS = 500;

/**
 * A table of its own: the events beside it never hold a person, and stay as they are when one is forgotten. An erasure
 * makes the table's files anew; what the server wrote ahead holds the name until that is recycled. What another process
 * has forgotten may still be called by its old reference for 5 s.
 */
export class PostgresSubjects extends Subjects {
  private readonly table: string;
  private readonly remembered: RememberedRefs;
  private readonly find: Statement;
  private readonly findPerson: Statement;
  private readonly add: Statement;

  /** The database stays its owner's, who closes it. */
  constructor(
    private readonly database: PostgresDatabase,
    rememberedMs = REMEMBERED_MS,
  ) {
    super();
    this.remembered = new RememberedRefs(rememberedMs);
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
    const known = this.remembered.get(subject);
    if (known !== undefined) return known;
    const remember = this.remembered.looking();
    const [found] = await this.database.rows<readonly [string]>(this.find, [subject]);
    const [row] = found ? [found] : await this.database.rows<readonly [string]>(this.add, [subject, randomUUID()]);
    if (!row) throw new Error('A subject that was just added is not there.');
    remember(subject, row[0]);
    return row[0];
  }

  override async personOf(ref: string): Promise<string | null> {
    const [row] = await this.database.rows<readonly [string]>(this.findPerson, [ref]);
    return row?.[0] ?? null;
  }

  override async erase(subject: string): Promise<boolean> {
    this.remembered.forget(subject);
    const erased = await this.eraseRow(subject);
    // Again, for those who looked while it was still there.
    this.remembered.forget(subject);
    return erased;
  }

  /** Tries for some seconds: who waits longer for a long reader of the table, such as a dump, keeps all others waiting. */
  private async eraseRow(subject: string): Promise<boolean> {
    for (let tries = 1; ; tries += 1)
      try {
        return await this.rewriteWithout(subject);
      } catch (cause) {
        if (!(cause instanceof DatabaseError) || cause.code !== LOCK_NOT_AVAILABLE) throw cause;
        if (tries === LOCK_TRIES)
          throw new StoreUnavailable('Somebody reads the subjects for long, as a backup does. Nobody was forgotten.', {
            cause,
          });
        await pause(BETWEEN_TRIES_MS);
      }
  }

  private rewriteWithout(subject: string): Promise<boolean> {
    return this.database.transaction(async (client) => {
      await client.query(`SET LOCAL lock_timeout = '300ms'`);
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
