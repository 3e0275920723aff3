import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Metrics } from '../metrics/metrics';
import { listenForOperators, type Operated, type OperatorPort } from './operator-port';
import { NotProjecting, type ParkedDesk, UnknownProjection } from './parked-desk';

const metrics = new Metrics();
const entry = {
  ...{ id: 7, projection: 'goal', stream: 'mf.goal-1', revision: 3, type: 'GoalAdopted.v1' },
  ...{ reason: 'Malformed', waitsFor: null, since: '2026-11-23T08:00:00.000Z' },
};
const message = { ...entry, topic: 't', offset: 9, headers: {}, value: { text: '{' } };
const desk: ParkedDesk = {
  list: () => Promise.resolve([entry]),
  show: (id) => Promise.resolve(id === 7 ? message : null),
  requeue: (projection) =>
    projection === 'nothing'
      ? Promise.reject(new UnknownProjection('There is no projection nothing.'))
      : Promise.resolve({ applied: projection === null ? 2 : 1, parked: 0 }),
};
const strategy: Operated = {
  name: 'strategy',
  vitals: () => Promise.resolve({ engines: { read_model: true } }),
  parked: desk,
};

let port: OperatorPort;
beforeEach(async () => {
  port = await listenForOperators({ host: '127.0.0.1', port: 0 }, metrics);
});
afterEach(() => port.close());

const ask = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(port.url + path, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

it('lives and is not ready while services start, and no more once they stop', async () => {
  const phases: unknown[] = [];
  for (const step of [() => undefined, () => port.opened([strategy]), () => port.stopping()]) {
    step();
    const { status, body } = await ask('/health/ready');
    phases.push([status, body.status, body.phase, (await ask('/health/live')).status]);
  }
  expect(phases).toEqual([
    [503, 'down', 'starting', 200],
    [200, 'up', 'running', 200],
    [503, 'down', 'stopping', 200],
  ]);
});

it('is not ready when a service is not', async () => {
  port.opened([
    strategy,
    { ...strategy, name: 'other', vitals: () => Promise.resolve({ engines: { read_model: false } }) },
  ]);
  const { status, body } = await ask('/health/ready');
  expect([status, body]).toMatchObject([
    503,
    { status: 'down', services: { strategy: { status: 'up' }, other: { status: 'down' } } },
  ]);
});

describe('parked events', () => {
  it('are listed, shown and tried again', async () => {
    port.opened([strategy]);
    expect(await ask('/parked')).toEqual({ status: 200, body: { items: [entry] } });
    expect(await ask('/parked/7')).toEqual({ status: 200, body: message });
    expect(await ask('/parked/requeue', { method: 'POST' })).toEqual({ status: 200, body: { applied: 2, parked: 0 } });
    expect(await ask('/parked/requeue?projection=goal', { method: 'POST' })).toMatchObject({ body: { applied: 1 } });
  });

  it.each([
    ['GET', '/parked/8', 'No event is parked under this id.'],
    ['GET', '/parked/__proto__', 'No event is parked under this id.'],
    ['POST', '/parked/requeue?projection=nothing', 'There is no projection nothing.'],
    ['GET', '/nowhere', 'Nothing is here.'],
  ])('%s %s is a problem', async (method, path, detail) => {
    port.opened([strategy]);
    expect(await ask(path, { method })).toMatchObject({ status: 404, body: { type: '/problems/not-found', detail } });
  });

  it('are tried again by the instance that projects, and by no other', async () => {
    const requeue = () => Promise.reject(new NotProjecting('Another instance projects.'));
    port.opened([{ ...strategy, parked: { ...desk, requeue } }]);
    expect(await ask('/parked/requeue', { method: 'POST' })).toMatchObject({
      ...{ status: 409, body: { type: '/problems/not-projecting', detail: 'Another instance projects.' } },
    });
  });

  it('are nowhere where nothing is projected, and not there yet while services start', async () => {
    expect((await ask('/parked')).status).toBe(503);
    const { name, vitals } = strategy;
    port.opened([{ name, vitals }]);
    expect((await ask('/parked')).status).toBe(404);
  });

  it.each([
    ['a page', { origin: 'https://example.org' }],
    ['a page of this machine', { 'sec-fetch-site': 'same-origin' }],
    ['another name that leads here', { host: 'rebound.example.org' }],
  ])('are not shown to %s', async (_, headers) => {
    port.opened([strategy]);
    const statuses: unknown[] = [];
    for (const [method, url] of [
      ['GET', '/parked'],
      ['POST', '/parked/requeue'],
    ] as const) {
      statuses.push(
        await new Promise((resolve) =>
          request(port.url + url, { method, headers: { ...headers } }, ({ statusCode }) => resolve(statusCode)).end(),
        ),
      );
    }
    expect(statuses).toEqual([403, 403]);
  });
});

it('names the variable when the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port: taken } = other.address() as AddressInfo;
  await expect(listenForOperators({ host: '127.0.0.1', port: taken }, metrics)).rejects.toThrow(
    `Port ${taken} of 127.0.0.1 is in use; choose another with ZIELWERK_OPERATOR_PORT.`,
  );
  other.close();
});
