// Who may issue tokens: the development issuer on the own machine only, and an external one elsewhere.
import type { IssuerSettings } from '../identity/external-issuer';
import { InvalidConfiguration } from './invalid-configuration';
import type { Settings } from './settings';

/** Null: the development issuer. Throws InvalidConfiguration when only some of it is set. */
export const issuerOf = ({ issuer, audience, jwksUrl }: Settings): IssuerSettings | null => {
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return null;
  if (issuer !== undefined && audience !== undefined && jwksUrl !== undefined) return { issuer, audience, jwksUrl };
  throw new InvalidConfiguration('ZIELWERK_ISSUER, ZIELWERK_AUDIENCE and ZIELWERK_JWKS_URL must be set together.');
};

/** Why tokens of that issuer, or of the development issuer, must not be taken on that interface; null when they may. */
export const objectionToIssuer = (
  issuer: IssuerSettings | null,
  host: string,
  environment: string | undefined,
): string | null => {
  if (issuer) return objectionToKeys(issuer);
  if (!isLoopback(host))
    return `ZIELWERK_ISSUER must name an external issuer, because ZIELWERK_HOST ${host} is open to others.`;
  return environment === 'production'
    ? 'ZIELWERK_ISSUER must name an external issuer, because NODE_ENV is production.'
    : null;
};

const objectionToKeys = ({ jwksUrl }: IssuerSettings): string | null => {
  if (!URL.canParse(jwksUrl)) return 'ZIELWERK_JWKS_URL must be an address such as https://login.example.org/keys.';
  const { protocol, hostname } = new URL(jwksUrl);
  return protocol === 'https:' || isLoopback(hostname) ? null : 'ZIELWERK_JWKS_URL must start with https.';
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host);
