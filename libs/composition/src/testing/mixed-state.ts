// A small state over a real broker, each service a process of whichever release.
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';

import type { Broker } from '../../../../tools/kafka/broker.mjs';
import type { Service } from '../../../../tools/cluster/processes.mjs';
import { type Imported, importBundle } from '../bundle/import-bundle';
import { issuedTokens } from '../bundle/tokens';
import { type Verified, verifyData } from '../verify/verify-data';
import { type Files, readFiles, SMALL_JURISDICTION } from './bundle-state';

export const STRATEGY = 'strategy';
const CODES = SMALL_JURISDICTION.ministries.map(({ code }) => code);

type Parts = Readonly<{
  data: string;
  broker: Broker;
  /** Of the address in front of all services; they have those after it. */
  firstPort: number;
  /** More settings of each service. */
  env: Readonly<Record<string, string>>;
}>;

export class MixedState {
  private readonly services = new Map<string, Service>();
  private gateway: Server | undefined;

  private constructor(
    private readonly parts: Parts,
    private readonly jurisdiction: string,
    private readonly issuer: DevelopmentIssuer,
  ) {}

  /** `releaseOf` answers the folder of the release that a service runs. */
  static async open(parts: Parts, releaseOf: (name: string) => string): Promise<MixedState> {
    const jurisdiction = join(parts.data, 'jurisdiction.json');
    writeFileSync(jurisdiction, JSON.stringify(SMALL_JURISDICTION));
    const issuer = await DevelopmentIssuer.open(join(parts.data, 'issuer'));
    const state = new MixedState(parts, jurisdiction, issuer);
    for (const name of [...CODES, STRATEGY]) await state.run(name, releaseOf(name));
    const { startGateway } = await import('../../../../tools/cluster/gateway.mjs');
    const houses = new Map(CODES.map((code) => [code, state.portOf(code)]));
    state.gateway = await startGateway({ port: parts.firstPort, strategy: state.portOf(STRATEGY), houses });
    return state;
  }

  get url(): string {
    return `http://127.0.0.1:${this.parts.firstPort}`;
  }

  /** Ends the service where it runs, as an upgrade does, and starts it on the same data from that release's folder. */
  async run(name: string, release: string): Promise<void> {
    await this.services.get(name)?.stop();
    const { startService } = await import('../../../../tools/cluster/processes.mjs');
    const { data, broker, env } = this.parts;
    const isHouse = name !== STRATEGY;
    const service = await startService({
      name,
      file: join(release, 'dist/apps', isHouse ? 'ministry-any' : 'strategy-service', 'main.js'),
      port: this.portOf(name),
      log: join(data, 'logs', `${name}.log`),
      env: {
        ZIELWERK_BUS: 'kafka',
        ZIELWERK_KAFKA_BROKERS: broker.brokers,
        ZIELWERK_JURISDICTION: this.jurisdiction,
        ZIELWERK_ISSUER_FOLDER: join(data, 'issuer'),
        ZIELWERK_DATA: isHouse ? join(data, 'houses', name) : join(data, name),
        ZIELWERK_RATE_LIMIT: '1000000',
        ZIELWERK_TODAY: '2026-09-30',
        ...env,
        ...(isHouse && { ZIELWERK_MINISTRY: name }),
      },
    });
    this.services.set(name, service);
  }

  /** As `zielwerk import` does it; what has to arrive somewhere has arrived then. */
  async take(files: Files): Promise<Imported> {
    const { tables } = readFiles(files);
    const given = await issuedTokens(this.issuer);
    return importBundle(tables, { url: this.url, jurisdiction: SMALL_JURISDICTION, ...given });
  }

  tokenFor = ({ ministry, role }: Readonly<{ ministry: string; role: string }>): Promise<string> =>
    this.issuer.issue({ sub: `writer-${ministry}`, ministry, roles: [role] });

  async read(path: string): Promise<unknown> {
    const token = await this.issuer.issue({ sub: 'reader', ministry: null, roles: ['auditor'] });
    const response = await fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** Ends all services. */
  async stop(): Promise<void> {
    this.gateway?.close();
    this.gateway?.closeAllConnections();
    await Promise.all([...this.services.values()].map((service) => service.stop()));
  }

  /** Nothing may run any more. */
  verify(acknowledged: Parameters<typeof verifyData>[1]): Promise<readonly Verified[]> {
    const { data, broker } = this.parts;
    return verifyData(
      readConfiguration({
        ZIELWERK_DATA: data,
        ZIELWERK_JURISDICTION: this.jurisdiction,
        ZIELWERK_BUS: 'kafka',
        ZIELWERK_KAFKA_BROKERS: broker.brokers,
      }),
      acknowledged,
    );
  }

  private portOf(name: string): number {
    return this.parts.firstPort + 1 + [STRATEGY, ...CODES].indexOf(name);
  }
}
