// A house that is asked by anybody for anything, and says only how far they came.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { allEvents, type AnyEvent } from '@zielwerk/contracts';
import { BEFORE_ALL, type EventStore, NO_REVISION, type Position, stoppedClock } from '@zielwerk/kernel';
import { MemoryEventStore, MemorySubjects } from '@zielwerk/testing';

import type { Capability } from '../commands/capability';
import { HouseModule } from '../commands/house.module';
import { createServiceApp } from '../http/service-app';
import type { Claims } from '../identity/claims';
import { DevelopmentIssuer } from '../identity/development-issuer';
import type { Jurisdiction } from '../jurisdiction/jurisdiction';
import { KnownFacts } from '../known/known-facts';
import { uuidv5 } from '../uuid';

export type Bearer = Partial<Claims> | null;
/** `recorded`: how many events the request has added. */
export type Attempt = Readonly<{ status: number; code: string; recorded: number }>;

const CLOCK = stoppedClock('2026-11-23T08:00:00Z');
const PLENTY = 1_000_000;

export class PermissionHouse {
  private readonly tokens = new Map<string, string>();
  private position: Position = BEFORE_ALL;

  private constructor(
    readonly code: string,
    readonly app: NestFastifyApplication,
    private readonly store: EventStore,
    private readonly issuer: DevelopmentIssuer,
  ) {}

  static async open(
    code: string,
    jurisdiction: Jurisdiction,
    capabilities: readonly Capability[],
  ): Promise<PermissionHouse> {
    const [store, issuer] = [new MemoryEventStore(CLOCK), await DevelopmentIssuer.inMemory()];
    const ports = { eventStore: store, clock: CLOCK, subjects: new MemorySubjects(), known: new KnownFacts() };
    const app = await createServiceApp(HouseModule.of({ code, jurisdiction, capabilities }, ports), {
      ...{ title: code, prefix: `/api/ministries/${code}`, tokens: issuer, rateLimit: PLENTY },
    });
    return new PermissionHouse(code, app, store, issuer);
  }

  /** `bearer`: what the token says beside being one of the house without a role; null for no token. */
  async ask(method: string, path: string, bearer: Bearer, body?: object): Promise<Attempt> {
    await this.readOn();
    const response = await this.app.inject({
      ...{ method: method as 'POST', url: `/api/ministries/${this.code}/${path}` },
      ...(bearer && { headers: { authorization: `Bearer ${await this.tokenOf(bearer)}` } }),
      ...(body && { payload: body }),
    });
    const { type = '' } = response.json<{ type?: string }>();
    return { status: response.statusCode, code: type.replace('/problems/', ''), recorded: await this.readOn() };
  }

  /** Puts a history there as if it had been decided; answers the id of its entity, which follows from the name. */
  async recall(category: string, name: string, history: (id: string) => readonly AnyEvent[]): Promise<string> {
    const id = uuidv5(name);
    const events = history(id).map((event, index) => ({
      ...allEvents.encode(event),
      meta: {
        ...{ id: uuidv5(`${name}/${index}`), occurredOn: '2026-01-12', ministry: this.code, function: null },
        ...{ correlationId: 'test', actor: 'test', commandId: `${index}`, commandHash: '' },
      },
    }));
    await this.store.append(`${this.code}.${category}-${id}`, NO_REVISION, events);
    return id;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** One for all requests of the same bearer: proving a token costs more than a request. */
  private async tokenOf(bearer: Partial<Claims>): Promise<string> {
    const claims = { sub: 'someone', ministry: this.code, roles: [], ...bearer };
    const name = JSON.stringify(claims);
    const token = this.tokens.get(name) ?? (await this.issuer.issue(claims));
    this.tokens.set(name, token);
    return token;
  }

  /** How many events there are beyond those that were read. */
  private async readOn(): Promise<number> {
    const events = await this.store.readAll(this.position, PLENTY);
    this.position = events.at(-1)?.position ?? this.position;
    return events.length;
  }
}
