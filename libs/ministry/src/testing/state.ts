// A small state on one embedded bus, its stores in memory.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ReceivedMessage, stoppedClock, topicOf } from '@zielwerk/kernel';
import { type Claims, DevelopmentIssuer, type Jurisdiction } from '@zielwerk/platform';
import { EmbeddedMessaging, MemoryCheckpoints, MemoryEventStore, MemorySubjects, startRelay } from '@zielwerk/testing';
import { setTimeout as pause } from 'node:timers/promises';

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

const POLL_MS = 2;
const clock = stoppedClock('2026-11-23T08:00:00Z');

export type Answer = Readonly<{
  status: number;
  body: Readonly<Record<string, unknown>>;
  /** In seconds; null when the answer does not say when to come back. */
  retryAfter: string | null;
}>;

/** What outlives a process: open it again with the same disk to restart the state. */
export class Disk {
  readonly stores = new Map<string, MemoryEventStore>();
  readonly checkpoints = new MemoryCheckpoints();
  readonly subjects = new MemorySubjects();
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
  private readonly relays: ReturnType<typeof startRelay>[] = [];
  private closed = false;

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
    const { checkpoints, messaging, subjects } = this.disk;
    const eventStore = this.disk.storeOf(code);
    const ports = { eventStore, messaging, checkpoints, subjects, clock, tokens: this.tokens };
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
    return answerOf(response);
  }

  /** Asks again until the answer is not `not-known-here-yet`: facts of other houses take a moment. */
  sendWhenKnown(...request: Parameters<TestState['send']>): Promise<Answer> {
    return this.sendWhile('/problems/not-known-here-yet', request);
  }

  sendWhile(type: string, request: Parameters<TestState['send']>): Promise<Answer> {
    return this.until(
      () => this.send(...request),
      ({ body }) => body.type !== type,
    );
  }

  /** What the house says of its health, once it is ready. */
  async whenReady(code: string): Promise<Answer['body']> {
    const ready = await this.until(
      () => this.get(code, 'health/ready'),
      ({ status }) => status === 200,
    );
    return ready.body;
  }

  async get(code: string, path: string): Promise<Answer> {
    return answerOf(await this.app(code).inject({ url: `/api/ministries/${code}/${path}` }));
  }

  /** The wire types of a stream, once it has as many events. */
  async history(stream: string, atLeast = 0): Promise<readonly string[]> {
    const events = await this.until(
      () => this.disk.storeOf(stream.split('.')[0] ?? '').readStream(stream),
      ({ length }) => length >= atLeast,
    );
    return events.map(({ wireType }) => wireType);
  }

  /** Resolves once all that the houses have recorded is on the bus. */
  async whenRelayed(): Promise<void> {
    await this.until(
      () => Promise.all(this.relays.map((relay) => relay.lag())),
      (lags) => lags.every((lag) => lag === 0),
    );
  }

  /** As at the end of the process; the disk stays. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.apps.values()].map((app) => app.close()));
    await Promise.all(this.relays.map((relay) => relay.stop()));
    this.apps.clear();
  }

  /** Looks again until it is as awaited; a spec that gave up waiting has closed the state. */
  private async until<Seen>(look: () => Promise<Seen>, isAwaited: (seen: Seen) => boolean): Promise<Seen> {
    for (;;) {
      const seen = await look();
      if (isAwaited(seen) || this.closed) return seen;
      await pause(POLL_MS);
    }
  }

  private app(code: string): NestFastifyApplication {
    const app = this.apps.get(code);
    if (!app) throw new Error(`${code} was not started`);
    return app;
  }
}

type Response = Awaited<ReturnType<NestFastifyApplication['inject']>>;

const answerOf = (response: Response): Answer => ({
  status: response.statusCode,
  body: response.json<Answer['body']>(),
  retryAfter: response.headers['retry-after']?.toString() ?? null,
});
