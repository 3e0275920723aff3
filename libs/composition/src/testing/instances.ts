// Two instances of each service of one house and the state, on one database and a real broker.
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import type { Acknowledged } from '@zielwerk/verification';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Service } from '../../../../tools/cluster/processes.mjs';
import type { Broker } from '../../../../tools/kafka/broker.mjs';
import { verifyData } from '../verify/verify-data';
import { SMALL_JURISDICTION } from './bundle-state';

export const HOUSE = 'mf';
const ROOT = join(__dirname, '../../../..');
const PATIENCE_MS = 90_000;
/** Then the other instance is asked. */
const ANSWER_MS = 15_000;

type Place = Readonly<{ stream: string; revision: number }>;
type Parts = Readonly<{ data: string; broker: Broker; database: string; firstPort: number }>;

export class Instances {
  private readonly services: Service[] = [];
  readonly written: Acknowledged[] = [];

  private constructor(
    private readonly parts: Parts,
    private readonly env: Readonly<Record<string, string>>,
    private readonly tokens: Readonly<{ editor: string; analyst: string }>,
  ) {}

  static async open(parts: Parts): Promise<Instances> {
    const { data, broker, database } = parts;
    const jurisdiction = join(data, 'jurisdiction.json');
    writeFileSync(jurisdiction, JSON.stringify(SMALL_JURISDICTION));
    const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
    const env = {
      ...{ ZIELWERK_BUS: 'kafka', ZIELWERK_KAFKA_BROKERS: broker.brokers, ZIELWERK_JURISDICTION: jurisdiction },
      ...{ ZIELWERK_ISSUER_FOLDER: join(data, 'issuer'), ZIELWERK_RATE_LIMIT: '1000000' },
      ...{ ZIELWERK_EVENT_STORE: 'postgres', ZIELWERK_EVENT_STORE_URL: database },
      ...{ ZIELWERK_READ_MODEL: 'postgres', ZIELWERK_READ_MODEL_URL: database },
    };
    const editor = await issuer.issue({ sub: 'writer', ministry: HOUSE, roles: ['editor'] });
    const analyst = await issuer.issue({ sub: 'reader', ministry: null, roles: ['analyst'] });
    const instances = new Instances(parts, env, { editor, analyst });
    for (const number of [0, 1]) await instances.start('ministry-any', number, { ZIELWERK_MINISTRY: HOUSE });
    for (const number of [2, 3]) await instances.start('strategy-service', number, {});
    return instances;
  }

  /** All that belongs to the first, or to the second, instance of each service. */
  signal(instance: 0 | 1, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    for (const number of [instance, instance + 2]) process.kill(this.services[number]?.pid ?? 0, signal);
  }

  /** Sends commands one after the other, each until it is accepted: to that instance, and from there on to the one that accepts. */
  async write(instance: number, name: string, commands: number): Promise<void> {
    let at = instance;
    for (let command = 0; command < commands; command += 1) at = await this.writeOne(at, `${name}-${command}`);
  }

  /** Whether that instance of the strategy service soon answers with all that was written. */
  async hasAll(instance: number): Promise<boolean> {
    const { stream, revision } = this.written.at(-1) ?? {};
    const url = `http://127.0.0.1:${this.parts.firstPort + 2 + instance}/api/strategy/measures?after=${stream}@${revision}`;
    const headers = { authorization: `Bearer ${this.tokens.analyst}` };
    for (const start = Date.now(); Date.now() - start < PATIENCE_MS;) {
      const response = await fetch(url, { headers }).catch(() => undefined);
      if (response?.ok && !('stale' in ((await response.json()) as object))) return true;
    }
    return false;
  }

  async stop(): Promise<void> {
    await Promise.all(this.services.map((service) => service.kill()));
  }

  /** What `zielwerk verify` finds; nothing may run any more. */
  async findings(): Promise<readonly object[]> {
    const verified = await verifyData(readConfiguration({ ...this.env, ZIELWERK_DATA: this.parts.data }), {
      [HOUSE]: this.written,
    });
    return verified.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings));
  }

  private async start(project: string, number: number, more: Readonly<Record<string, string>>): Promise<void> {
    const { startService } = await import('../../../../tools/cluster/processes.mjs');
    const { data, firstPort } = this.parts;
    const name = `${project}-${number}`;
    this.services.push(
      await startService({
        ...{ name, port: firstPort + number, log: join(data, 'logs', `${name}.log`) },
        file: join(ROOT, 'dist/apps', project, 'main.js'),
        env: { ...this.env, ...more, ZIELWERK_DATA: join(data, name) },
      }),
    );
  }

  /** Whatever comes back but an acceptance, it is sent to the other instance, under the same id. Answers who accepted it. */
  private async writeOne(instance: number, name: string): Promise<number> {
    const start = Date.now();
    for (let at = instance; Date.now() - start < PATIENCE_MS; at = 1 - at) {
      const accepted = await this.send(at, name).catch(() => null);
      if (!accepted) continue;
      const { stream, revision } = accepted;
      const measureId = stream.slice(stream.indexOf('-') + 1);
      const data = { measureId, reference: null, title: `Measure ${name}`, description: null };
      const meta = { commandId: name, ministry: HOUSE };
      this.written.push({ stream, revision, wireType: 'MeasureProposed.v1', data, meta });
      return at;
    }
    throw new Error(`${name} was not accepted in ${PATIENCE_MS} ms.`);
  }

  private async send(instance: number, name: string): Promise<Place | null> {
    const url = `http://127.0.0.1:${this.parts.firstPort + instance}/api/ministries/${HOUSE}/measures`;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.tokens.editor}`,
        'idempotency-key': name,
      },
      body: JSON.stringify({ title: `Measure ${name}` }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return response.status === 201 ? ((await response.json()) as Place) : null;
  }
}
