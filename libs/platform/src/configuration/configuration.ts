// What a deployment sets, from the environment or from options of the command line; options win.
import {
  allEvents,
  contractOf,
  HasEach,
  IsCalendarDate,
  IsFlag,
  IsOneOf,
  IsText,
  word,
  type WrittenVersions,
} from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

import type { IssuerSettings } from '../identity/external-issuer';
import { LOG_LEVELS, type LogLevel } from '../start/logging';

const IsWhole = (least: number, most: number) =>
  word(
    `a whole number from ${least} to ${most}`,
    (says) => IsInt(says),
    (says) => Min(least, says),
    (says) => Max(most, says),
  )();
const IsHost = word('the name or address of a network interface such as 127.0.0.1', (says) =>
  Matches(/^[A-Za-z0-9.:_-]{1,255}$/u, says),
);
const IsBroker = word('addresses of brokers such as localhost:9092, separated by commas', (says) =>
  Matches(/^[A-Za-z0-9._-]{1,255}:\d{1,5}$/u, says),
);
const IsWebAddress = word('an address such as https://login.example.org/keys', (says) =>
  Matches(/^https?:\/\/[^\s]{1,500}$/u, says),
);

const IsWrittenVersion = word(
  'newest, or versions of events to write such as ObservationReported=2, separated by commas',
  (says) => Matches(/^(?:newest|[A-Z][A-Za-z]{1,99}=\d{1,3})$/u, says),
);

class Settings {
  @IsWhole(0, 65_535) readonly port!: number;
  @IsHost() readonly host!: string;
  @IsText({ max: 1000 }) readonly data!: string;
  @IsOptional() @IsText({ max: 1000 }) readonly jurisdiction?: string;
  @IsFlag() readonly empty!: boolean;
  @IsOptional() @IsCalendarDate() readonly today?: CalendarDate;
  @IsOneOf('embedded', 'kafka') readonly bus!: 'embedded' | 'kafka';
  @HasEach(IsBroker, { max: 20 }) readonly kafkaBrokers!: readonly string[];
  @IsOptional() @IsText({ max: 1000 }) readonly issuerFolder?: string;
  @IsOptional() @IsText({ max: 500 }) readonly issuer?: string;
  @IsOptional() @IsText({ max: 500 }) readonly audience?: string;
  @IsOptional() @IsWebAddress() readonly jwksUrl?: string;
  @IsWhole(1, 1_000_000) readonly rateLimit!: number;
  @IsOneOf(...LOG_LEVELS) readonly logLevel!: LogLevel;
  @HasEach(IsWrittenVersion, { max: 200 }) readonly writeVersions!: readonly string[];
}
type Name = keyof Settings;
const contract = contractOf(Settings);

export type Configuration = Readonly<{
  /** 0 lets the system choose. */
  port: number;
  host: string;
  /** The data folder. */
  data: string;
  /** The jurisdiction file; null for the one that comes with the product. */
  jurisdiction: string | null;
  /** Start without the sample. */
  empty: boolean;
  /** The day that is being played; null for the real one. */
  today: CalendarDate | null;
  bus: 'embedded' | 'kafka';
  kafkaBrokers: readonly string[];
  /** Where the development issuer keeps its key, for services that share one; null: in the data folder. */
  issuerFolder: string | null;
  /** Null: the development issuer. They are never both accepted. */
  issuer: IssuerSettings | null;
  /** Requests per second and subject. */
  rateLimit: number;
  logLevel: LogLevel;
  /**
   * `ObservationReported=2`: by event type the version to write, once every reader runs a release that reads it; `newest`
   * stands for all. Where none is named, it is the one that the release before could read.
   */
  writtenVersions: WrittenVersions;
}>;

/** A setting that cannot be; the message is one sentence that names the variable, or the option, that set it. */
export class InvalidConfiguration extends Error {
  override readonly name = 'InvalidConfiguration';
}

const text = (value: string): unknown => value;
const wholeNumber = (value: string): unknown => (/^\d{1,9}$/u.test(value) ? Number(value) : value);
const flag = (value: string): unknown =>
  ({ true: true, '1': true, yes: true, false: false, '0': false, no: false })[value.toLowerCase()] ?? value;
const list = (value: string): unknown => value.split(',').map((item) => item.trim());

const READ: Readonly<Record<Name, Readonly<{ variable: string; read: (value: string) => unknown }>>> = {
  port: { variable: 'ZIELWERK_PORT', read: wholeNumber },
  host: { variable: 'ZIELWERK_HOST', read: text },
  data: { variable: 'ZIELWERK_DATA', read: text },
  jurisdiction: { variable: 'ZIELWERK_JURISDICTION', read: text },
  empty: { variable: 'ZIELWERK_EMPTY', read: flag },
  today: { variable: 'ZIELWERK_TODAY', read: text },
  bus: { variable: 'ZIELWERK_BUS', read: text },
  kafkaBrokers: { variable: 'ZIELWERK_KAFKA_BROKERS', read: list },
  issuerFolder: { variable: 'ZIELWERK_ISSUER_FOLDER', read: text },
  issuer: { variable: 'ZIELWERK_ISSUER', read: text },
  audience: { variable: 'ZIELWERK_AUDIENCE', read: text },
  jwksUrl: { variable: 'ZIELWERK_JWKS_URL', read: text },
  rateLimit: { variable: 'ZIELWERK_RATE_LIMIT', read: wholeNumber },
  logLevel: { variable: 'ZIELWERK_LOG_LEVEL', read: text },
  writeVersions: { variable: 'ZIELWERK_WRITE_VERSIONS', read: list },
};
const NAMES = Object.keys(READ) as Name[];

