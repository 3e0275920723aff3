// The port behind which tokens are proven, and what both of its adapters have in common.
import { Malformed } from '@zielwerk/contracts';
import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';

import type { Caller } from './caller';
import { callerFrom } from './claims';
import { Unauthenticated } from './permission';

/** `expiresAt` in milliseconds since 1970. */
export type Verified = Readonly<{ caller: Caller; expiresAt: number }>;

export abstract class TokenVerifier {
  /** Throws Unauthenticated for a token that does not count here, IdentityUnavailable when that cannot be told now. */
  abstract verify(token: string): Promise<Verified>;
}

/** The issuer's keys cannot be had at the moment: 503. */
export class IdentityUnavailable extends Error {
  override readonly name = 'IdentityUnavailable';
}

/** Whose tokens count, for whom, signed how. */
export type Terms = Readonly<{ issuer: string; audience: string; algorithms: readonly string[] }>;

const CLOCK_TOLERANCE_SECONDS = 5;

/** `now`: what the issuer's clock shows, not the day that is being played. */
export const verifyWith = async (
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience, algorithms }: Terms,
  now: Date,
): Promise<Verified> => {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'sub'],
      currentDate: now,
    });
    return { caller: callerFrom(payload), expiresAt: expiryOf(payload) };
  } catch (error) {
    throw refusalOf(error);
  }
};

const expiryOf = ({ exp = 0 }: JWTPayload): number => exp * 1000;

// The sender learns what is wrong with the token, never what is in it.
const refusalOf = (error: unknown): Error => {
  if (error instanceof Unauthenticated) return error;
  if (error instanceof Malformed)
    return new Unauthenticated(
      true,
      `The token's claims do not fit: ${error.faults.map(({ detail }) => detail).join(' ')}`,
    );
  if (error instanceof errors.JWTExpired) return new Unauthenticated(true, 'The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new Unauthenticated(true, `The token's claim ${error.claim} does not fit.`);
  if (isFaultOfToken(error)) return new Unauthenticated(true, 'The token is not valid here.');
  return new IdentityUnavailable('The keys of the issuer cannot be had.', { cause: error });
};

const TOKEN_FAULTS: readonly string[] = [
  errors.JWSInvalid.code,
  errors.JWTInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
];
const isFaultOfToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError && TOKEN_FAULTS.includes(error.code);
