// A small state on one embedded bus, its stores in memory.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ReceivedMessage, type Running, stoppedClock, topicOf } from '@zielwerk/kernel';
import { type Claims, DevelopmentIssuer, type Jurisdiction } from '@zielwerk/platform';
import { EmbeddedMessaging, MemoryCheckpoints, MemoryEventStore, startRelay } from '@zielwerk/testing';

import { createMinistryApp, type MinistryOptions } from '../ministry-app';

export const jurisdiction: Jurisdiction = {
  id: 'test',
  name: 'Test',
  ministries: ['stk', 'mf', 'mid', 'mwu'].map((code) => ({ code, name: code.toUpperCase(), shortName: code })),
  offices: { cabinet: 'stk', finance: 'mf', strategy: 'mid' },
  pillars: [
    { code: 'state', title: 'State' },
    { code: 'society', title: 'Society' },
  ],
  themes: [{ code: 'files', pillar: 'state', title: 'Files' }],
};

const clock = stoppedClock('2026-11-23T08:00:00Z');

export type Answer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

/** What outlives a process: open it again with the same disk to restart the state. */
export class Disk {
  readonly stores = new Map<string, MemoryEventStore>();
  readonly checkpoints = new MemoryCheckpoints();
  readonly messaging = new EmbeddedMessaging(':memory:');

  storeOf(code: string): MemoryEventStore {
    const store = this.stores.get(code) ?? new MemoryEventStore(clock);
    this.stores.set(code, store);
    return store;
  }

  /** What is on the house's topic; at least one message. */
  published(code: string): Promise<readonly [ReceivedMessage, ...ReceivedMessage[]]> {
    return new Promise((resolve, reject) => {
      const startAt = () => Promise.resolve(0);
      const handle = ([first, ...more]: readonly ReceivedMessage[]) => {
        if (first) resolve([first, ...more]);
        return Promise.resolve();
      };
      this.messaging.subscribe({ reader: 'test', topics: [topicOf(code)], startAt, handle }).catch(reject);
    });
  }
}

export class TestState {
  private readonly apps = new Map<string, NestFastifyApplication>();
  private readonly relays: Running[] = [];

  private constructor(
    readonly disk: Disk,
    private readonly tokens: DevelopmentIssuer,
  ) {}

  static async open(codes: readonly string[], disk = new Disk(), options: MinistryOptions = {}): Promise<TestState> {
    const state = new TestState(disk, await DevelopmentIssuer.inMemory());
    for (const code of codes) await state.start(code, options);
    return state;
  }

  async start(code: string, options: MinistryOptions = {}, settled = jurisdiction): Promise<void> {
    const { checkpoints, messaging } = this.disk;
    const eventStore = this.disk.storeOf(code);
    const ports = { eventStore, messaging, checkpoints, clock, tokens: this.tokens };
    this.apps.set(code, await createMinistryApp({ code, jurisdiction: settled }, ports, options));
    this.relays.push(startRelay({ ministry: code, store: eventStore, messaging, checkpoints }));
  }

  /** As somebody with that role in that house. */
  async send(code: string, role: string, path: string, body: object): Promise<Answer> {
    const claims: Claims = { sub: 'someone', ministry: code, roles: [role] };
    const response = await this.app(code).inject({
      method: 'POST',
      url: `/api/ministries/${code}/${path}`,
      headers: { authorization: `Bearer ${await this.tokens.issue(claims)}` },
      payload: body,
    });
    return { status: response.statusCode, body: response.json<Answer['body']>() };
  }

  /** Asks again until the answer is not `not-known-here-yet`: facts of other houses take a moment. */
  sendWhenKnown(...request: Parameters<TestState['send']>): Promise<Answer> {
    return this.sendWhile('/problems/not-known-here-yet', request);
  }

  async sendWhile(type: string, request: Parameters<TestState['send']>): Promise<Answer> {
    const answer = await this.send(...request);
    if (answer.body.type !== type) return answer;
    await new Promise(setImmediate);
    return this.sendWhile(type, request);
  }

  /** What the house says of its health, once it is ready. */
  async whenReady(code: string): Promise<Answer['body']> {
    const { status, body } = await this.get(code, 'health/ready');
    if (status === 200) return body;
    await new Promise(setImmediate);
    return this.whenReady(code);
  }

  async get(code: string, path: string): Promise<Answer> {
    const response = await this.app(code).inject({ url: `/api/ministries/${code}/${path}` });
    return { status: response.statusCode, body: response.json<Answer['body']>() };
  }

  /** The wire types of a stream, once it has as many events. */
  async history(stream: string, atLeast = 0): Promise<readonly string[]> {
    const events = await this.disk.storeOf(stream.split('.')[0] ?? '').readStream(stream);
    if (events.length >= atLeast) return events.map(({ wireType }) => wireType);
    await new Promise(setImmediate);
    return this.history(stream, atLeast);
  }

  /** As at the end of the process; the disk stays. */
  async close(): Promise<void> {
    await Promise.all([...this.apps.values()].map((app) => app.close()));
    await Promise.all(this.relays.map((relay) => relay.stop()));
    this.apps.clear();
  }

  private app(code: string): NestFastifyApplication {
    const app = this.apps.get(code);
    if (!app) throw new Error(`${code} was not started`);
    return app;
  }
}
