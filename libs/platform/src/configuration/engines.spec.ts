import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfiguration } from './configuration';
import { InvalidConfiguration } from './invalid-configuration';

type Environment = Readonly<Record<string, string>>;

const SECRET = 'pa55word';
const POSTGRES = { ZIELWERK_EVENT_STORE: 'postgres' };
const KURRENT = { ZIELWERK_EVENT_STORE: 'kurrent' };
const SASL = { ZIELWERK_KAFKA_SECURITY: 'sasl_ssl', ZIELWERK_KAFKA_USERNAME: 'mf', ZIELWERK_KAFKA_PASSWORD: SECRET };

const messageOf = (environment: Environment): string => {
  try {
    readConfiguration(environment);
    return 'accepted';
  } catch (error) {
    return error instanceof InvalidConfiguration ? error.message : `bug: ${String(error)}`;
  }
};
const storeOf = (environment: Environment) => readConfiguration(environment).eventStore;
const securityOf = (environment: Environment) => readConfiguration(environment).kafkaSecurity;

describe('the engines of a configuration', () => {
  let folder: string;
  let ca: string;
  const fileOf = (text: string, name = 'secret'): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zielwerk-settings-'));
    ca = fileOf('-----BEGIN CERTIFICATE-----\n…', 'ca.pem');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    [POSTGRES, 'postgres://mf:p@db:5432/z', 'postgres://mf:p@db:5432/z'],
    [POSTGRES, 'postgresql://db/z?sslmode=disable', 'postgresql://db/z?sslmode=disable'],
    [POSTGRES, 'postgres://db/z?sslmode=require', 'postgres://db/z?sslmode=verify-full'],
    [KURRENT, 'kurrentdb://mf:p@a:2113,b:2113?tls=false', 'kurrentdb://mf:p@a:2113,b:2113?tls=false'],
    [KURRENT, 'kurrentdb+discover://cluster:2113', 'kurrentdb+discover://cluster:2113'],
  ])('%j takes %s', (engine, sent, url) =>
    expect(storeOf({ ...engine, ZIELWERK_EVENT_STORE_URL: sent })).toEqual({
      engine: engine.ZIELWERK_EVENT_STORE,
      url,
    }),
  );

  it.each([
    [POSTGRES, 'postgres://db/z?sslmode=verify-ca', 'postgres://db/z?sslmode=verify-full&sslrootcert='],
    [KURRENT, 'kurrentdb://db:2113', 'kurrentdb://db:2113?tlsCAFile='],
    [KURRENT, 'kurrentdb://db:2113?connectionName=mf', 'kurrentdb://db:2113?connectionName=mf&tlsCAFile='],
  ])('%j takes %s and a CA of its own', (engine, sent, url) =>
    expect(storeOf({ ...engine, ZIELWERK_EVENT_STORE_URL: sent, ZIELWERK_DATABASE_CA: ca })).toEqual({
      engine: engine.ZIELWERK_EVENT_STORE,
      url: url + encodeURIComponent(ca),
    }),
  );

  it('takes a URL from a file, whose last line feed does not count', () =>
    expect(storeOf({ ...POSTGRES, ZIELWERK_EVENT_STORE_URL_FILE: fileOf('postgres://mf:p@db/z\n') })).toEqual({
      engine: 'postgres',
      url: 'postgres://mf:p@db/z',
    }));

  it.each([
    [{ ZIELWERK_KAFKA_SECURITY: 'ssl' }, { tls: { ca: null }, sasl: null }],
    [SASL, { tls: { ca: null }, sasl: { mechanism: 'scram-sha-512', username: 'mf', password: SECRET } }],
    [
      { ...SASL, ZIELWERK_KAFKA_SECURITY: 'sasl_plaintext', ZIELWERK_KAFKA_SASL_MECHANISM: 'plain' },
      { tls: null, sasl: { mechanism: 'plain', username: 'mf', password: SECRET } },
    ],
  ])('Kafka is spoken to as %j says', (environment: Environment, security) =>
    expect(securityOf(environment)).toEqual(security),
  );

  it('takes the password of Kafka from a file and the CA as what is in its file', () => {
    const file = fileOf(`${SECRET}\r\n`);
    expect(
      securityOf({ ...SASL, ZIELWERK_KAFKA_PASSWORD: '', ZIELWERK_KAFKA_PASSWORD_FILE: file, ZIELWERK_KAFKA_CA: ca }),
    ).toMatchObject({
      tls: { ca: '-----BEGIN CERTIFICATE-----\n…' },
      sasl: { password: SECRET },
    });
  });

  it.each([
    [{ ZIELWERK_EVENT_STORE: 'mysql' }, 'ZIELWERK_EVENT_STORE must be one of sqlite, postgres, kurrent.'],
    [POSTGRES, 'ZIELWERK_EVENT_STORE_URL must say where the server is when ZIELWERK_EVENT_STORE is postgres.'],
    [
      { ZIELWERK_EVENT_STORE_URL: `postgres://mf:${SECRET}@db/z` },
      'ZIELWERK_EVENT_STORE_URL must not be set when ZIELWERK_EVENT_STORE is sqlite.',
    ],
    [
      { ...POSTGRES, ZIELWERK_EVENT_STORE_URL: `kurrentdb://mf:${SECRET}@db` },
      'ZIELWERK_EVENT_STORE_URL must be a URL such as postgres://user:password@host:5432/database.',
    ],
    [
      { ...POSTGRES, ZIELWERK_EVENT_STORE_URL: `postgres://mf:${SECRET}@db:x/z` },
      'ZIELWERK_EVENT_STORE_URL must be a URL such as postgres://user:password@host:5432/database.',
    ],
    [
      { ...KURRENT, ZIELWERK_EVENT_STORE_URL: `postgres://mf:${SECRET}@db/z` },
      'ZIELWERK_EVENT_STORE_URL must be a URL such as kurrentdb://user:password@host:2113.',
    ],
    [
      { ...POSTGRES, ZIELWERK_EVENT_STORE_URL: `postgres://mf:${SECRET}@db/z?sslmode=prefer` },
      'sslmode in ZIELWERK_EVENT_STORE_URL must be one of disable, require, verify-ca, verify-full.',
    ],
    [
      { ...POSTGRES, ZIELWERK_EVENT_STORE_URL: 'postgres://db/z', ZIELWERK_DATABASE_CA: '/ca.pem' },
      'ZIELWERK_EVENT_STORE_URL must set sslmode to verify-full, because ZIELWERK_DATABASE_CA is set.',
    ],
    [
      { ...KURRENT, ZIELWERK_EVENT_STORE_URL: 'kurrentdb://db?tls=false', ZIELWERK_DATABASE_CA: '/ca.pem' },
      'ZIELWERK_EVENT_STORE_URL must not set tls to false, because ZIELWERK_DATABASE_CA is set.',
    ],
    [
      { ...KURRENT, ZIELWERK_EVENT_STORE_URL: 'kurrentdb://db?tls=true&throwOnAppendFailure=false' },
      'ZIELWERK_EVENT_STORE_URL must not set throwOnAppendFailure to false.',
    ],
    [
      { ...KURRENT, ZIELWERK_EVENT_STORE_URL: 'kurrentdb://db', ZIELWERK_DATABASE_CA: '/nowhere/ca.pem' },
      'ZIELWERK_DATABASE_CA names /nowhere/ca.pem, which cannot be read: ENOENT.',
    ],
    [
      { ...POSTGRES, ZIELWERK_EVENT_STORE_URL: 'postgres://db/z', ZIELWERK_EVENT_STORE_URL_FILE: '/url' },
      'ZIELWERK_EVENT_STORE_URL and ZIELWERK_EVENT_STORE_URL_FILE must not both be set.',
    ],
    [
      { ...POSTGRES, ZIELWERK_EVENT_STORE_URL_FILE: '/nowhere/url' },
      'ZIELWERK_EVENT_STORE_URL_FILE names /nowhere/url, which cannot be read: ENOENT.',
    ],
    [
      { ZIELWERK_KAFKA_SECURITY: 'tls' },
      'ZIELWERK_KAFKA_SECURITY must be one of plaintext, ssl, sasl_plaintext, sasl_ssl.',
    ],
    [
      { ...SASL, ZIELWERK_KAFKA_SASL_MECHANISM: 'gssapi' },
      'ZIELWERK_KAFKA_SASL_MECHANISM must be one of scram-sha-512, scram-sha-256, plain.',
    ],
    [
      { ZIELWERK_KAFKA_SECURITY: 'sasl_ssl', ZIELWERK_KAFKA_PASSWORD: SECRET },
      'ZIELWERK_KAFKA_USERNAME and ZIELWERK_KAFKA_PASSWORD must be set when ZIELWERK_KAFKA_SECURITY is sasl_ssl.',
    ],
    [
      { ZIELWERK_KAFKA_SECURITY: 'ssl', ZIELWERK_KAFKA_PASSWORD: SECRET },
      'ZIELWERK_KAFKA_PASSWORD needs ZIELWERK_KAFKA_SECURITY to be sasl_plaintext or sasl_ssl, not ssl.',
    ],
    [
      { ZIELWERK_KAFKA_CA: '/ca.pem' },
      'ZIELWERK_KAFKA_CA needs ZIELWERK_KAFKA_SECURITY to be ssl or sasl_ssl, not plaintext.',
    ],
  ])('%j stops the start with one sentence', (environment: Environment, message) => {
    expect(messageOf(environment)).toBe(message);
    expect(message).not.toContain(SECRET);
  });

  it('names a file that is empty, and one that holds no certificate', () => {
    const empty = fileOf('\n');
    expect(messageOf({ ...POSTGRES, ZIELWERK_EVENT_STORE_URL_FILE: empty })).toBe(
      `ZIELWERK_EVENT_STORE_URL_FILE names ${empty}, which is empty.`,
    );
    expect(messageOf({ ZIELWERK_KAFKA_SECURITY: 'ssl', ZIELWERK_KAFKA_CA: empty })).toBe(
      `ZIELWERK_KAFKA_CA names ${empty}, which holds no certificate in PEM.`,
    );
  });
});
