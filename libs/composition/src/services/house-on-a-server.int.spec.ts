// A house whose events are kept by a server, which goes away and comes back.
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { type KurrentDouble, startKurrentDouble } from '@zielwerk/kurrent-double';
import { describeWithOwnPostgres, ownDatabaseForSpecs } from '@zielwerk/postgres-server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Running, startServices } from '../process/run';
import { verifyData } from '../verify/verify-data';
import { eraseSubject } from './erase-subject';
import { startHouse } from './house';
import { houseFolder, strategyFolder } from './parts';
import { startStrategyService } from './strategy';
import { until } from './until';

type Engine = Readonly<{
  name: 'postgres' | 'kurrent';
  url: () => string;
  leave: () => Promise<void>;
  comeBack: () => Promise<void>;
  /** Makes another of the house's first event, as a damaged disk would. */
  damage: (code: string) => Promise<unknown>;
}>;
type Ready = Readonly<{ status: string; checks: Readonly<Record<string, { up: boolean }>> }>;

const PERSON = 'erika.mustermann-0815';

const specsOn = ({ name, url, leave, comeBack, damage }: Engine): void => {
  let data: string;
  let running: Running | undefined;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-server-'));
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    rmSync(data, { recursive: true });
  });

  const configuration = (more: Readonly<Record<string, string>> = {}) =>
    readConfiguration({
      ...{ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ZIELWERK_LOG_LEVEL: 'silent' },
      ...{ ZIELWERK_EVENT_STORE: name, ZIELWERK_EVENT_STORE_URL: url() },
      ...more,
    });
  const start = async (code: string) => {
    running = await startServices('test', configuration(), async (parts) => {
      const house = await startHouse(code, houseFolder(data, code), parts);
      return { services: [house, await startStrategyService(strategyFolder(data), parts)] };
    });
    return running;
  };
  const plan = async (code: string, key: string) => {
    const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
    const token = await issuer.issue({ sub: PERSON, ministry: code, roles: ['editor'] });
    return fetch(`${running?.url}/api/ministries/${code}/measures`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ title: key, description: null, reference: null }),
    });
  };
  const ready = async (code: string): Promise<Ready> =>
    (await (await fetch(`${running?.url}/api/ministries/${code}/health/ready`)).json()) as Ready;
  const settled = () =>
    until(async () =>
      (await Promise.all((running?.services ?? []).map(({ isSettled }) => isSettled()))).every(Boolean),
    );

  it('refuses while the server is away, says so, and goes on by itself once it is back', async () => {
    await start('mf');
    expect((await plan('mf', 'first')).status).toBe(201);
    expect((await ready('mf')).checks.eventStore).toEqual({ up: true });

    await leave();
    const refused = await plan('mf', 'second');
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      ...[503, '1', expect.objectContaining({ type: '/problems/store-unavailable' })],
    ]);
    expect(await ready('mf')).toMatchObject({ status: 'down', checks: { eventStore: { up: false } } });

    await comeBack();
    const receipts = [await plan('mf', 'second'), await plan('mf', 'second')];
    expect(receipts.map(({ status }) => status)).toEqual([201, 201]);
    expect(await receipts[0]?.json()).toEqual(await receipts[1]?.json());
    await until(async () => (await ready('mf')).status === 'up');
    expect((await ready('mf')).status).toBe('up');
    await settled();
    await running?.stop();

    const verified = await verifyData(configuration());
    expect(verified.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))).toEqual([]);
    const [house, strategy] = verified;
    expect([house?.subject, house?.checks[0]?.counts.events, strategy?.subject]).toEqual(['mf', 2, 'strategy']);
  });

  it('forgets a person where the subjects are kept, once', async () => {
    await start('mi');
    expect((await plan('mi', 'first')).status).toBe(201);
    await running?.stop();
    const erase = (ministry: string) => eraseSubject(configuration(), { ministry, subject: PERSON, url: null });
    expect([await erase('mi'), await erase('mi')]).toEqual([true, false]);
    await expect(erase('mj')).rejects.toThrow('holds no data of mj.');
  });

  it('is found out by zielwerk verify when an event is not what was appended', async () => {
    await start('ms');
    expect((await plan('ms', 'first')).status).toBe(201);
    await settled();
    await running?.stop();
    await damage('ms');
    const [house] = (await verifyData(configuration())).filter(({ subject }) => subject === 'ms');
    const found = house?.checks.flatMap(({ findings }) => findings.map(({ invariant, detail }) => [invariant, detail]));
    expect(found?.[0]).toEqual(['D1', expect.stringContaining('its content hash differs')]);
  });

  it('begins on no other engine than the one that keeps its events', async () => {
    await start('stk');
    await running?.stop();
    const folder = houseFolder(data, 'stk');
    const onFiles = readConfiguration({ ZIELWERK_DATA: data, ZIELWERK_PORT: '0' });
    await expect(
      startServices('test', onFiles, async (parts) => ({ services: [await startHouse('stk', folder, parts)] })),
    ).rejects.toThrow(
      `ZIELWERK_EVENT_STORE is sqlite, and the events of stk that belong to ${folder} are kept by ${name}.`,
    );
  });

  it('waits at its start for a server that comes later', async () => {
    await leave();
    const [started] = await Promise.all([start('mb'), comeBack()]);
    expect([started.services.length, (await plan('mb', 'first')).status]).toEqual([2, 201]);
  });
};

describeWithOwnPostgres('a house on PostgreSQL', () => {
  const database = ownDatabaseForSpecs();
  specsOn({
    name: 'postgres',
    url: () => database().url,
    leave: async () => database().server?.stop('immediate'),
    comeBack: async () => database().server?.start(),
    damage: (code) => database().run(`UPDATE zielwerk_${code}.event SET data = '{}'`),
  });
});

describe('a house on KurrentDB, by the protocol double,', () => {
  let double: KurrentDouble;
  beforeAll(async () => {
    double = await startKurrentDouble();
  });
  afterAll(() => double.refuse());
  specsOn({
    name: 'kurrent',
    url: () => double.url,
    leave: () => {
      double.refuse();
      return Promise.resolve();
    },
    comeBack: () => double.accept(),
    damage: (code) => {
      for (const record of double.log.records)
        if (record.stream.startsWith(`${code}.`)) record.data = Buffer.from('{}');
      return Promise.resolve();
    },
  });
});
