import type { AnyEvent } from '@zielwerk/contracts';
import { recorded } from '@zielwerk/testing';

import { openHouse, recordedIn, type TestHouse } from '../testing/house';
import { entityId, uuidv5 } from '../uuid';

const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const content = {
  ...{ title: 'Files', description: null, theme: 'files', participants: [], parentGoalId: null },
  ...{ targetDate: null, fileReference: null },
};
const drafted = recorded<AnyEvent>('mf.goal-1', [
  '2026-01-01',
  { type: 'GoalDrafted', data: { goalId, reference: null, content } },
]);

describe('the route of a slice', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.app.close());

  const hang = (body: object = { title: 'Hall' }, headers: Record<string, string> = {}) =>
    house.ask('POST', 'barometers', { body, headers });
  const idOf = ({ body }: { body: Readonly<Record<string, unknown>> }) =>
    String(body.stream).slice('mid.barometer-'.length);
  const raise = (id: string, body: object = { by: 1 }, headers: Record<string, string> = {}) =>
    house.ask('POST', `barometers/${id}/rises`, { body, headers });

  it('records, and says where the stream stands', async () => {
    const hung = await hang();
    const { status, headers, body } = await raise(idOf(hung));
    expect([status, headers['content-type'], headers.etag, body]).toEqual([
      201,
      'application/json; charset=utf-8',
      '"1"',
      { stream: hung.body.stream, revision: 1 },
    ]);
  });

  it('keeps who acted in which capacity, and on which command', async () => {
    const as = await house.token({ sub: 'p-17', function: 'Referat 12', unit: '12' });
    const headers = { 'idempotency-key': 'k-1', 'x-correlation-id': 'import/7' };
    await house.ask('POST', 'barometers', { body: { title: 'Hall' }, headers, as });
    const [event] = await house.store.readAll(0, 1);
    expect(event?.meta).toMatchObject({
      ...{ actor: await house.subjects.refOf('p-17'), function: 'Referat 12', ministry: 'mid' },
      ...{ commandId: 'k-1', correlationId: 'import/7' },
    });
  });

  it('does not carry day and id of the request into the event', async () => {
    const id = uuidv5('mine');
    await hang({ title: 'Hall', id, occurredOn: '2026-09-30' });
    const [event] = await house.store.readAll(0, 1);
    expect([event?.data, event?.meta.occurredOn]).toEqual([
      { barometerId: id, reference: null, title: 'Hall' },
      '2026-09-30',
    ]);
  });

  describe('the id of what is created', () => {
    it('follows from the reference', async () => {
      const id = entityId('mid', 'barometer', 'B/7');
      expect(idOf(await hang({ title: 'Hall', reference: 'B/7' }))).toBe(id);
      expect((await hang({ title: 'Other', reference: 'B/7' })).body).toMatchObject({
        type: '/problems/barometer-exists',
      });
      expect((await hang({ title: 'Hall', reference: 'B/8', id })).body).toMatchObject({
        status: 400,
        errors: [{ pointer: '#/id' }],
      });
    });

    it('else is the sender’s, else follows from the sender and their key', async () => {
      const id = uuidv5('mine');
      expect(idOf(await hang({ title: 'Hall', id }))).toBe(id);
      expect(idOf(await hang({ title: 'Hall' }, { 'idempotency-key': 'k' }))).toBe(
        uuidv5(`${await house.subjects.refOf('someone')}/k`),
      );
      expect(idOf(await hang())).not.toBe(idOf(await hang()));
    });
  });

  it('answers the same Idempotency-Key with the same receipt, and refuses it for another command', async () => {
    const id = idOf(await hang());
    const key = { 'idempotency-key': 'k' };
    const first = await raise(id, { by: 1, note: 'a' }, key);
    await raise(id);
    const again = await raise(id, { note: 'a', by: 1 }, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await raise(id, { by: 2, note: 'a' }, key)).body).toMatchObject({
      type: '/problems/idempotency-key-reused',
      status: 422,
    });
    expect((await raise(id, { by: 1, note: 'a', occurredOn: '2026-11-24' }, key)).status).toBe(422);
    expect(await recordedIn(house.store)).toBe(3);
  });

  it('refuses a stale If-Match at once', async () => {
    const id = idOf(await hang());
    expect((await raise(id, { by: 1 }, { 'if-match': '"0"' })).status).toBe(201);
    const { status, body } = await raise(id, { by: 1 }, { 'if-match': '"0"' });
    expect([status, body.type, body.detail]).toEqual([
      412,
      '/problems/stale-revision',
      `mid.barometer-${id} is at revision 1, not 0.`,
    ]);
  });

  it.each([
    ['if-match', 'seven'],
    ['if-match', '7'],
    ['idempotency-key', 'two words'],
    ['idempotency-key', 'x'.repeat(201)],
  ])('refuses the header %s: %s', async (name, value) => {
    const { status, body } = await hang({ title: 'Hall' }, { [name]: value });
    expect([status, body.type]).toEqual([400, '/problems/invalid-request']);
    expect(await recordedIn(house.store)).toBe(0);
  });

  it('turns a refusal into a problem that names the request', async () => {
    const { status, headers, body } = await raise(uuidv5('none'), { by: 1 }, { 'x-request-id': 'd0-1' });
    expect([status, headers['content-type'], body]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      {
        type: '/problems/barometer-unknown',
        title: 'Barometer unknown',
        status: 404,
        detail: 'No such barometer hangs.',
        traceId: 'd0-1',
      },
    ]);
  });

  it('says when to come back for a fact that has not arrived, and records once it has', async () => {
    const id = idOf(await hang());
    const { status, headers, body } = await raise(id, { by: 1, goalId });
    expect([status, headers['retry-after'], body.type]).toEqual([409, '1', '/problems/not-known-here-yet']);
    for (const event of drafted) house.known.learn(event);
    expect((await raise(id, { by: 1, goalId })).status).toBe(201);
  });

  it('takes a body-less request for one without fields', async () => {
    const id = idOf(await hang());
    const { status, body } = await house.ask('POST', `barometers/${id}/rises`);
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '#/by', detail: 'by is missing; it must be a whole number from 0 to 100.' }],
    ]);
  });

  it('is mounted only where the office is held', async () => {
    const as = await house.token({ roles: ['finance'] });
    expect((await house.ask('POST', 'safe', { body: { title: 'Safe' }, as })).status).toBe(404);
  });
});

