import { describeWithOwnPostgres } from '@zielwerk/postgres-server';
import { describeWithKafka } from '@zielwerk/spec-engines';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts } from '../kafka/host.mjs';
import { ownServices, readCompose } from './testing/compose';
import { type Deployable, deploy, type Process, run } from './testing/deployable';
import {
  type Engine,
  environmentFor,
  type Issuer,
  makeSecrets,
  startIssuer,
  startKafka,
  startPostgres,
} from './testing/process-set';

const compose = readCompose('docker-compose.yml');
const houses = ownServices(compose).flatMap(([name]) => (name === 'strategy' ? [] : [name]));
const ISSUER = compose.services.mf?.environment?.ZIELWERK_ISSUER ?? '';

describeWithKafka('the services of the compose file, without containers, on a real Kafka', () =>
  describeWithOwnPostgres('and PostgreSQL', () => {
    let folder: string;
    let issuer: Issuer;
    let engines: readonly Engine[];
    const deployables: Deployable[] = [];
    const processes: Process[] = [];

    const start = async (name: string, project: string, addresses: Readonly<Record<string, string>>) => {
      const deployable = deploy(project);
      deployables.push(deployable);
      const [operator = 0] = await freePorts(1);
      const settings = { folder: join(folder, name), made: join(folder, 'secrets'), addresses };
      const environment = {
        ...environmentFor(compose, name, settings),
        ZIELWERK_PORT: '0',
        ZIELWERK_OPERATOR_PORT: String(operator),
      };
      const started = await run(deployable, environment);
      processes.push(started);
      return started.url;
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'zielwerk-state-'));
      const secrets = makeSecrets(folder);
      issuer = await startIssuer(secrets, ISSUER);
      engines = [issuer, await startKafka(folder, secrets, houses), await startPostgres(secrets)];
    });
    afterAll(async () => {
      for (const deployable of deployables) deployable.remove();
      for (const engine of engines) await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('keep and publish what a house decides, over TLS and with passwords, and stop when they are asked to', async () => {
      const [keys, kafka, postgres] = engines.map(({ port }) => `localhost:${port}`);
      const addresses = { 'keycloak:8443': keys ?? '', 'kafka:9092': kafka ?? '', 'postgres:5432': postgres ?? '' };
      const house = await start('mf', 'ministry-mf', addresses);
      const strategy = await start('strategy', 'strategy-service', addresses);
      const token = await issuer.token({ sub: 'observer', ministry: 'mf', roles: ['observer'] });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

      const indicator = {
        title: 'Anteil digitaler Anträge',
        unit: '%',
        kind: 'observed',
        periodicity: 'year',
        goals: [],
      };
      const defined = await fetch(`${house}/api/ministries/mf/indicators`, {
        ...{ method: 'POST', headers, body: JSON.stringify(indicator) },
      });
      const receipt = (await defined.json()) as { stream: string; revision: number };
      expect([defined.status, receipt]).toEqual([
        201,
        { stream: expect.stringMatching(/^mf\.indicator-/u), revision: 0 },
      ]);

      const id = receipt.stream.replace('mf.indicator-', '');
      const read = () => fetch(`${strategy}/api/strategy/indicators/${id}?after=${receipt.stream}@0`, { headers });
      for (let tries = 0; tries < 10 && (await read()).status === 404; tries += 1);
      expect(await (await read()).json()).toMatchObject({ title: 'Anteil digitaler Anträge', ministry: 'mf' });
      expect(await Promise.all(processes.map(({ stop }) => stop()))).toEqual([0, 0]);
    }, 240_000);
  }),
);
