import { setTimeout as pause } from 'node:timers/promises';

import type { PostgresSession } from './session';

/** As a store's turn, with the session as PostgreSQL has it. */
type Turn = Readonly<{ begin: (session: PostgresSession) => Promise<void>; end: () => Promise<void> }>;

type Means = Readonly<{
  open: () => Promise<PostgresSession>;
  /** The rows are of another release than this process: whoever writes them is asked to make room, once. */
  asks: boolean;
  lookMs: number;
  warn: (sentence: string) => void;
}>;

/** Has this process write whenever the lock is its own, for as long as it is. */
export class Turns {
  private readonly stopping = new AbortController();
  private going: Promise<void> = Promise.resolve();
  private asks: boolean;

  constructor(private readonly means: Means) {
    this.asks = means.asks;
  }

  /** Resolves once the first attempt is over; throws when that fails. */
  async begin(turn: Turn): Promise<void> {
    const session = await this.means.open();
    const began = await this.attempt(session, turn).catch(async (error: unknown) => {
      await this.leave(session, turn);
      throw error;
    });
    this.going = (began ? this.outlast(session, turn) : session.close()).then(() => this.goOn(turn));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.going;
  }

  private async goOn(turn: Turn): Promise<void> {
    while (await this.mayLook()) {
      const session = await this.means.open().catch(() => undefined);
      if (!session) continue;
      try {
        let began = await this.attempt(session, turn);
        while (!began && (await this.mayLook())) began = await this.attempt(session, turn);
      } catch (error) {
        this.means.warn(
          `This process cannot write the read model: ${error instanceof Error ? error.message : String(error)}`,
        );
        await this.leave(session, turn);
        continue;
      }
      await this.outlast(session, turn);
    }
  }

  private async attempt(session: PostgresSession, turn: Turn): Promise<boolean> {
    if (!(await session.lock())) {
      if (this.asks) await session.askForTurn();
      return false;
    }
    this.asks = false;
    await turn.begin(session);
    return true;
  }

  private async outlast(session: PostgresSession, turn: Turn): Promise<void> {
    const stopped = new Promise<void>((resolve) => {
      if (this.stopping.signal.aborted) resolve();
      this.stopping.signal.addEventListener('abort', () => resolve());
    });
    await Promise.race([session.lost, session.asked, stopped]);
    await this.leave(session, turn);
  }

  private async leave(session: PostgresSession, turn: Turn): Promise<void> {
    // What was under way when the connection was lost fails, and was told so.
    await turn.end().catch(() => undefined);
    await session.close();
  }

  /** After a pause; false once it is to stop. */
  private async mayLook(): Promise<boolean> {
    const { signal } = this.stopping;
    await pause(this.means.lookMs, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }
}
