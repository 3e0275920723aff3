import { setTimeout as pause } from 'node:timers/promises';

import { Unavailable } from '@zielwerk/kernel';
import { sql } from 'kysely';
import { Client, DatabaseError, type QueryResult } from 'pg';

import type { AnalysisSchema } from '../analysis';
import type { Paging } from '../event-log';
import { Lane } from '../lane';
import type { Session } from '../store';
import type { Database, EngineTables } from '../tables';
import { createAnalysis, dropAnalysis, grantAnalysis, isShown } from './analysis';
import {
  ask,
  asUnavailable,
  clientConfig,
  codeOf,
  isLost,
  kyselyOn,
  type Lent,
  type PostgresSettings,
  Prepared,
} from './connections';

// Longer than any statement takes; a connection without an answer for so long is given up.
const ANSWER_MS = 60_000;
const MOST_BETWEEN_BEATS_MS = 2_000;
const LOCK_NOT_AVAILABLE = '55P03';
const SWAP_TRIES = 120;
const SHOW_TRIES = 10;
const BETWEEN_TRIES_MS = 500;

export type SessionSettings = PostgresSettings & Readonly<{ schema: string }>;

type Means = Readonly<{
  /** Where the log is read while this one writes. */
  beside: Database;
  warn: (sentence: string) => void;
}>;

/**
 * The connection of one who would write. The lock that says who may is the connection's, and all writing runs on it: whoever
 * has lost the lock has lost the connection, and cannot write. Whoever is paused says nothing, and loses both.
 */
export class PostgresSession implements Session {
  readonly db = kyselyOn<EngineTables>(() => this.lend());
  /** Resolves when the connection is lost, or closed. */
  readonly lost: Promise<void>;
  /** Resolves when another one asks to be let write. */
  readonly asked: Promise<void>;
  private readonly client: Client;
  private readonly pulse: NodeJS.Timeout;
  private beAsked: () => void = () => undefined;
  private readonly prepared = new Prepared();
  private readonly statements = new Lane();
  private isLost = false;
  private hasAsked = false;
  private free: Promise<void> = Promise.resolve();

  private readonly schema: string;
  private readonly analysis: readonly AnalysisSchema[];

  readonly paging: Paging;

  private readonly warn: (sentence: string) => void;

  private constructor(settings: SessionSettings, means?: Means) {
    this.paging = { size: 2000, ...(means && { beside: means.beside }) };
    this.warn = means?.warn ?? (() => undefined);
    this.schema = settings.schema;
    this.analysis = settings.analysis ?? [];
    const silence = settings.silenceMs ?? 10_000;
    const session = {
      search_path: this.schema,
      // Losing the last moments with the power is no loss: the bus has them, and offsets are lost together with rows.
      synchronous_commit: 'off',
      idle_session_timeout: `${silence}`,
      idle_in_transaction_session_timeout: `${silence}`,
      tcp_user_timeout: `${silence}`,
      // A machine that died without a farewell must not keep the lock for hours.
      tcp_keepalives_idle: '10',
      tcp_keepalives_interval: '5',
      tcp_keepalives_count: '3',
    };
    this.client = new Client({ ...clientConfig(settings, session), query_timeout: ANSWER_MS });
    this.lost = new Promise((resolve) => {
      // An error that nobody listens to would end the process.
      for (const event of ['error', 'end'] as const) this.client.on(event, resolve);
    });
    void this.lost.then(() => (this.isLost = true));
    this.asked = new Promise((resolve) => (this.beAsked = resolve));
    this.pulse = setInterval(() => void this.beat(), Math.min(silence / 4, MOST_BETWEEN_BEATS_MS));
  }

  /** Throws Unavailable when the database cannot be reached. */
  static async open(settings: SessionSettings, means?: Means): Promise<PostgresSession> {
    const session = new PostgresSession(settings, means);
    try {
      await session.client.connect();
      return session;
    } catch (error) {
      await session.close();
      throw asUnavailable(error);
    }
  }

  /** Whether it is this one that may write. It is for as long as the connection lasts. */
  async lock(): Promise<boolean> {
    const isWon = await this.tryLock('runner');
    if (isWon && this.hasAsked) await this.askNoMore();
    return isWon;
  }

  /** Has the one who writes make room. */
  async askForTurn(): Promise<void> {
    this.hasAsked ||= await this.tryLock('next');
  }

