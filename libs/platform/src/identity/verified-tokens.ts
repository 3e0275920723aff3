// Proving a signature costs more than everything else a command needs: a token that was proven lately is known again.
import { hash } from 'node:crypto';

import type { Caller } from './caller';
import type { TokenVerifier } from './token-verifier';

const KEPT_MS = 60_000;
const MOST = 10_000;

type Known = Readonly<{ caller: Caller; until: number }>;

export class VerifiedTokens {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly verifier: TokenVerifier,
    private readonly now: () => number = Date.now,
  ) {}

  /** The caller of a token that was proven within the last minute and has not expired; else undefined. */
  recall(token: string): Caller | undefined {
    const digest = digestOf(token);
    const known = this.known.get(digest);
    if (!known) return undefined;
    if (this.now() < known.until) return known.caller;
    this.known.delete(digest);
    return undefined;
  }

  /** Throws what the verifier throws; such tokens are not remembered. */
  async prove(token: string): Promise<Caller> {
    const { caller, expiresAt } = await this.verifier.verify(token);
    const oldest = this.known.size < MOST ? undefined : this.known.keys().next().value;
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(digestOf(token), { caller, until: Math.min(this.now() + KEPT_MS, expiresAt) });
    return caller;
  }
}

// The token itself is not kept: whoever reads the memory shall not be able to act with it.
const digestOf = (token: string): string => hash('sha256', token, 'base64');
