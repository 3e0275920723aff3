import { describeWithKafka } from '@zielwerk/spec-engines';
import { DevelopmentIssuer } from '@zielwerk/platform';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { startBroker } from '../kafka/broker.mjs';
import { type Deployable, deploy, run } from './testing/deployable';

const adoptStrategy = async (url: string, folder: string, title = 'Digitalstrategie'): Promise<unknown> => {
  const issuer = await DevelopmentIssuer.open(join(folder, 'data/issuer'));
  const token = await issuer.issue({ sub: 'operator', ministry: 'mid', roles: ['strategy-office'] });
  const response = await fetch(`${url}/api/ministries/mid/framework/strategies`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'first' },
    body: JSON.stringify({ strategy: 'st-2030', title, startsOn: '2026-01-01', endsOn: '2030-12-31' }),
  });
  return [response.status, await response.json()];
};

const accepted = [201, { stream: expect.stringMatching(/^mid\.strategy-/u), revision: 0 }];

describe('a deployable alone in a folder', () => {
  let house: Deployable;
  beforeAll(() => {
    house = deploy('ministry-mid');
  });
  afterAll(() => house.remove());

  it('brings along what it reads, and no package folder', () => {
    const names = readdirSync(house.folder);
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'jurisdictions', 'main.js', 'package.json', 'samples']));
    expect(names).not.toContain('node_modules');
  });

  it('does not start as another house', async () => {
    await expect(run(house, { ZIELWERK_MINISTRY: 'mi' })).rejects.toThrow(
      'ZIELWERK_MINISTRY must be mid, or not be set: this is the deployable of mid.',
    );
  });

  it('starts, is ready, keeps what it is told over a restart, and ends when it is asked to', async () => {
    const first = await run(house, {});
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    expect(await adoptStrategy(first.url, house.folder)).toEqual(accepted);
    expect(await first.stop()).toBe(0);

    const second = await run(house, {});
    expect(await adoptStrategy(second.url, house.folder, 'Eine andere')).toMatchObject([
      422,
      { type: '/problems/idempotency-key-reused' },
    ]);
    expect(await second.stop()).toBe(0);
  });

  describeWithKafka('over Kafka,', () => {
    it('works', async () => {
      const [onKafka, issuer] = [join(house.folder, 'data-on-kafka'), join(house.folder, 'data/issuer')];
      const broker = await startBroker({ dataDir: join(house.folder, 'kafka'), port: 0, controllerPort: 0 });
      try {
        const engines = { ZIELWERK_BUS: 'kafka', ZIELWERK_KAFKA_BROKERS: broker.brokers };
        const service = await run(house, { ...engines, ZIELWERK_DATA: onKafka, ZIELWERK_ISSUER_FOLDER: issuer });
        expect(await adoptStrategy(service.url, house.folder)).toEqual(accepted);
        expect(await service.stop()).toBe(0);
      } finally {
        await broker.stop();
      }
    });
  });
});

describe('the strategy service alone in a folder', () => {
  it('serves its page with the style sheets and fonts that it brings along', async () => {
    const strategy = deploy('strategy-service');
    try {
      const service = await run(strategy, {});
      const page = await (await fetch(service.url)).text();
      const sheets = [...page.matchAll(/href="(\/assets\/[^"]+\.css)"/gu)].map(([, path]) => path ?? '');
      const answers = await Promise.all(sheets.map(async (path) => (await fetch(`${service.url}${path}`)).status));
      expect(answers).toEqual([200, 200]);
      expect(await service.stop()).toBe(0);
    } finally {
      strategy.remove();
    }
  });
});