describe('the documentation of a house', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.app.close());

  type Operation = Readonly<Record<string, unknown>>;
  type Document = Readonly<{
    openapi: string;
    paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    components: Readonly<{ schemas: Readonly<Record<string, unknown>> }>;
  }>;

  it('shows each command as it is checked', async () => {
    const { openapi, paths, components } = (await house.ask('GET', 'docs/openapi.json')).body as unknown as Document;
    const route = paths['/api/ministries/mid/barometers/{barometerId}/rises']?.post;
    expect(openapi).toBe('3.1.0');
    expect(route).toMatchObject({
      ...{ operationId: 'RaiseBarometer', summary: 'Raises a barometer.', security: [{ token: [] }] },
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Rise' } } } },
      responses: {
        201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } } },
        409: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
    });
    expect(components.schemas.Rise).toMatchObject({
      ...{ type: 'object', additionalProperties: false, required: ['by'] },
      properties: {
        by: { type: 'integer', minimum: 0, maximum: 100 },
        occurredOn: { type: ['string', 'null'], format: 'date' },
      },
    });
    expect(Object.keys(paths)).not.toContain('/api/ministries/mid/safe');
  });

  it('refers to nothing that is not there', async () => {
    const { text } = await house.ask('GET', 'docs/openapi.json');
    const { components } = JSON.parse(text) as Document;
    const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/gu)].map(([, name]) => name);
    expect([...new Set(referred)].filter((name) => !(String(name) in components.schemas))).toEqual([]);
  });

  it('is a page for people, also at the root of a service of its own', async () => {
    const page = await house.ask('GET', 'docs', { as: null });
    const atRoot = await house.app.inject({ url: '/docs' });
    expect([page.status, page.headers['content-type'], atRoot.body]).toEqual([
      200,
      'text/html; charset=utf-8',
      page.text,
    ]);
    expect(page.text).toContain('<code>POST /api/ministries/mid/barometers/{barometerId}/rises</code>');
  });

  it('stands beside health', async () => {
    expect((await house.ask('GET', 'health/live', { as: null })).body).toEqual({ status: 'up' });
    expect((await house.app.inject({ url: '/health/ready' })).json()).toEqual({ status: 'up', checks: {} });
  });
});
