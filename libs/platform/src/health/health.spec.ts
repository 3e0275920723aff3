import type { FastifyReply } from 'fastify';

import { type Checks, HealthController } from './health';

const ready = async (checks: Checks) => {
  let status = 0;
  const reply = { status: (given: number) => (status = given) } as unknown as FastifyReply;
  return [await new HealthController(checks).ready(reply), status];
};

it('is ready when every check is up', async () => {
  expect(await ready({ store: () => ({ up: true, events: 7 }), bus: () => Promise.resolve({ up: true }) })).toEqual([
    { status: 'up', checks: { store: { up: true, events: 7 }, bus: { up: true } } },
    200,
  ]);
});

it('is not when one is down, or throws', async () => {
  expect(await ready({ store: () => ({ up: true }), bus: () => Promise.reject(new Error('secret')) })).toEqual([
    { status: 'down', checks: { store: { up: true }, bus: { up: false } } },
    503,
  ]);
});
