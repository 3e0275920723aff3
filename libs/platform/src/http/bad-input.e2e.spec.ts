import { openHouse, recordedIn, type TestHouse } from '../testing/house';
import { uuidv5 } from '../uuid';

const id = uuidv5('hall');
const deep = (levels: number) => `${'{"by":'.repeat(levels)}1${'}'.repeat(levels)}`;
const json = 'application/json';
const percent = 'by must be a whole number from 0 to 100.';

type Faults = readonly (readonly [pointer: string, detail: string])[];
type Case = readonly [what: string, body: string | Buffer, status: number, code: string, errors: Faults | null];
const invalid = (what: string, body: string | Buffer, ...errors: Faults): Case => [
  what,
  body,
  400,
  'invalid-request',
  errors,
];

const CASES: readonly Case[] = [
  invalid('no JSON', '{"by":', ['#', 'The body is not JSON.']),
  invalid('nothing but a word', 'NaN', ['#', 'The body is not JSON.']),
  invalid('a list', '[]', ['#', 'A Rise must be an object.']),
  invalid('null', 'null', ['#', 'A Rise must be an object.']),
  invalid('a text', '"by"', ['#', 'A Rise must be an object.']),
  invalid('a missing field', '{}', ['#/by', 'by is missing; it must be a whole number from 0 to 100.']),
  invalid('text for a number', '{"by":"1"}', ['#/by', percent]),
  invalid('a fraction', '{"by":1.5}', ['#/by', percent]),
  invalid('too much', '{"by":1e309}', ['#/by', percent]),
  invalid('an object for a number', '{"by":{"valueOf":1}}', ['#/by', percent]),
  invalid(
    'several faults',
    '{"by":101,"note":"","occurredOn":"2026-02-30"}',
    ['#/occurredOn', 'occurredOn must be a day of the calendar such as 2026-03-31.'],
    ['#/by', percent],
    ['#/note', 'note must be text of 1 to 100 characters.'],
  ),
  invalid('an unknown field', '{"by":1,"level":2}', ['#/level', 'level is not a field here.']),
  invalid('a name every object has', '{"by":1,"constructor":{"prototype":{}}}', [
    '#/constructor',
    'constructor is not a field here.',
  ]),
  invalid('an id where there is one', `{"by":1,"id":"${id}"}`, ['#/id', 'id is not a field here.']),
  invalid('__proto__', '{"by":1,"__proto__":{"note":"x"}}', ['#', '__proto__ is not a field anywhere.']),
  invalid('__proto__ in other letters', '{"by":1,"\\u005f_proto__":1}', ['#', '__proto__ is not a field anywhere.']),
  invalid('33 levels', deep(33), ['#', 'The JSON is nested more than 32 levels deep.']),
  invalid('100,000 levels', '['.repeat(100_000), ['#', 'The JSON is nested more than 32 levels deep.']),
  invalid('half a character', Buffer.from([0x22, 0xff, 0x22]), ['#', 'The body is not UTF-8.']),
  ['more than 256 KiB', `{"note":"${'x'.repeat(256 * 1024)}"}`, 413, 'too-large', null],
];

describe('bad input', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
    await house.ask('POST', 'barometers', { body: { title: 'Hall', id } });
  });
  afterAll(() => house.app.close());
  afterEach(async () => expect(await recordedIn(house.store)).toBe(1));

  it.each(CASES)('%s is refused, and every fault named', async (...[, body, status, code, errors]) => {
    const headers = { 'content-type': json, 'x-request-id': 'd0-1' };
    const answer = await house.ask('POST', `barometers/${id}/rises`, { body, headers });
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
      {
        type: `/problems/${code}`,
        title: code === 'too-large' ? 'Too large' : 'Invalid request',
        status,
        ...(errors && { errors: errors.map(([pointer, detail]) => ({ pointer, detail })) }),
        traceId: 'd0-1',
      },
    ]);
  });

  it('32 levels are not too deep, only wrong', async () => {
    const { body } = await house.ask('POST', `barometers/${id}/rises`, {
      body: deep(32),
      headers: { 'content-type': json },
    });
    expect(body.errors).toEqual([{ pointer: '#/by', detail: percent }]);
  });

  it('brackets and quotes in a text do not count as levels', async () => {
    const note = `${'[{'.repeat(40)} "\\" ${'{'.repeat(9)}`;
    const { body } = await house.ask('POST', `barometers/${id}/rises`, { body: { by: 101, note } });
    expect(body.errors).toEqual([{ pointer: '#/by', detail: percent }]);
  });

  it.each([
    'text/plain',
    'text/csv',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'nonsense',
  ])('the content type %s is refused', async (type) => {
    const { status, body } = await house.ask('POST', 'barometers', {
      body: 'title=Hall',
      headers: { 'content-type': type },
    });
    expect([status, body.type]).toEqual([415, '/problems/unsupported-media-type']);
  });

  it('an id in the path that is none is named like a field', async () => {
    for (const wrong of ['spring', id.toUpperCase(), '__proto__', `${id}x`]) {
      const { status, body } = await house.ask('POST', `barometers/${wrong}/rises`, { body: { by: 1 } });
      expect([status, body.errors]).toEqual([
        400,
        [
          {
            pointer: '#/barometerId',
            detail: 'barometerId must be an id such as 0190a1de-0000-7000-8000-000000000001.',
          },
        ],
      ]);
    }
  });

  it.each([
    ['GET', 'nowhere', 404, 'not-found'],
    ['POST', 'nowhere', 404, 'not-found'],
    ['GET', 'barometers', 405, 'method-not-allowed'],
    ['PUT', `barometers/${id}/rises?x=1`, 405, 'method-not-allowed'],
    ['GET', 'barometers//rises', 404, 'not-found'],
    ['GET', '%xx', 400, 'malformed-request'],
    ['GET', `barometers/${'x'.repeat(9_000)}`, 404, 'not-found'],
    ['POST', `barometers/${'x'.repeat(200)}/rises`, 414, 'malformed-request'],
  ] as const)('%s %s is %i %s', async (method, path, status, code) => {
    const { headers, body, ...answer } = await house.ask(method, path);
    expect([answer.status, headers['content-type'], body.type]).toEqual([
      ...[status, 'application/problem+json; charset=utf-8', `/problems/${code}`],
    ]);
    if (status === 405) expect(headers.allow).toBe('POST');
  });
});

describe('a fault of our own', () => {
  it('tells the sender nothing but where the log says more', async () => {
    const told: unknown[] = [];
    const logger = { log: () => undefined, warn: () => undefined, error: (message: unknown) => told.push(message) };
    const house = await openHouse({ logger });
    house.store.readStream = () => Promise.reject(new Error('disk on fire at /secret'));
    const request = {
      body: { title: 'Hall' },
      headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
    };
    const { status, text } = await house.ask('POST', 'barometers', request);
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    expect([status, JSON.parse(text)]).toEqual([
      500,
      { type: '/problems/internal-error', title: 'Internal error', status: 500, traceId },
    ]);
    expect(told).toEqual([{ traceId, error: expect.stringContaining('disk on fire') }]);
    await house.app.close();
  });
});
