// Every variable: its name, how its text is read, what it may be, and what it is when nobody says.
import { HasEach, IsCalendarDate, IsFlag, IsOneOf, IsText } from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';
import { IsOptional } from 'class-validator';

import { LOG_LEVELS, type LogLevel } from '../start/logging';
import type { EventStoreSettings } from './event-store-settings';
import { SASL_MECHANISMS, type SaslMechanism, SECURITY_PROTOCOLS } from './kafka-security';
import type { ReadModelSettings } from './read-model-settings';
import { IsBroker, IsHost, IsTracesAddress, IsWebAddress, IsWhole, IsWrittenVersion } from './setting-words';

export class Settings {
  @IsWhole(0, 65_535) readonly port!: number;
  @IsHost() readonly host!: string;
  @IsText({ max: 1000 }) readonly data!: string;
  @IsOptional() @IsText({ max: 1000 }) readonly jurisdiction?: string;
  @IsFlag() readonly empty!: boolean;
  @IsOptional() @IsCalendarDate() readonly today?: CalendarDate;
  @IsOneOf('embedded', 'kafka') readonly bus!: 'embedded' | 'kafka';
  @HasEach(IsBroker, { max: 20 }) readonly kafkaBrokers!: readonly string[];
  @IsOneOf(...SECURITY_PROTOCOLS) readonly kafkaSecurity!: (typeof SECURITY_PROTOCOLS)[number];
  @IsOptional() @IsOneOf(...SASL_MECHANISMS) readonly kafkaSaslMechanism?: SaslMechanism;
  @IsOptional() @IsText({ max: 500 }) readonly kafkaUsername?: string;
  @IsOptional() @IsText({ max: 5000 }) readonly kafkaPassword?: string;
  @IsOptional() @IsText({ max: 1000 }) readonly kafkaCa?: string;
  @IsOneOf('sqlite', 'postgres', 'kurrent') readonly eventStore!: EventStoreSettings['engine'];
  @IsOptional() @IsText({ max: 5000 }) readonly eventStoreUrl?: string;
  @IsOneOf('sqlite', 'postgres') readonly readModel!: ReadModelSettings['engine'];
  @IsOptional() @IsText({ max: 5000 }) readonly readModelUrl?: string;
  @IsOptional() @IsText({ max: 1000 }) readonly databaseCa?: string;
  @IsOptional() @IsText({ max: 1000 }) readonly issuerFolder?: string;
  @IsOptional() @IsText({ max: 500 }) readonly issuer?: string;
  @IsOptional() @IsText({ max: 500 }) readonly audience?: string;
  @IsOptional() @IsWebAddress() readonly jwksUrl?: string;
  @IsWhole(1, 1_000_000) readonly rateLimit!: number;
  @IsOneOf(...LOG_LEVELS) readonly logLevel!: LogLevel;
  @HasEach(IsWrittenVersion, { max: 200 }) readonly writeVersions!: readonly string[];
  @IsOptional() @IsWhole(0, 65_535) readonly operatorPort?: number;
  @IsHost() readonly operatorHost!: string;
  @IsOptional() @IsTracesAddress() readonly tracesUrl?: string;
}
export type Name = keyof Settings;

const text = (value: string): unknown => value;
const wholeNumber = (value: string): unknown => (/^\d{1,9}$/u.test(value) ? Number(value) : value);
const flag = (value: string): unknown =>
  ({ true: true, '1': true, yes: true, false: false, '0': false, no: false })[value.toLowerCase()] ?? value;
const list = (value: string): unknown => value.split(',').map((item) => item.trim());

/** `mayBeFile`: a secret or a URL, which may instead stand in the file that `<VARIABLE>_FILE` names. */
type Source = Readonly<{ variable: string; read: (value: string) => unknown; mayBeFile?: true }>;

export const READ: Readonly<Record<Name, Source>> = {
  port: { variable: 'ZIELWERK_PORT', read: wholeNumber },
  host: { variable: 'ZIELWERK_HOST', read: text },
  data: { variable: 'ZIELWERK_DATA', read: text },
  jurisdiction: { variable: 'ZIELWERK_JURISDICTION', read: text },
  empty: { variable: 'ZIELWERK_EMPTY', read: flag },
  today: { variable: 'ZIELWERK_TODAY', read: text },
  bus: { variable: 'ZIELWERK_BUS', read: text },
  kafkaBrokers: { variable: 'ZIELWERK_KAFKA_BROKERS', read: list },
  kafkaSecurity: { variable: 'ZIELWERK_KAFKA_SECURITY', read: text },
  kafkaSaslMechanism: { variable: 'ZIELWERK_KAFKA_SASL_MECHANISM', read: text },
  kafkaUsername: { variable: 'ZIELWERK_KAFKA_USERNAME', read: text, mayBeFile: true },
  kafkaPassword: { variable: 'ZIELWERK_KAFKA_PASSWORD', read: text, mayBeFile: true },
  kafkaCa: { variable: 'ZIELWERK_KAFKA_CA', read: text },
  eventStore: { variable: 'ZIELWERK_EVENT_STORE', read: text },
  eventStoreUrl: { variable: 'ZIELWERK_EVENT_STORE_URL', read: text, mayBeFile: true },
  readModel: { variable: 'ZIELWERK_READ_MODEL', read: text },
  readModelUrl: { variable: 'ZIELWERK_READ_MODEL_URL', read: text, mayBeFile: true },
  databaseCa: { variable: 'ZIELWERK_DATABASE_CA', read: text },
  issuerFolder: { variable: 'ZIELWERK_ISSUER_FOLDER', read: text },
  issuer: { variable: 'ZIELWERK_ISSUER', read: text },
  audience: { variable: 'ZIELWERK_AUDIENCE', read: text },
  jwksUrl: { variable: 'ZIELWERK_JWKS_URL', read: text, mayBeFile: true },
  rateLimit: { variable: 'ZIELWERK_RATE_LIMIT', read: wholeNumber },
  logLevel: { variable: 'ZIELWERK_LOG_LEVEL', read: text },
  writeVersions: { variable: 'ZIELWERK_WRITE_VERSIONS', read: list },
  operatorPort: { variable: 'ZIELWERK_OPERATOR_PORT', read: wholeNumber },
  operatorHost: { variable: 'ZIELWERK_OPERATOR_HOST', read: text },
  tracesUrl: { variable: 'ZIELWERK_TRACES_URL', read: text, mayBeFile: true },
};

export const DEFAULTS: Partial<Settings> = {
  ...{ port: 4000, host: '127.0.0.1', data: '.zielwerk', empty: false, bus: 'embedded', kafkaBrokers: [] },
  ...{ eventStore: 'sqlite', readModel: 'sqlite', kafkaSecurity: 'plaintext' },
  ...{ rateLimit: 100, logLevel: 'warn', writeVersions: [], operatorHost: '127.0.0.1' },
};
