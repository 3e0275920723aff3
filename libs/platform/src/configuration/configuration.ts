// What a deployment sets, from the environment or from options of the command line; options win.
import { contractOf, type WrittenVersions } from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';

import type { IssuerSettings } from '../identity/external-issuer';
import type { LogLevel } from '../start/logging';
import { type EventStoreSettings, eventStoreOf } from './event-store-settings';
import { InvalidConfiguration } from './invalid-configuration';
import { issuerOf, objectionToIssuer } from './issuer-rules';
import { type KafkaSecurity, kafkaSecurityOf } from './kafka-security';
import { type ReadModelSettings, readModelOf } from './read-model-settings';
import { DEFAULTS, type Name, READ, Settings } from './settings';
import { type Environment, textIn } from './sources';
import { objectionToNames } from './variable-names';
import { versionsIn } from './written-versions';

const contract = contractOf(Settings);
const NAMES = Object.keys(READ) as Name[];

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
  kafkaSecurity: KafkaSecurity;
  eventStore: EventStoreSettings;
  readModel: ReadModelSettings;
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
  /** Where operators ask; null: nowhere. 0 lets the system choose. */
  operatorPort: number | null;
  operatorHost: string;
  /** Where traces go, by OTLP over HTTP; null: nowhere. */
  tracesUrl: string | null;
}>;

/** Options of the command line, as they were written there. */
export type Options = Readonly<Partial<Record<Name, string | boolean | undefined>>>;

/** Throws InvalidConfiguration. */
export const readConfiguration = (environment: Environment, options: Options = {}): Configuration => {
  const misspelt = objectionToNames(environment);
  if (misspelt !== null) throw new InvalidConfiguration(misspelt);
  const given = NAMES.flatMap((name) => {
    const { variable, read, mayBeFile } = READ[name];
    const sent = options[name] ?? textIn(environment, variable, mayBeFile);
    return sent === undefined ? [] : [[name, typeof sent === 'string' ? read(sent) : sent] as const];
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
    kafkaSecurity: kafkaSecurityOf(settings),
    eventStore: eventStoreOf(settings),
    readModel: readModelOf(settings),
    writtenVersions: versionsIn(settings.writeVersions, called('writeVersions')),
    ...observationOf(settings),
  };
  const objection = objectionTo(configuration, environment);
  if (objection !== null) throw new InvalidConfiguration(objection);
  return configuration;
};

const isEveryAddress = (host: string): boolean => host === '0.0.0.0' || host === '::';

const observationOf = ({ operatorPort, operatorHost, tracesUrl }: Settings) => ({
  ...{ operatorPort: operatorPort ?? null, operatorHost, tracesUrl: tracesUrl ?? null },
});

const sentenceOn = (settings: unknown, called: (name: Name) => string): string => {
  const [first] = contract.faults(settings);
  const name = NAMES.find((each) => first?.pointer.split('/')[1] === each);
  return name && first
    ? first.detail.replace(new RegExp(`^${name}`, 'u'), called(name))
    : 'The configuration is invalid.';
};

const objectionTo = (configuration: Configuration, environment: Environment): string | null => {
  const { bus, kafkaBrokers, issuer, host } = configuration;
  if (bus === 'kafka' && kafkaBrokers.length === 0)
    return 'ZIELWERK_KAFKA_BROKERS must name the brokers when ZIELWERK_BUS is kafka.';
  if (bus === 'embedded' && kafkaBrokers.length > 0)
    return 'ZIELWERK_BUS must be kafka, because ZIELWERK_KAFKA_BROKERS names brokers.';
  return objectionToPorts(configuration) ?? objectionToIssuer(issuer, host, environment.NODE_ENV);
};

const objectionToPorts = ({ host, port, operatorHost, operatorPort }: Configuration): string | null => {
  const isOneAddress = host === operatorHost || [host, operatorHost].some(isEveryAddress);
  return port !== 0 && port === operatorPort && isOneAddress
    ? `ZIELWERK_OPERATOR_PORT must be another port than the public one, which is ${port}.`
    : null;
};
