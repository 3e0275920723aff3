// Every variable: its name, how its text is read, what it may be, and what it is when nobody says.
import { HasEach, IsCalendarDate, IsFlag, IsOneOf, IsText } from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';
import { IsOptional } from 'class-validator';

import { LOG_LEVELS, type LogLevel } from '../start/logging';
import { IsBroker, IsHost, IsWebAddress, IsWhole, IsWrittenVersion } from './setting-words';

export class Settings {
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
export type Name = keyof Settings;

const text = (value: string): unknown => value;
const wholeNumber = (value: string): unknown => (/^\d{1,9}$/u.test(value) ? Number(value) : value);
const flag = (value: string): unknown =>
  ({ true: true, '1': true, yes: true, false: false, '0': false, no: false })[value.toLowerCase()] ?? value;
const list = (value: string): unknown => value.split(',').map((item) => item.trim());

export const READ: Readonly<Record<Name, Readonly<{ variable: string; read: (value: string) => unknown }>>> = {
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

export const DEFAULTS: Partial<Settings> = {
  ...{ port: 4000, host: '127.0.0.1', data: '.zielwerk', empty: false, bus: 'embedded', kafkaBrokers: [] },
  ...{ rateLimit: 100, logLevel: 'warn', writeVersions: [] },
};
