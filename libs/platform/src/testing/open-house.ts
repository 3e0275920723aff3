// A house with any capabilities on memory adapters, asked over HTTP as its clients ask.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { allEvents, type AnyEvent, type WrittenVersions } from '@zielwerk/contracts';
import { agreementSpec } from '@zielwerk/contracts/testing';
import { type EventStore, type Message, type Recorded, stoppedClock } from '@zielwerk/kernel';
import { MemoryEventStore, MemorySubjects } from '@zielwerk/testing';

import type { Capability } from '../commands/capability';
import { Deciders } from '../commands/deciders';
import { capabilitiesOf, HouseModule } from '../commands/house.module';
import type { Receipt } from '../commands/order';
import type { Slice } from '../commands/slice';
import { createServiceApp } from '../http/service-app';
import type { Claims } from '../identity/claims';
import { DevelopmentIssuer } from '../identity/development-issuer';
import { type Role, ROLES } from '../identity/roles';
import type { Jurisdiction } from '../jurisdiction/jurisdiction';
import { KnownFacts } from '../known/known-facts';

export const WAYS = ['its own route', 'POST commands'] as const;
export type Way = (typeof WAYS)[number];

/** A command as `POST commands` takes it. `by`: what the token claims beside being an editor of the house. */
export type Asked = Readonly<{
  command: string;
  id?: string;
  occurredOn?: string;
  data?: object;
  by?: Partial<Claims>;
}>;
/** A receipt, or the status and the code of the problem. */
export type Answer = Receipt | Readonly<{ status: number; code: string }>;

const clock = stoppedClock('2026-11-23T08:00:00Z');
const jurisdiction: Jurisdiction = {
  id: 'test',
  name: 'Test',
  ministries: ['stk', 'mi', 'mf', 'mid'].map((code) => ({ code, name: code.toUpperCase(), shortName: code })),
  offices: { cabinet: 'stk', finance: 'mf', strategy: 'mid' },
  pillars: [{ code: 'verwaltung', title: 'Verwaltung' }],
  themes: [{ code: 'e-akte', pillar: 'verwaltung', title: 'E-Akte' }],
  limits: { appraisalAboveCents: 100_000_00 },
};

type Parts = Readonly<{
  code: string;
  app: NestFastifyApplication;
  store: EventStore;
  issuer: DevelopmentIssuer;
  capabilities: readonly Capability[];
}>;

/** On 23 November 2026, in a jurisdiction of four houses: `stk` holds the office cabinet, `mf` finance, `mid` strategy. */
export class OpenHouse {
  private constructor(
    private readonly parts: Parts,
    /** What the house knows of others. */
    readonly known: KnownFacts,
  ) {}

  static with(code: string, ...capabilities: readonly Capability[]): Promise<OpenHouse> {
    return OpenHouse.writing(allEvents.newestVersions(), code, ...capabilities);
  }

  /** By event type the version that the house writes; the usual one where none is said. */
  static async writing(
    writtenVersions: WrittenVersions,
    code: string,
    ...capabilities: readonly Capability[]
  ): Promise<OpenHouse> {
    const [store, known, issuer] = [new MemoryEventStore(clock), new KnownFacts(), await DevelopmentIssuer.inMemory()];
    const house = { code, jurisdiction, capabilities };
    const app = await createServiceApp(
      HouseModule.of(house, { eventStore: store, clock, subjects: new MemorySubjects(), known, writtenVersions }),
      {
        title: code,
        prefix: `/api/ministries/${code}`,
        tokens: issuer,
        rateLimit: 100_000,
      },
    );
    return new OpenHouse({ code, app, store, issuer, capabilities: capabilitiesOf(house) }, known);
  }

  /** Sends a command the way that is named. */
  async ask(way: Way, { command, id, occurredOn, data, by }: Asked): Promise<Answer> {
    const day = occurredOn === undefined ? {} : { occurredOn };
    const name = id === undefined ? {} : { id };
    if (way === 'POST commands') return this.post('commands', { command, ...name, ...day, data }, by);
    const { route, param } = this.slice(command);
    return param === null
      ? this.post(route, { ...data, ...name, ...day }, by)
      : this.post(route.replace(`:${param}`, id ?? ''), { ...data, ...day }, by);
  }

  /** Hands over facts that another house published, one after the other; null for one that no policy here acts on. */
  async receive(events: readonly Recorded<Message>[]): Promise<readonly (Receipt | null)[]> {
    const { capabilities, app, code } = this.parts;
    const policies = capabilities.flatMap((each) => each.policies);
    const receipts: (Receipt | null)[] = [];
    for (const event of events) {
      const policy = policies.find(({ on }) => on === event.type);
      receipts.push((await policy?.reactionTo(event, code)?.carryOut(app.get(Deciders))) ?? null);
    }
    return receipts;
  }

  /** Lets the house know what others have published. */
  knows(events: readonly Recorded<AnyEvent>[]): void {
    for (const event of events) this.known.learn(event);
  }

  /** What a stream holds: day, wire type, data. */
  async history(stream: string): Promise<readonly (readonly [occurredOn: string, wireType: string, data: unknown])[]> {
    const stored = await this.parts.store.readStream(stream);
    return stored.map(({ wireType, data, meta }) => [meta.occurredOn, wireType, data]);
  }

  /** Each command with the roles that it is not refused for. */
  async whoMay(): Promise<Readonly<Record<string, readonly Role[]>>> {
    const may = async ({ command }: Slice, role: Role): Promise<boolean> => {
      const answer = await this.ask('its own route', { command, id: 'none', by: { roles: [role] } });
      return !('code' in answer && answer.code === 'role-missing');
    };
    const rows = this.slices.map(async (slice) => {
      const allowed = await Promise.all(ROLES.map((role) => may(slice, role)));
      return [slice.command, ROLES.filter((_, index) => allowed[index])] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  }

  close(): Promise<void> {
    return this.parts.app.close();
  }

  private get slices(): readonly Slice[] {
    return this.parts.capabilities.flatMap(({ slices }) => slices);
  }

  private slice(command: string): Slice {
    const slice = this.slices.find((each) => each.command === command);
    if (!slice) throw new Error(`${command} is not mounted in ${this.parts.code}`);
    return slice;
  }

  private async post(path: string, body: object, by: Partial<Claims> = {}): Promise<Answer> {
    const { app, issuer, code } = this.parts;
    const token = await issuer.issue({ sub: 'someone', ministry: code, roles: ['editor'], ...by });
    const response = await app.inject({
      method: 'POST',
      url: `/api/ministries/${code}/${path}`,
      headers: { authorization: `Bearer ${token}` },
      payload: body,
    });
    const answer = response.json<Receipt & { type: string }>();
    return response.statusCode < 300
      ? { stream: answer.stream, revision: answer.revision }
      : { status: response.statusCode, code: answer.type.replace('/problems/', '') };
  }
}

/** Shows the body of a command to both validators, with changes; says how many they took or refused, whichever is less. */
export const bodyAgreement = ({ slices }: Capability, { command, data = {} }: Asked): number => {
  const contract = slices.find((slice) => slice.command === command)?.contract;
  if (!contract?.accepts(data)) throw new Error(`${command} does not take its sample`);
  const { accepted, refused } = agreementSpec(contract, data, 1000);
  return Math.min(accepted, refused);
};