const DEFAULTS: Partial<Settings> = {
  ...{ port: 4000, host: '127.0.0.1', data: '.zielwerk', empty: false, bus: 'embedded', kafkaBrokers: [] },
  ...{ rateLimit: 100, logLevel: 'warn', writeVersions: [] },
};

/** Options of the command line, as they were written there. */
export type Options = Readonly<Partial<Record<Name, string | boolean | undefined>>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Throws InvalidConfiguration. */
export const readConfiguration = (environment: Environment, options: Options = {}): Configuration => {
  const given = NAMES.flatMap((name) => {
    const sent = options[name] ?? variableIn(environment, READ[name].variable);
    return sent === undefined ? [] : [[name, typeof sent === 'string' ? READ[name].read(sent) : sent] as const];
  });
  const settings: unknown = { ...DEFAULTS, ...Object.fromEntries(given) };
  const called = (name: Name) => (options[name] === undefined ? READ[name].variable : `--${name}`);
  if (!contract.accepts(settings)) throw new InvalidConfiguration(sentenceOn(settings, called));

  const { port, host, data, empty, bus, kafkaBrokers, rateLimit, logLevel } = settings;
  const configuration = {
    ...{ port, host, data, empty, bus, kafkaBrokers, rateLimit, logLevel },
    jurisdiction: settings.jurisdiction ?? null,
    today: settings.today ?? null,
    issuerFolder: settings.issuerFolder ?? null,
    issuer: issuerOf(settings),
    writtenVersions: versionsIn(settings.writeVersions, called('writeVersions')),
  };
  const objection = objectionTo(configuration, environment);
  if (objection !== null) throw new InvalidConfiguration(objection);
  return configuration;
};

// A variable that is set to nothing is what shells and compose files make of one that is not set.
const variableIn = (environment: Environment, variable: string): string | undefined =>
  environment[variable] === '' ? undefined : environment[variable];

const sentenceOn = (settings: unknown, called: (name: Name) => string): string => {
  const [first] = contract.faults(settings);
  const name = NAMES.find((each) => first?.pointer.startsWith(`#/${each}`));
  return name && first
    ? first.detail.replace(new RegExp(`^${name}`, 'u'), called(name))
    : 'The configuration is invalid.';
};

const issuerOf = ({ issuer, audience, jwksUrl }: Settings): IssuerSettings | null => {
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return null;
  if (issuer !== undefined && audience !== undefined && jwksUrl !== undefined) return { issuer, audience, jwksUrl };
  throw new InvalidConfiguration('ZIELWERK_ISSUER, ZIELWERK_AUDIENCE and ZIELWERK_JWKS_URL must be set together.');
};

const NEWEST = 'newest';

const versionsIn = (named: readonly string[], setting: string): WrittenVersions => {
  const versions = named
    .filter((one) => one !== NEWEST)
    .map((one) => one.split('='))
    .map(([type = '', version]) => [type, Number(version)] as const);
  const twice = versions.find(([type], index) => versions.findIndex(([other]) => other === type) < index);
  if (twice) throw new InvalidConfiguration(`${setting} names ${twice[0]} twice.`);
  for (const [type, version] of versions) {
    const allowed = allEvents.writableVersions(type);
    if (allowed.length === 0) throw new InvalidConfiguration(`${setting} names ${type}, and there is no such event.`);
    if (!allowed.includes(version))
      throw new InvalidConfiguration(
        `${setting} names ${type}=${version}; this release writes version ${allowed.join(' or ')} of it.`,
      );
  }
  return { ...(named.includes(NEWEST) && allEvents.newestVersions()), ...Object.fromEntries(versions) };
};

const objectionTo = ({ bus, kafkaBrokers, issuer, host }: Configuration, environment: Environment): string | null => {
  if (bus === 'kafka' && kafkaBrokers.length === 0)
    return 'ZIELWERK_KAFKA_BROKERS must name the brokers when ZIELWERK_BUS is kafka.';
  if (issuer) return objectionToKeys(issuer);
  if (!isLoopback(host))
    return `ZIELWERK_ISSUER must name an external issuer, because ZIELWERK_HOST ${host} is open to others.`;
  if (environment.NODE_ENV === 'production')
    return 'ZIELWERK_ISSUER must name an external issuer, because NODE_ENV is production.';
  return null;
};

const objectionToKeys = ({ jwksUrl }: IssuerSettings): string | null => {
  if (!URL.canParse(jwksUrl)) return 'ZIELWERK_JWKS_URL must be an address such as https://login.example.org/keys.';
  const { protocol, hostname } = new URL(jwksUrl);
  return protocol === 'https:' || isLoopback(hostname) ? null : 'ZIELWERK_JWKS_URL must start with https.';
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host);
