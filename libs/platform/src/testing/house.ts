// A house on memory adapters, as the specs need it.
import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, type EventStore, stoppedClock, type Subjects } from '@zielwerk/kernel';
import { MemoryEventStore, MemorySubjects } from '@zielwerk/testing';

import { HouseModule } from '../commands/house.module';
import { createServiceApp } from '../http/service-app';
import type { Claims } from '../identity/claims';
import { DevelopmentIssuer } from '../identity/development-issuer';
import type { TokenVerifier } from '../identity/token-verifier';
import type { Jurisdiction } from '../jurisdiction/jurisdiction';
import { KnownFacts } from '../known/known-facts';
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

export type TestHouse = Readonly<{
  app: NestFastifyApplication;
  store: EventStore;
  issuer: DevelopmentIssuer;
  known: KnownFacts;
  subjects: Subjects;
  token: (claims?: Partial<Claims>) => Promise<string>;
  /** Below the house's prefix. */
  ask: (method: 'GET' | 'POST' | 'PUT', path: string, request?: Request) => Promise<Response>;
}>;

type Options = Readonly<{
  tokens?: TokenVerifier;
  rateLimit?: number;
  logger?: LoggerService;
  logsRequests?: boolean;
  time?: Clock;
}>;

/** The house `mid`, on 24 November 2026 unless told. */
export const openHouse = async ({
  tokens,
  rateLimit = 10_000,
  logger,
  logsRequests = false,
  time = clock,
}: Options = {}): Promise<TestHouse> => {
  const [store, known, subjects] = [new MemoryEventStore(time), new KnownFacts(), new MemorySubjects()];
  const issuer = await DevelopmentIssuer.inMemory();
  const house = { code: 'mid', jurisdiction, capabilities: [BarometerModule, SafeModule] };
  const app = await createServiceApp(
    HouseModule.of(house, { eventStore: store, clock: time, subjects, known, logger: logger ?? null }),
    {
      ...{ title: 'Mid', prefix: '/api/ministries/mid', tokens: tokens ?? issuer, rateLimit, logger: logger ?? null },
      logsRequests,
    },
  );
  const token = (claims: Partial<Claims> = {}) =>
    issuer.issue({ sub: 'someone', ministry: 'mid', roles: ['editor'], ...claims });
  const ask = async (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    { body: payload, headers = {}, as }: Request = {},
  ) => {
    const sent = as === null ? {} : { authorization: `Bearer ${as ?? (await token())}` };
    const response = await app.inject({
      ...{ method, url: `/api/ministries/mid/${path}`, headers: { ...sent, ...headers } },
      ...(payload !== undefined && { payload }),
    });
    const { statusCode, headers: answered, body: text } = response;
    const body = isJson(answered['content-type']) ? response.json<Response['body']>() : {};
    return { status: statusCode, headers: answered, text, body };
  };
  return { app, store, issuer, known, subjects, token, ask };
};

/** `as`: a token, null for none; an editor of the house unless told. */
type Request = Readonly<{ body?: string | object | Buffer; headers?: Record<string, string>; as?: string | null }>;
type Response = Readonly<{
  status: number;
  headers: Readonly<Record<string, unknown>>;
  text: string;
  /** Empty unless it is JSON. */
  body: Readonly<Record<string, unknown>>;
}>;

const isJson = (type: unknown): boolean => /^application\/(?:problem\+)?json/u.test(String(type));

/** How many events all streams hold. */
export const recordedIn = async (store: EventStore): Promise<number> => (await store.readAll(0, 10_000)).length;
