// Everything that ministries share; a ministry itself is data.
import { type DynamicModule, Inject, type LoggerService, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { WrittenVersions } from '@zielwerk/contracts';
import type { Checkpoints, Clock, EventStore, Messaging, Subjects } from '@zielwerk/kernel';
import {
  type Capability,
  capabilitiesOf,
  type Checks,
  createServiceApp,
  Deciders,
  type House,
  HouseModule,
  type Jurisdiction,
  type ServiceAppOptions,
  type TokenVerifier,
} from '@zielwerk/platform';

import { BundleController, UPLOAD_PARTS } from './bundle/bundle.controller';
import type { UploadParts } from './bundle/planned-upload';
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
  /** The house's own: each house knows a person by another reference. */
  subjects: Subjects;
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
  /** By event type the version to write, where it is not the usual one. */
  writtenVersions?: WrittenVersions;
}> &
  Pick<ServiceAppOptions, 'metrics' | 'logsRequests' | 'tracedAs'>;

const AT_CLOSE = Symbol('AT_CLOSE');

@Module({})
class MinistryModule implements OnApplicationShutdown {
  constructor(@Inject(AT_CLOSE) private readonly atClose: readonly (() => Promise<void>)[]) {}

  static with(
    house: DynamicModule,
    upload: Omit<UploadParts, 'lines'>,
    atClose: readonly (() => Promise<void>)[],
  ): DynamicModule {
    return {
      module: MinistryModule,
      imports: [house],
      controllers: [BundleController],
      providers: [
        { provide: UPLOAD_PARTS, useValue: upload },
        { provide: AT_CLOSE, useValue: atClose },
      ],
    };
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
  ministry: Ministry,
  ports: MinistryPorts,
  options: MinistryOptions = {},
): Promise<NestFastifyApplication> => {
  const { code, jurisdiction } = ministry;
  const { busReader: shared, writtenVersions = {} } = options;
  const observed = observing(options);
  const { logger, metrics } = observed;
  const house: House = { code, jurisdiction, capabilities: [...capabilities, ...(options.more ?? [])] };
  const mounted = capabilitiesOf(house);
  const reader = shared ?? new BusReader({ ...readerOf(ministry), messaging: ports.messaging, logger });
  const module = HouseModule.of(house, {
    ...{ eventStore: ports.eventStore, clock: ports.clock, subjects: ports.subjects },
    ...{ known: reader.known, logger, metrics, writtenVersions },
    checks: checksOf(code, ports, reader, options),
  });
  const stopReading = () => (shared ? Promise.resolve() : reader.stop());
  const upload = { code, jurisdiction, store: ports.eventStore, clock: ports.clock, things: reader.things };
  const app = await createServiceApp(MinistryModule.with(module, upload, [stopReading]), {
    ...{ title: titleOf(ministry), prefix: `/api/ministries/${code}`, tokens: ports.tokens, ...observed },
    rateLimit: options.rateLimit,
  });
  const policies = mounted.flatMap((capability) => capability.policies);
  const { checkpoints } = ports;
  reader.join(new PolicyRunner({ code, policies, deciders: app.get(Deciders), checkpoints, logger }));
  if (code === jurisdiction.offices.strategy) await recordFramework(app, house, mounted, logger);
  if (!shared) await reader.start();
  return app;
};

const observing = ({ logger = null, metrics = null, logsRequests = false, tracedAs }: MinistryOptions) => ({
  ...{ logger, metrics, logsRequests, tracedAs },
});

const titleOf = ({ code, jurisdiction }: Ministry): string => {
  const ministry = jurisdiction.ministries.find((each) => each.code === code);
  if (!ministry) throw new Error(`The jurisdiction ${jurisdiction.id} has no ministry ${code}.`);
  return `${ministry.shortName}: ${ministry.name}`;
};

const readerOf = ({ code, jurisdiction: { ministries } }: Ministry) => ({
  reader: `zielwerk.${code}`,
  ministries: ministries.map((each) => each.code),
});

const checksOf = (
  code: string,
  { eventStore }: MinistryPorts,
  reader: BusReader,
  { checks }: MinistryOptions,
): Checks => ({
  eventStore: async () => {
    // Nobody's stream: asked for all that is there, a server that many houses share may search far for the first of ours.
    await eventStore.readStream(`${code}.is-there`);
    return { up: true };
  },
  knownFacts: () => reader.check(),
  ...checks,
});