  /** Makes the views that this release shows to analysts, where others are there. When it fails that is all that fails. */
  async showAnalysis(): Promise<void> {
    const { db, schema, analysis } = this;
    try {
      if (!(await isShown(db, schema, analysis)))
        await this.persistently(SHOW_TRIES, async (transaction) => {
          await dropAnalysis(transaction, analysis);
          await createAnalysis(transaction, schema, analysis);
        });
      await grantAnalysis(db, analysis);
    } catch (error) {
      this.warnOfAnalysis(error);
    }
  }

  forgetStatements(): void {
    this.prepared.forget();
  }

  exclusively(work: (transaction: Database) => Promise<void>): Promise<void> {
    return this.persistently(SWAP_TRIES, async (transaction) => {
      await sql`lock table projection in access exclusive mode`.execute(transaction);
      await dropAnalysis(transaction, this.analysis);
      await work(transaction);
      await this.showAgain(transaction);
    });
  }

  /** A swap does not fail because analysts are shown nothing. */
  private async showAgain(transaction: Database): Promise<void> {
    await sql`savepoint swapped`.execute(transaction);
    try {
      await createAnalysis(transaction, this.schema, this.analysis);
      await grantAnalysis(transaction, this.analysis);
    } catch (error) {
      await sql`rollback to savepoint swapped`.execute(transaction);
      this.warnOfAnalysis(error);
    }
  }

  private warnOfAnalysis(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.warn(`The views for analysts could not be made; the next process that writes tries again: ${reason}`);
  }

  /** Again when somebody else's lock is in the way. */
  private async persistently(most: number, work: (transaction: Database) => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1)
      try {
        await this.db.transaction().execute(async (transaction) => {
          // Shorter than a deadlock lasts before somebody is chosen to fail: that must not be a reader.
          await sql`set local lock_timeout = '500ms'`.execute(transaction);
          await work(transaction);
        });
        return;
      } catch (error) {
        if (codeOf(error) !== LOCK_NOT_AVAILABLE || tries === most) throw error;
        await pause(BETWEEN_TRIES_MS);
      }
  }

  async close(): Promise<void> {
    clearInterval(this.pulse);
    // The server sees the end of a connection a moment later than this process does.
    if (!this.isLost) await this.ask('select pg_advisory_unlock_all()', []).catch(() => undefined);
    this.isLost = true;
    await this.client.end().catch(() => undefined);
  }

  /** Else the next one that asks would not be heard. */
  private async askNoMore(): Promise<void> {
    await sql`select pg_advisory_unlock(hashtextextended(${`${this.schema} next`}, 0))`.execute(this.db);
    this.hasAsked = false;
  }

  private async tryLock(name: 'runner' | 'next'): Promise<boolean> {
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${`${this.schema} ${name}`}, 0)) as held`.execute(this.db);
    return rows[0]?.held === true;
  }

  /** Says that it is alive, between the statements of whatever is under way, and hears whether it is asked for its turn. */
  private async beat(): Promise<void> {
    const text = `select pg_try_advisory_xact_lock_shared(hashtextextended($1, 0)) as free`;
    // Refused within a transaction that has failed: that is an answer as well.
    const answer = await this.ask(text, [`${this.schema} next`]).catch(() => undefined);
    if (answer && !(answer.rows as readonly { free: boolean }[])[0]?.free) this.beAsked();
  }

  /** One statement after the other: the pulse comes between those of a transaction. */
  private async ask(text: string, values: readonly unknown[], named?: string): Promise<QueryResult> {
    try {
      return await this.statements.run(() => ask(this.client, text, values, named));
    } catch (error) {
      // Without an answer, nothing that is asked after it would have one. A server that refuses has answered.
      if (isLost(error) && !(error instanceof DatabaseError)) void this.client.end().catch(() => undefined);
      throw error;
    }
  }

  /** To one after the other: a transaction is nobody else's. */
  private async lend(): Promise<Lent> {
    const before = this.free;
    let release: () => void = () => undefined;
    this.free = new Promise((resolve) => (release = resolve));
    await before;
    if (!this.isLost) return { query: (text, values) => this.ask(text, values, this.prepared.nameOf(text)), release };
    release();
    throw new Unavailable('The connection to the read model is lost.');
  }
}
