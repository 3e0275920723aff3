// Everything that ministries share; a ministry itself is data.
import { type DynamicModule, Inject, type LoggerService, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Checkpoints, Clock, EventStore, Messaging } from '@zielwerk/kernel';
import {
  type Capability,
  capabilitiesOf,
  type Checks,
  createServiceApp,
  Deciders,
  type House,
  HouseModule,
  type Jurisdiction,
  type TokenVerifier,
} from '@zielwerk/platform';

import { BusReader } from './bus-reader';
import { capabilities } from './capabilities';
import { recordFramework } from './framework-of-file';
import { PolicyRunner } from './policy-runner';

/** `code`: of a ministry of the jurisdiction. */
export type Ministry = Readonly<{ code: string; jurisdiction: Jurisdiction }>;

/** What a deployable brings: adapters are chosen in composition roots, nowhere else. The app closes none of them. */
export type MinistryPorts = Readonly<{
  eventStore: EventStore;
  messaging: Messaging;
  checkpoints: Checkpoints;
  clock: Clock;
  tokens: TokenVerifier;
}>;

export type MinistryOptions = Readonly<{
  /** Requests per second and subject. */
  rateLimit?: number;
  logger?: LoggerService | null;
  /** Beside the ministry's own: of its relay, say. */
  checks?: Checks;
  /** The house's own capabilities, beside those all have. */
  more?: readonly Capability[];
  /** Shared with other houses of this process: then whoever made it starts it, after the last house, and stops it. */
  busReader?: BusReader;
}>;

const AT_CLOSE = Symbol('AT_CLOSE');

@Module({})
class MinistryModule implements OnApplicationShutdown {
  constructor(@Inject(AT_CLOSE) private readonly atClose: readonly (() => Promise<void>)[]) {}

  static with(house: DynamicModule, atClose: readonly (() => Promise<void>)[]): DynamicModule {
    return { module: MinistryModule, imports: [house], providers: [{ provide: AT_CLOSE, useValue: atClose }] };
  }

  /** After the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    for (const close of this.atClose) await close();
  }
}

/**
 * A ministry's service below `/api/ministries/<code>`, ready for requests: listen with it, or route to it. `close`
 * answers what was accepted, then stops reading the bus. It publishes nothing: a relay runs beside it.
 */
export const createMinistryApp = async (
  { code, jurisdiction }: Ministry,
  { eventStore, messaging, checkpoints, clock, tokens }: MinistryPorts,
  { rateLimit, logger = null, checks, more = [], busReader: shared }: MinistryOptions = {},
): Promise<NestFastifyApplication> => {
  const ministry = jurisdiction.ministries.find((each) => each.code === code);
  if (!ministry) throw new Error(`The jurisdiction ${jurisdiction.id} has no ministry ${code}.`);
  const house: House = { code, jurisdiction, capabilities: [...capabilities, ...more] };
  const reader = shared ?? new BusReader({ ...readerOf(code, jurisdiction), messaging, logger });
  const module = HouseModule.of(house, {
    ...{ eventStore, clock, logger, known: reader.known },
    checks: { eventStore: () => readable(eventStore), knownFacts: () => reader.check(), ...checks },
  });
  const app = await createServiceApp(MinistryModule.with(module, shared ? [] : [() => reader.stop()]), {
    title: `${ministry.shortName}: ${ministry.name}`,
    prefix: `/api/ministries/${code}`,
    ...{ tokens, logger, ...(rateLimit !== undefined && { rateLimit }) },
  });
  const mounted = capabilitiesOf(house);
  const policies = mounted.flatMap((capability) => capability.policies);
  reader.join(new PolicyRunner({ code, policies, deciders: app.get(Deciders), checkpoints, logger }));
  if (code === jurisdiction.offices.strategy) await recordFramework(app, house, mounted, logger);
  if (!shared) {
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onClose', () => reader.stop());
    await reader.start();
  }
  return app;
};

const readerOf = (code: string, { ministries }: Jurisdiction) => ({
  reader: `zielwerk.${code}`,
  ministries: ministries.map((each) => each.code),
});

const readable = async (store: EventStore) => {
  await store.readAll(0, 1);
  return { up: true };
};
