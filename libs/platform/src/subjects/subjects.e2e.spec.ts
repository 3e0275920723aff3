import type { LoggerService } from '@nestjs/common';

import { openHouse, recordedIn, type TestHouse } from '../testing/house';

const PERSON = 'erika.mustermann';

describe('who acted', () => {
  let house: TestHouse;
  const told: unknown[] = [];
  const tell = (...message: readonly unknown[]) => void told.push(message);
  const logger: LoggerService = { log: tell, error: tell, warn: tell, debug: tell, verbose: tell, fatal: tell };
  beforeEach(async () => {
    told.length = 0;
    house = await openHouse({ logger });
  });
  afterEach(() => house.app.close());

  const hang = async (headers: Record<string, string> = {}) => {
    const as = await house.token({ sub: PERSON, function: 'Referat 12' });
    const { body } = await house.ask('POST', 'barometers', { body: { title: 'Hall' }, headers, as });
    return String(body.stream);
  };
  const audit = async (stream: string, claims: object = { roles: ['auditor'], ministry: null }) =>
    house.ask('GET', `events/${stream}@0`, { as: await house.token(claims) });
  const erase = async (body: object = { subject: PERSON }, claims: object = { roles: ['operator'] }) =>
    house.ask('POST', 'subject-erasures', { body, as: await house.token(claims) });

  it('is a reference in every event, and a person for the audit office alone', async () => {
    const stream = await hang({ 'idempotency-key': 'k' });
    const ref = await house.subjects.refOf(PERSON);
    const [event] = await house.store.readStream(stream);
    expect(JSON.stringify(event)).not.toContain(PERSON);
    const { status, headers, body } = await audit(stream);
    expect([status, headers['cache-control'], body]).toEqual([
      200,
      'no-store',
      {
        wireType: 'Hung.v1',
        data: { barometerId: stream.slice('mid.barometer-'.length), reference: null, title: 'Hall' },
        meta: { ...event?.meta, actor: ref },
        person: PERSON,
      },
    ]);
  });

  it('is forgotten once: the event stays, and a later one names somebody new', async () => {
    const [stream, ref] = [await hang(), await house.subjects.refOf(PERSON)];
    const before = await house.store.readAll(0, 10);
    expect([(await erase()).body, (await erase()).body]).toEqual([{ erased: true }, { erased: false }]);
    expect(await house.store.readAll(0, 10)).toEqual(before);
    expect((await audit(stream)).body).toMatchObject({ meta: { actor: ref }, person: null });
    expect((await audit(await hang())).body).toMatchObject({ person: PERSON });
    expect(await house.subjects.refOf(PERSON)).not.toBe(ref);
  });

  it('gets no reference for a command that is refused before it is tried', async () => {
    const as = await house.token({ sub: PERSON, roles: ['analyst'] });
    await house.ask('POST', 'barometers', { body: { title: 'Hall' }, as });
    await house.ask('POST', 'barometers', { body: { title: 7 }, as: await house.token({ sub: PERSON }) });
    expect(await house.subjects.erase(PERSON)).toBe(false);
  });

  it.each([
    [{}, 'subject is missing; it must be'],
    [{ subject: 7 }, 'subject must be'],
    [{ subject: 'two words' }, 'subject must be'],
    [{ subject: 'policy:adopt' }, 'subject must be'],
  ])('is not erased by %j', async (body, says) => {
    const { status, body: problem } = await erase(body);
    const rest = ' 1 to 200 printable characters without a space, not starting with policy:.';
    expect([status, problem.errors]).toEqual([400, [{ pointer: '#/subject', detail: says + rest }]]);
  });

  it.each(['mid.barometer-none@0', 'mid.barometer-none', '@0', 'a@b@0', 'mid.barometer-none@-1', '%00@0'])(
    'is not found at %s',
    async (place) => {
      const as = await house.token({ roles: ['auditor'] });
      const { status, body } = await house.ask('GET', `events/${place}`, { as });
      expect([status, body.type]).toEqual([404, '/problems/event-unknown']);
    },
  );

  it('never stands in a log line, whatever fails', async () => {
    await hang();
    told.length = 0;
    house.store.append = () => Promise.reject(new Error('disk full'));
    const as = await house.token({ sub: PERSON });
    const body = { title: 'Hall' };
    const lines = [{ command: 'HangBarometer', data: body }, {}].map((line) => JSON.stringify(line)).join('\n');
    const headers = { 'content-type': 'application/x-ndjson' };
    expect([
      (await house.ask('POST', 'barometers', { body, as })).status,
      (await house.ask('POST', 'commands', { body: lines, headers, as })).status,
      (await house.ask('POST', 'barometers', { body, as: await house.token({ sub: PERSON, roles: [] }) })).status,
      (await erase()).status,
      await recordedIn(house.store),
    ]).toEqual([500, 200, 403, 200, 1]);
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain(PERSON);
  });

  it('is documented', async () => {
    const { body } = await house.ask('GET', 'docs/openapi.json');
    expect(body.paths).toMatchObject({
      '/api/ministries/mid/subject-erasures': {
        post: {
          ...{ operationId: 'EraseSubject', security: [{ token: [] }] },
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/SubjectErasure' } } } },
        },
      },
      '/api/ministries/mid/events/{place}': { get: { operationId: 'ReadEvent', security: [{ token: [] }] } },
    });
  });
});
