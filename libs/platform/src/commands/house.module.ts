// One house's side of writing: its capabilities on the ports it was given.
import { type DynamicModule, type LoggerService, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Clock, EventStore } from '@zielwerk/kernel';

import { type Checks, HEALTH_CHECKS, HealthController } from '../health/health';
import type { Jurisdiction } from '../jurisdiction/jurisdiction';
import type { Capability } from './capability';
import { CommandsController, LOGGER, SLICES } from './commands.controller';
import { Deciders, MINISTRY } from './deciders';
import { Facts, type KnownFacts } from './facts';

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
  known: KnownFacts;
  checks?: Checks;
  logger?: LoggerService | null;
}>;

/** What the house can do, by the offices of its jurisdiction. */
export const capabilitiesOf = ({ code, jurisdiction, capabilities }: House): readonly Capability[] =>
  capabilities.filter(({ office }) => office === null || jurisdiction.offices[office] === code);

@Module({})
export class HouseModule {
  static of(house: House, { eventStore, clock, known, checks = {}, logger = null }: HousePorts): DynamicModule {
    const { code, jurisdiction } = house;
    const capabilities = capabilitiesOf(house);
    const slices = new Map(capabilities.flatMap((each) => each.slices).map((slice) => [slice.command, slice]));
    return {
      module: HouseModule,
      global: true,
      imports: [CqrsModule.forRoot(), ...capabilities.map(({ module }) => module)],
      controllers: [CommandsController, HealthController],
      providers: [
        Deciders,
        { provide: MINISTRY, useValue: { code } },
        { provide: JURISDICTION, useValue: jurisdiction },
        { provide: EventStore, useValue: eventStore },
        { provide: Clock, useValue: clock },
        { provide: Facts, useValue: { known, jurisdiction, ministry: code } satisfies Facts },
        { provide: SLICES, useValue: slices },
        { provide: HEALTH_CHECKS, useValue: checks },
        ...(logger ? [{ provide: LOGGER, useValue: logger }] : []),
      ],
      exports: [Deciders, MINISTRY, JURISDICTION, Facts, CqrsModule],
    };
  }
}
