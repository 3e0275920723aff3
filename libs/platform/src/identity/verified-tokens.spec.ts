import type { Caller } from './caller';
import { TokenVerifier, type Verified } from './token-verifier';
import { VerifiedTokens } from './verified-tokens';

const caller: Caller = {
  ...{ subject: 's', ministry: null, roles: [], function: null, unit: null, deputyFor: null },
  commands: [],
};

/** Takes every token and says it counts until then. */
class Trusting extends TokenVerifier {
  constructor(private readonly expiresAt: number) {
    super();
  }
  override verify(token: string): Promise<Verified> {
    return Promise.resolve({ caller: { ...caller, subject: token }, expiresAt: this.expiresAt });
  }
}

describe('VerifiedTokens', () => {
  let now = 0;
  const open = (expiresAt: number) => new VerifiedTokens(new Trusting(expiresAt), () => now);
  beforeEach(() => {
    now = 0;
  });

  it('recalls a token that was proven, for a minute at most', async () => {
    const tokens = open(1_000_000);
    expect(tokens.recall('a')).toBeUndefined();
    await tokens.prove('a');
    now = 59_999;
    expect([tokens.recall('a')?.subject, tokens.recall('b')]).toEqual(['a', undefined]);
    now = 60_000;
    expect(tokens.recall('a')).toBeUndefined();
  });

  it('never recalls one beyond its end', async () => {
    const tokens = open(10_000);
    await tokens.prove('a');
    now = 9_999;
    expect(tokens.recall('a')?.subject).toBe('a');
    now = 10_000;
    expect(tokens.recall('a')).toBeUndefined();
  });

  it('forgets the first of more than 10,000', async () => {
    const tokens = open(1_000_000);
    for (let n = 0; n <= 10_000; n++) await tokens.prove(`${n}`);
    expect([tokens.recall('0'), tokens.recall('1')?.subject, tokens.recall('10000')?.subject]).toEqual([
      ...[undefined, '1', '10000'],
    ]);
  });
});
