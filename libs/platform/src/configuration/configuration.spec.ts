import { type Options, readConfiguration } from './configuration';
import { InvalidConfiguration } from './invalid-configuration';

const issuer = {
  ZIELWERK_ISSUER: 'https://login.example.org',
  ZIELWERK_AUDIENCE: 'zielwerk',
  ZIELWERK_JWKS_URL: 'https://login.example.org/keys',
};
const messageOf = (environment: Record<string, string>, options: Options = {}): string => {
  try {
    readConfiguration(environment, options);
    return 'accepted';
  } catch (error) {
    return error instanceof InvalidConfiguration ? error.message : `bug: ${String(error)}`;
  }
};

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfiguration({ ZIELWERK_DATA: '' })).toEqual({
      ...{ port: 4000, host: '127.0.0.1', data: '.zielwerk', jurisdiction: null, empty: false, today: null },
      ...{ bus: 'embedded', kafkaBrokers: [], issuer: null, issuerFolder: null, rateLimit: 100, logLevel: 'warn' },
      writtenVersions: {},
      ...{
        eventStore: { engine: 'sqlite' },
        readModel: { engine: 'sqlite' },
        kafkaSecurity: { tls: null, sasl: null },
      },
      ...{ operatorPort: null, operatorHost: '127.0.0.1', tracesUrl: null },
    });
  });

  it('takes the environment, and options before it', () => {
    const environment = {
      ...{ ZIELWERK_PORT: '4100', ZIELWERK_EMPTY: 'true', ZIELWERK_TODAY: '2024-02-29', ZIELWERK_BUS: 'kafka' },
      ...{ ZIELWERK_KAFKA_BROKERS: 'a:9092, b:9092', ZIELWERK_RATE_LIMIT: '5000', ZIELWERK_LOG_LEVEL: 'silent' },
      ...{
        ZIELWERK_ISSUER_FOLDER: '/keys',
        ZIELWERK_HOST: '0.0.0.0',
        ZIELWERK_JURISDICTION: 'x.json',
        NODE_ENV: 'production',
        ZIELWERK_WRITE_VERSIONS: 'ObservationReported=2, GoalDrafted=1',
      },
      ...{ ZIELWERK_OPERATOR_PORT: '9464', ZIELWERK_OPERATOR_HOST: '0.0.0.0' },
      ZIELWERK_TRACES_URL: 'http://localhost:4318/v1/traces',
    };
    expect(readConfiguration({ ...environment, ...issuer }, { port: '4200', empty: false })).toEqual({
      ...{ port: 4200, host: '0.0.0.0', data: '.zielwerk', jurisdiction: 'x.json', empty: false, today: '2024-02-29' },
      ...{
        bus: 'kafka',
        kafkaBrokers: ['a:9092', 'b:9092'],
        rateLimit: 5000,
        logLevel: 'silent',
        issuerFolder: '/keys',
      },
      issuer: { issuer: 'https://login.example.org', audience: 'zielwerk', jwksUrl: 'https://login.example.org/keys' },
      writtenVersions: { ObservationReported: 2, GoalDrafted: 1 },
      ...{
        eventStore: { engine: 'sqlite' },
        readModel: { engine: 'sqlite' },
        kafkaSecurity: { tls: null, sasl: null },
      },
      ...{ operatorPort: 9464, operatorHost: '0.0.0.0', tracesUrl: 'http://localhost:4318/v1/traces' },
    });
  });

  it.each([
    [{ ZIELWERK_PORT: 'http' }, 'ZIELWERK_PORT must be a whole number from 0 to 65535.'],
    [{ ZIELWERK_PORT: '65536' }, 'ZIELWERK_PORT must be a whole number from 0 to 65535.'],
    [{ ZIELWERK_PORT: '-1' }, 'ZIELWERK_PORT must be a whole number from 0 to 65535.'],
    [{ ZIELWERK_TODAY: '2026-02-30' }, 'ZIELWERK_TODAY must be a day of the calendar such as 2026-03-31.'],
    [{ ZIELWERK_EMPTY: 'maybe' }, 'ZIELWERK_EMPTY must be true or false.'],
    [{ ZIELWERK_BUS: 'rabbit' }, 'ZIELWERK_BUS must be one of embedded, kafka.'],
    [{ ZIELWERK_KAFKA_BROKERS: 'a:1' }, 'ZIELWERK_BUS must be kafka, because ZIELWERK_KAFKA_BROKERS names brokers.'],
    [{ ZIELWERK_BUS: 'kafka' }, 'ZIELWERK_KAFKA_BROKERS must name the brokers when ZIELWERK_BUS is kafka.'],
    [
      { ZIELWERK_KAFKA_BROKERS: 'a' },
      'ZIELWERK_KAFKA_BROKERS must be addresses of brokers such as localhost:9092, separated by commas.',
    ],
    [
      { ZIELWERK_KAFKA_BROKER: 'a:9092' },
      'ZIELWERK_KAFKA_BROKER is no variable of this product; did you mean ZIELWERK_KAFKA_BROKERS?',
    ],
    [
      { ZIELWERK_EVENTSTORE_URL_FILE: '/x' },
      'ZIELWERK_EVENTSTORE_URL_FILE is no variable of this product; did you mean ZIELWERK_EVENT_STORE_URL_FILE?',
    ],
    [
      { ZIELWERK_OPERATOR_PORT: '4000' },
      'ZIELWERK_OPERATOR_PORT must be another port than the public one, which is 4000.',
    ],
    [{ ZIELWERK_HOT: '::1' }, 'ZIELWERK_HOT is no variable of this product; did you mean ZIELWERK_HOST?'],
    [
      { ...issuer, ZIELWERK_HOST: '0.0.0.0', ZIELWERK_OPERATOR_PORT: '4000' },
      'ZIELWERK_OPERATOR_PORT must be another port than the public one, which is 4000.',
    ],
    [{ ZIELWERK_OPERATOR_PORT: '70000' }, 'ZIELWERK_OPERATOR_PORT must be a whole number from 0 to 65535.'],
    [
      { ZIELWERK_TRACES_URL: 'collector:4318' },
      'ZIELWERK_TRACES_URL must be an address that takes OTLP over HTTP such as http://localhost:4318/v1/traces.',
    ],
    [{ ZIELWERK_RATE_LIMIT: '0' }, 'ZIELWERK_RATE_LIMIT must be a whole number from 1 to 1000000.'],
    [
      { ZIELWERK_LOG_LEVEL: 'loud' },
      'ZIELWERK_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [
      { ZIELWERK_HOST: '0.0.0.0' },
      'ZIELWERK_ISSUER must name an external issuer, because ZIELWERK_HOST 0.0.0.0 is open to others.',
    ],
    [
      { ZIELWERK_HOST: 'localhost.example.org' },
      'ZIELWERK_ISSUER must name an external issuer, because ZIELWERK_HOST localhost.example.org is open to others.',
    ],
    [{ NODE_ENV: 'production' }, 'ZIELWERK_ISSUER must name an external issuer, because NODE_ENV is production.'],
    [
      { ZIELWERK_ISSUER: 'https://login.example.org' },
      'ZIELWERK_ISSUER, ZIELWERK_AUDIENCE and ZIELWERK_JWKS_URL must be set together.',
    ],
    [{ ...issuer, ZIELWERK_JWKS_URL: 'http://login.example.org' }, 'ZIELWERK_JWKS_URL must start with https.'],
    [
      { ...issuer, ZIELWERK_JWKS_URL: 'http://[' },
      'ZIELWERK_JWKS_URL must be an address such as https://login.example.org/keys.',
    ],
    [
      { ...issuer, ZIELWERK_JWKS_URL: 'keys' },
      'ZIELWERK_JWKS_URL must be an address such as https://login.example.org/keys.',
    ],
    [
      { ZIELWERK_WRITE_VERSIONS: 'ObservationReported' },
      'ZIELWERK_WRITE_VERSIONS must be newest, or versions of events to write such as ObservationReported=2, separated by commas.',
    ],
    [
      { ZIELWERK_WRITE_VERSIONS: 'ObservationUpdated=1' },
      'ZIELWERK_WRITE_VERSIONS names ObservationUpdated, and there is no such event.',
    ],
    [
      { ZIELWERK_WRITE_VERSIONS: 'GoalDrafted=1,ObservationReported=3' },
      'ZIELWERK_WRITE_VERSIONS names ObservationReported=3; this release writes version 1 or 2 of it.',
    ],
    [
      { ZIELWERK_WRITE_VERSIONS: 'GoalDrafted=0' },
      'ZIELWERK_WRITE_VERSIONS names GoalDrafted=0; this release writes version 1 of it.',
    ],
    [
      { ZIELWERK_WRITE_VERSIONS: 'ObservationReported=1,ObservationReported=2' },
      'ZIELWERK_WRITE_VERSIONS names ObservationReported twice.',
    ],
  ])('%j stops the start with one sentence', (environment: Record<string, string>, message) =>
    expect(messageOf(environment)).toBe(message),
  );

  it('writes the newest version of every event where no other is named', () => {
    const { writtenVersions } = readConfiguration({ ZIELWERK_WRITE_VERSIONS: 'newest,MeasureHandedOver=1' });
    expect(writtenVersions).toMatchObject({ ObservationReported: 2, MeasureHandedOver: 1, GoalDrafted: 1 });
  });

  it.each(['ZIELWERK_MINISTRY', 'ZIELWERK_JWKS_URL_FILE_NAME', 'ZIELWERK_HOME', 'ZIELWERK_POD', 'SIELWERK_PORT'])(
    '%s is no misspelt variable',
    (name) => expect(messageOf({ [name]: 'mf' })).toBe('accepted'),
  );

  it('takes a misspelt variable that is set to nothing for one that is not set', () => {
    expect(messageOf({ ZIELWERK_KAFKA_BROKER: '' })).toBe('accepted');
  });

  it('takes one port twice on two addresses', () => {
    expect(messageOf({ ZIELWERK_OPERATOR_PORT: '4000', ZIELWERK_OPERATOR_HOST: '127.0.0.2' })).toBe('accepted');
  });

  it('takes any port twice where the system chooses', () => {
    expect(messageOf({ ZIELWERK_PORT: '0', ZIELWERK_OPERATOR_PORT: '0' })).toBe('accepted');
  });

  it('names the option when that is what was wrong', () => {
    expect(messageOf({ ZIELWERK_PORT: '1' }, { port: 'x' })).toBe('--port must be a whole number from 0 to 65535.');
  });

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('%s is open to nobody else', (host) =>
    expect(messageOf({ ZIELWERK_HOST: host })).toBe('accepted'),
  );

  it('takes keys over http from the own machine only', () => {
    expect(messageOf({ ...issuer, ZIELWERK_JWKS_URL: 'http://127.0.0.1:9000/keys' })).toBe('accepted');
  });
});
