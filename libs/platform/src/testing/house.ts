// A house on memory adapters, as the specs need it.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, type EventStore, stoppedClock } from '@zielwerk/kernel';
import { MemoryEventStore } from '@zielwerk/testing';

import { KnownFacts, type KnownGoal } from '../commands/facts';
import { HouseModule } from '../commands/house.module';
import { createServiceApp } from '../http/service-app';
import type { Claims } from '../identity/claims';
import { DevelopmentIssuer } from '../identity/development-issuer';
import type { Jurisdiction } from '../jurisdiction/jurisdiction';
import { BarometerModule, SafeModule } from './barometer';

export const today = '2026-11-24';
export const clock = stoppedClock('2026-11-23T23:30:00Z');

export const jurisdiction: Jurisdiction = {
  id: 'test',
  name: 'Test',
  ministries: ['stk', 'mf', 'mid'].map((code) => ({ code, name: code.toUpperCase(), shortName: code })),
  offices: { cabinet: 'stk', finance: 'mf', strategy: 'mid' },
  pillars: [{ code: 'state', title: 'State' }],
  themes: [{ code: 'files', pillar: 'state', title: 'Files' }],
};

export class KnownGoals extends KnownFacts {
  readonly goals = new Map<string, KnownGoal>();

  override goal(goalId: string): KnownGoal | undefined {
    return this.goals.get(goalId);
  }
  override releasedContributionsTo(): number {
    return 0;
  }
}

export type TestHouse = Readonly<{
  app: NestFastifyApplication;
  store: EventStore;
  issuer: DevelopmentIssuer;
  known: KnownGoals;
  token: (claims?: Partial<Claims>) => Promise<string>;
}>;

type Options = Readonly<{ code?: string; clock?: Clock; store?: EventStore; rateLimit?: number }>;

export const openHouse = async ({ code = 'mid', rateLimit = 10_000, ...given }: Options = {}): Promise<TestHouse> => {
  const store = given.store ?? new MemoryEventStore(given.clock ?? clock);
  const [known, issuer] = [new KnownGoals(), await DevelopmentIssuer.inMemory()];
  const capabilities = [BarometerModule, SafeModule];
  const house = HouseModule.of(
    { code, jurisdiction, capabilities },
    { eventStore: store, clock: given.clock ?? clock, known },
  );
  const app = await createServiceApp(house, {
    title: code,
    prefix: `/api/ministries/${code}`,
    tokens: issuer,
    rateLimit,
  });
  const token = (claims: Partial<Claims> = {}) =>
    issuer.issue({ sub: 'someone', ministry: code, roles: ['editor'], ...claims });
  return { app, store, issuer, known, token };
};
