// The strategy service on a real read model, fed as the bus feeds it and asked over HTTP.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { allEvents, type AnyEvent, NotSayable, toBusMessage } from '@zielwerk/contracts';
import { type CalendarDate, stoppedClock, topicOf } from '@zielwerk/kernel';
import { type Claims, DevelopmentIssuer, type Jurisdiction, uuidv5 } from '@zielwerk/platform';
import { newPlace } from '@zielwerk/postgres-server';
import { openReadModel, type Place, type ReadModel } from '@zielwerk/projection-engine';

import { allProjections, createStrategyApp, type StrategyParts, type StrategyTables } from '..';

type Happening = readonly [occurredOn: CalendarDate, event: AnyEvent];
/** A stream and what is recorded there next. */
export type Recording = readonly [stream: string, ...happenings: readonly Happening[]];
type Reply = Readonly<{
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: Readonly<Record<string, unknown>>;
}>;
type Ask = Readonly<{ by?: Partial<Claims>; headers?: Readonly<Record<string, string>> }>;

const clock = stoppedClock('2026-11-23T08:00:00Z');

export const jurisdiction: Jurisdiction = {
  id: 'test',
  name: 'Teststaat',
  sample: true,
  ministries: ['mid', 'mf', 'mwu'].map((code) => ({ code, name: `Ministry ${code}`, shortName: code.toUpperCase() })),
  offices: { cabinet: 'mid', finance: 'mf', strategy: 'mid' },
  pillars: [],
  themes: [],
};

/** On 23 November 2026, in a jurisdiction of three houses. */
export class OpenStrategy {
  private readonly revisions = new Map<string, number>();
  private readonly offsets = new Map<string, number>();
  private minutes = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    private readonly readModel: ReadModel<StrategyTables>,
    private readonly issuer: DevelopmentIssuer,
    private readonly removePlace: () => void,
  ) {}

  /** `given` takes the place of what it is else made of. */
  static async open(
    given: Partial<Pick<StrategyParts, 'clock' | 'sample'>> = {},
    where?: Place,
  ): Promise<OpenStrategy> {
    const { place, remove } = where ? { place: where, remove: () => undefined } : newPlace();
    const readModel = await openReadModel<StrategyTables>({ ...place, projections: allProjections, events: allEvents });
    const issuer = await DevelopmentIssuer.inMemory();
    const parts = { jurisdiction, readModel, clock, tokens: issuer, rateLimit: 100_000, ...given };
    return new OpenStrategy(await createStrategyApp(parts), readModel, issuer, remove);
  }

  /** Takes in what houses have published, in this order, and projects it. */
  async record(...recordings: readonly Recording[]): Promise<void> {
    await this.arrive(...recordings);
    await this.readModel.project();
  }

  /** Takes in what houses have published and does not project it yet. */
  async arrive(...recordings: readonly Recording[]): Promise<void> {
    const messages = recordings.flatMap(([stream, ...happenings]) =>
      happenings.map((happening) => this.messageOf(stream, happening)),
    );
    await this.readModel.ingest(messages);
  }

  /** All tables made anew. */
  rebuild(): Promise<void> {
    return this.readModel.rebuild();
  }

  project(): Promise<void> {
    return this.readModel.project();
  }

  /** A page as a browser gets it. */
  async page(path: string, ask: Ask = {}): Promise<string> {
    return (await this.ask(path, { ...ask, headers: { ...ask.headers, accept: 'text/html' } })).body;
  }

  async get(path: string, ask: Ask = {}): Promise<Reply> {
    const response = await this.ask(path, ask);
    const body = response.body === '' ? {} : (JSON.parse(response.body) as Reply['body']);
    return { status: response.statusCode, headers: response.headers, body };
  }

  /** A file as it is downloaded. */
  async file(path: string, ask: Ask = {}) {
    const { statusCode: status, headers, rawPayload: bytes } = await this.ask(path, ask);
    return { status, headers, bytes };
  }

  private async ask(path: string, { by, headers = {} }: Ask) {
    const token = by && (await this.issuer.issue({ sub: 'reader', roles: [], ...by }));
    return this.app.inject({
      method: 'GET',
      url: path,
      headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    });
  }

  /** What happens next to the service happens without a database. */
  loseReadModel(): Promise<void> {
    return this.readModel.close();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.readModel.close();
    this.removePlace();
  }

  private messageOf(stream: string, [occurredOn, event]: Happening) {
    const topic = topicOf(houseOf(stream));
    const revision = next(this.revisions, stream);
    const meta = {
      id: uuidv5(`${stream}@${revision}`),
      ...{ stream, revision, occurredOn },
      recordedAt: new Date(Date.UTC(2026, 10, 1, 0, (this.minutes += 1))).toISOString(),
      ministry: houseOf(stream),
      ...{ function: 'Head of 12', correlationId: 'test', actor: 'test', commandId: 'test', commandHash: 'test' },
    };
    const { key, value, headers } = toBusMessage({ position: 1, ...encoded(event), meta });
    return { topic, offset: next(this.offsets, topic), key, value: Buffer.from(value), headers };
  }
}

/** In the version that houses usually write; what it has no words for, in the newest. */
const encoded = (event: AnyEvent) => {
  try {
    return allEvents.encode(event);
  } catch (error) {
    if (!(error instanceof NotSayable)) throw error;
    return allEvents.encode(event, allEvents.newestVersions());
  }
};

/** Counts from 0. */
const next = (counters: Map<string, number>, name: string): number => {
  const count = (counters.get(name) ?? -1) + 1;
  counters.set(name, count);
  return count;
};

const houseOf = (stream: string): string => stream.split('.')[0] ?? '';
