// One house's side of writing: its capabilities on the ports it was given.
import { type DynamicModule, type LoggerService, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { WrittenVersions } from '@zielwerk/contracts';
import { Clock, EventStore, Subjects } from '@zielwerk/kernel';

import { type Checks, HEALTH_CHECKS, HealthController } from '../health/health';
import type { Jurisdiction } from '../jurisdiction/jurisdiction';
import { EventsController } from '../subjects/events.controller';
import { SubjectErasuresController } from '../subjects/subject-erasures.controller';
import type { Capability } from './capability';
import { CommandsController } from './commands.controller';
import { Deciders, MINISTRY, WRITTEN_VERSIONS } from './deciders';
import type { ServiceMetrics } from '../metrics/metrics';
import { LOGGER, Lines, METRICS, SLICES } from './lines';
import { Facts } from '../known/facts';
import type { KnownFacts } from '../known/known-facts';

/** Injects the Jurisdiction. */
export const JURISDICTION = Symbol('JURISDICTION');

export type House = Readonly<{
  /** The code of a ministry of the jurisdiction. */
  code: string;
  jurisdiction: Jurisdiction;
  /** Those that need an office the house does not hold are left out. */
  capabilities: readonly Capability[];
}>;

export type HousePorts = Readonly<{
  eventStore: EventStore;
  clock: Clock;
  /** Who stands behind the actors of its events. */
  subjects: Subjects;
  known: KnownFacts;
  checks?: Checks;
  logger?: LoggerService | null;
  metrics?: Pick<ServiceMetrics, 'refused'> | null;
  /** By event type the version to write, where it is not the usual one. */
  writtenVersions?: WrittenVersions;
}>;

/** What the house can do, by the offices of its jurisdiction. */
export const capabilitiesOf = ({ code, jurisdiction, capabilities }: House): readonly Capability[] =>
  capabilities.filter(({ office }) => office === null || jurisdiction.offices[office] === code);

@Module({})
export class HouseModule {
  static of(house: House, ports: HousePorts): DynamicModule {
    const { eventStore, clock, subjects, known, checks = {}, writtenVersions = {} } = ports;
    const { code, jurisdiction } = house;
    const capabilities = capabilitiesOf(house);
    const slices = new Map(capabilities.flatMap((each) => each.slices).map((slice) => [slice.command, slice]));
    return {
      module: HouseModule,
      global: true,
      imports: [CqrsModule.forRoot(), ...capabilities.map(({ module }) => module)],
      controllers: [CommandsController, EventsController, SubjectErasuresController, HealthController],
      providers: [
        ...[Deciders, Lines],
        { provide: MINISTRY, useValue: { code } },
        { provide: WRITTEN_VERSIONS, useValue: writtenVersions },
        { provide: JURISDICTION, useValue: jurisdiction },
        { provide: EventStore, useValue: eventStore },
        { provide: Clock, useValue: clock },
        { provide: Subjects, useValue: subjects },
        { provide: Facts, useValue: { known, jurisdiction, ministry: code } satisfies Facts },
        { provide: SLICES, useValue: slices },
        { provide: HEALTH_CHECKS, useValue: checks },
        ...(ports.logger ? [{ provide: LOGGER, useValue: ports.logger }] : []),
        ...(ports.metrics ? [{ provide: METRICS, useValue: ports.metrics }] : []),
      ],
      exports: [Deciders, Lines, MINISTRY, JURISDICTION, Facts, EventStore, Subjects, CqrsModule],
    };
  }
}
