import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

import { TokenVerifier, type Verified, verifyWith } from './token-verifier';

// Asymmetric only: with a shared secret whoever verifies could also issue.
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'PS384', 'RS256', 'RS384'];

/** Where tokens of an issuer outside come from. */
export type IssuerSettings = Readonly<{ issuer: string; audience: string; jwksUrl: string }>;

/** Tokens of the state's own identity provider; its keys are fetched when they are needed, and kept. */
export class ExternalIssuer extends TokenVerifier {
  private readonly keys: JWTVerifyGetKey;

  constructor(
    private readonly settings: IssuerSettings,
    private readonly now: () => Date = () => new Date(),
  ) {
    super();
    this.keys = createRemoteJWKSet(new URL(settings.jwksUrl), { timeoutDuration: 5_000, cooldownDuration: 10_000 });
  }

  override verify(token: string): Promise<Verified> {
    return verifyWith(token, this.keys, { ...this.settings, algorithms: ALGORITHMS }, this.now());
  }
}
