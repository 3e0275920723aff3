// What every service of a process shares: configuration, jurisdiction, clock, bus, tokens.
import type { LoggerService } from '@nestjs/common';
import { type Clock, type Messaging, topicOf } from '@zielwerk/kernel';
import { EmbeddedMessaging, type KafkaConfig, KafkaMessaging } from '@zielwerk/messaging';
import {
  besideProgram,
  ClockOfDay,
  type Configuration,
  DevelopmentIssuer,
  ExternalIssuer,
  InvalidConfiguration,
  InvalidJurisdiction,
  jsonLogger,
  type Jurisdiction,
  loadJurisdiction,
  makeFolder,
  Metrics,
  SystemClock,
  type TokenVerifier,
} from '@zielwerk/platform';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { observedBus } from './observed';

export type Parts = Readonly<{
  configuration: Configuration;
  jurisdiction: Jurisdiction;
  clock: Clock;
  tokens: TokenVerifier;
  messaging: Messaging;
  logger: LoggerService;
  /** What the services count; null where no operator asks. */
  metrics: Metrics | null;
}>;

/** The jurisdiction that comes with the product. */
export const DEFAULT_JURISDICTION = join(besideProgram('jurisdictions') ?? 'jurisdictions', 'sachsen-anhalt.json');

export const topicsOf = ({ ministries }: Jurisdiction): readonly string[] =>
  ministries.map(({ code }) => topicOf(code));

/** Creates the folder below the data folder when it is missing. */
export const folderIn = (data: string, ...names: readonly string[]): string => {
  const folder = join(data, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** Where things lie below a data folder, whether one process runs there or many. */
export const houseFolder = (data: string, code: string): string => join(data, 'houses', code);
export const strategyFolder = (data: string): string => join(data, 'strategy');

const tokensOf = async ({ issuer, issuerFolder, data }: Configuration): Promise<TokenVerifier> => {
  if (issuer) return new ExternalIssuer(issuer);
  if (issuerFolder !== null && !DevelopmentIssuer.hasKey(issuerFolder))
    makeFolder('ZIELWERK_ISSUER_FOLDER', issuerFolder);
  return DevelopmentIssuer.open(issuerFolder ?? join(data, 'issuer'));
};

const jurisdictionOf = async ({ jurisdiction }: Configuration): Promise<Jurisdiction> => {
  try {
    return await loadJurisdiction(jurisdiction ?? DEFAULT_JURISDICTION);
  } catch (error) {
    if (!(error instanceof InvalidJurisdiction)) throw error;
    throw new InvalidConfiguration(`ZIELWERK_JURISDICTION, or --jurisdiction, cannot be used: ${error.message}`, {
      cause: error,
    });
  }
};

/** As the client of Kafka takes it. */
const kafkaOf = (
  { kafkaBrokers: brokers, kafkaSecurity: { tls, sasl } }: Configuration,
  clientId: string,
): KafkaConfig => ({
  brokers,
  clientId,
  ...(tls && { ssl: tls.ca === null ? true : { ca: [tls.ca] } }),
  ...(sasl && { sasl }),
});

const textOf = (cause: unknown): string => String(cause);

const busOf = (configuration: Configuration, service: string, logger: LoggerService): Messaging => {
  const warn = (message: string, cause?: unknown): void => {
    logger.warn(cause === undefined ? message : { msg: message, reason: textOf(cause) });
  };
  return configuration.bus === 'kafka'
    ? new KafkaMessaging(kafkaOf(configuration, `zielwerk.${service}`), warn)
    : new EmbeddedMessaging(join(folderIn(configuration.data), BUS_FILE), warn);
};

/** A data folder is one jurisdiction's for ever: under another file its events would be another state's. */
const keepJurisdiction = (data: string, { id, name }: Jurisdiction): void => {
  const file = join(folderIn(data), 'jurisdiction');
  if (!existsSync(file)) writeFileSync(file, id);
  const kept = readFileSync(file, 'utf8').trim();
  if (kept !== id)
    throw new InvalidConfiguration(
      `ZIELWERK_DATA ${data} holds the data of «${kept}», and ZIELWERK_JURISDICTION is «${id}» (${name}).`,
    );
};

const BUS_FILE = 'bus.sqlite';

/** What was published on one bus is not on the other, and nobody would publish it there again. */
const keepBus = ({ data, bus }: Configuration): void => {
  const file = join(folderIn(data), 'bus');
  const marked = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  const kept = marked ?? (existsSync(join(data, BUS_FILE)) ? 'embedded' : undefined);
  if (kept !== undefined && kept !== bus)
    throw new InvalidConfiguration(
      `ZIELWERK_BUS is ${bus}, and the services of ZIELWERK_DATA ${data} have published on ${kept}.`,
    );
  // The embedded bus is a mark of itself.
  if (marked === undefined && bus === 'kafka') writeFileSync(file, bus);
};

/** `service` names the process in logs and towards the bus. Throws when a file of the configuration cannot be read. */
export const openParts = async (configuration: Configuration, service: string): Promise<Parts> => {
  const logger = jsonLogger(configuration.logLevel, service);
  const jurisdiction = await jurisdictionOf(configuration);
  keepJurisdiction(configuration.data, jurisdiction);
  keepBus(configuration);
  return {
    configuration,
    jurisdiction,
    clock: configuration.today === null ? new SystemClock() : new ClockOfDay(configuration.today),
    tokens: await tokensOf(configuration),
    messaging: observedBus(busOf(configuration, service, logger), configuration),
    logger,
    metrics: configuration.operatorPort === null ? null : new Metrics(),
  };
};
