// Where databases are reached, and by which certificates they are known.
import { InvalidConfiguration } from './invalid-configuration';
import { readCertificates } from './certificates';

const CA = 'ZIELWERK_DATABASE_CA';

/** A setting as it was given: the URL, the variable that gave it, and the file of ZIELWERK_DATABASE_CA. */
export type GivenUrl = Readonly<{ variable: string; url: string; ca: string | undefined }>;

const UNCHECKED = 'disable';
const CHECKED = ['require', 'verify-ca', 'verify-full'];

const refuse = (sentence: string): never => {
  throw new InvalidConfiguration(sentence);
};

const parsed = ({ variable, url }: GivenUrl, scheme: RegExp, example: string): URL =>
  scheme.test(url) && URL.canParse(url) ? new URL(url) : refuse(`${variable} must be a URL such as ${example}.`);

/**
 * The URL of a PostgreSQL database as the driver takes it, with the CA in it. Each `sslmode` but `disable` means that the
 * certificate and the name in it are checked. Throws InvalidConfiguration, whose sentence holds nothing of the URL.
 */
export const postgresUrl = (given: GivenUrl): string => {
  const { variable, ca } = given;
  const url = parsed(given, /^postgres(?:ql)?:\/\//u, 'postgres://user:password@host:5432/database');
  const mode = url.searchParams.get('sslmode') ?? UNCHECKED;
  if (![UNCHECKED, ...CHECKED].includes(mode))
    refuse(`sslmode in ${variable} must be one of ${[UNCHECKED, ...CHECKED].join(', ')}.`);
  if (mode !== UNCHECKED) url.searchParams.set('sslmode', 'verify-full');
  if (ca === undefined) return url.href;
  if (mode === UNCHECKED) refuse(`${variable} must set sslmode to verify-full, because ${CA} is set.`);
  readCertificates(CA, ca);
  url.searchParams.set('sslrootcert', ca);
  return url.href;
};

const KURRENT = /^kurrentdb(?:\+discover)?:\/\/[^\s/?]{1,500}/u;

/**
 * The URL of a KurrentDB server or cluster as the client takes it, with the CA in it. TLS is on unless it says
 * `tls=false`. Throws InvalidConfiguration, whose sentence holds nothing of the URL.
 */
export const kurrentUrl = ({ variable, url, ca }: GivenUrl): string => {
  // Several hosts are no URL to a parser, so only its beginning is looked at, and what is asked of it.
  if (!KURRENT.test(url)) refuse(`${variable} must be a URL such as kurrentdb://user:password@host:2113.`);
  const asks = (name: string) => new RegExp(`[?&]${name}=false(?:&|$)`, 'iu').test(url);
  // The client then answers a conflict with a revision that the stream does not have.
  if (asks('throwOnAppendFailure')) refuse(`${variable} must not set throwOnAppendFailure to false.`);
  if (ca === undefined) return url;
  if (asks('tls')) refuse(`${variable} must not set tls to false, because ${CA} is set.`);
  readCertificates(CA, ca);
  return `${url}${url.includes('?') ? '&' : '?'}tlsCAFile=${encodeURIComponent(ca)}`;
};
