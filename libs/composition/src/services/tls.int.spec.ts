// Databases that are known by a certificate, which only the authority that ZIELWERK_DATABASE_CA names vouches for.
import { localCertificate, type LocalCertificate } from '@zielwerk/certificates';
import { type NewEvent, NO_REVISION, stoppedClock } from '@zielwerk/kernel';
import { type KurrentDouble, startKurrentDouble } from '@zielwerk/kurrent-double';
import { jsonLogger, readConfiguration } from '@zielwerk/platform';
import { describeWithOwnPostgres, PostgresServer } from '@zielwerk/postgres-server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openHouseEngines } from './house-engines';

const planned: NewEvent = {
  ...{ wireType: 'MeasurePlanned.v1', data: {} },
  meta: {
    ...{ id: 'a', occurredOn: '2026-11-23', ministry: 'mf', function: null, correlationId: 'c', actor: 'p' },
    ...{ commandId: 'k', commandHash: '' },
  },
};

let folder: string;
let certificate: LocalCertificate;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zielwerk-tls-'));
  certificate = localCertificate(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Opens the store of `mf` with these settings, appends to it and reads it. */
const tried = async (engine: string, url: string, ca?: string): Promise<number> => {
  const configuration = readConfiguration({
    ...{ ZIELWERK_DATA: folder, ZIELWERK_EVENT_STORE: engine, ZIELWERK_EVENT_STORE_URL: url },
    ...(ca !== undefined && { ZIELWERK_DATABASE_CA: ca }),
  });
  const clock = stoppedClock('2026-11-23T08:00:00Z');
  const opening = { configuration, clock, logger: jsonLogger('silent', 'specs') };
  const { eventStore, close } = await openHouseEngines('mf', join(folder, engine), opening);
  try {
    await eventStore.append('mf.measure-1', NO_REVISION, [planned]);
    return (await eventStore.readStream('mf.measure-1')).length;
  } finally {
    await close();
  }
};

describeWithOwnPostgres('PostgreSQL with TLS', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.create(certificate);
  });
  afterAll(() => server.remove());

  it('is spoken to where its authority is known, whatever sslmode asks for TLS', async () => {
    expect(await tried('postgres', `${server.url}?sslmode=require`, certificate.ca)).toBe(1);
  });

  it('is not spoken to where it is not, and that is said', () =>
    expect(tried('postgres', `${server.url}?sslmode=require`)).rejects.toThrow(
      /^ZIELWERK_EVENT_STORE_URL does not lead to the event store of mf: unable to (?:verify|get).*certificate\.$/u,
    ));
});

describe('KurrentDB with TLS, by the protocol double,', () => {
  let double: KurrentDouble;
  beforeAll(async () => {
    double = await startKurrentDouble(undefined, certificate);
  });
  afterAll(() => double.refuse());

  it('is spoken to where its authority is known, with the name and password of the URL', async () => {
    const url = double.url.replace('//', '//mf:secret@');
    expect(await tried('kurrent', url, certificate.ca)).toBe(1);
  });
});
