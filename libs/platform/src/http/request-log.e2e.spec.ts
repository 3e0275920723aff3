import { jsonLogger } from '../start/logging';
import { openHouse, type TestHouse } from '../testing/house';
import { uuidv5 } from '../uuid';

const WORD = 'Mustermann';
const id = uuidv5('a barometer');
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the log of requests', () => {
  const lines: string[] = [];
  let house: TestHouse;
  beforeEach(async () => {
    lines.length = 0;
    const logger = jsonLogger('trace', 'mid', { write: (line) => lines.push(line) });
    house = await openHouse({ logger, logsRequests: true });
    lines.length = 0;
  });
  afterEach(() => house.app.close());
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('has a line for each request, by which its problem is found', async () => {
    const headers = { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
    await house.ask('POST', 'barometers', { body: { title: 'Hall', id }, headers });
    const { body } = await house.ask('POST', `barometers/${id}/rises`, { body: { by: 101 } });
    const route = '/api/ministries/mid/barometers';
    const line = {
      level: 30,
      time: expect.any(String),
      service: 'mid',
      msg: 'request',
      method: 'POST',
      ms: expect.any(Number),
    };
    expect(logged()).toEqual([
      { ...line, traceId: TRACE, route, status: 201 },
      {
        ...line,
        ...{ traceId: body.traceId, route: `${route}/:barometerId/rises`, status: 400, code: 'invalid-request' },
      },
    ]);
  });

  it('has a line for each line of a request that is refused', async () => {
    const body = [
      { command: 'HangBarometer', id, data: { title: 'Hall' } },
      { command: 'RaiseBarometer', id, data: {} },
    ]
      .map((each) => JSON.stringify(each))
      .join('\n');
    const answer = await house.ask('POST', 'commands', { body, headers: { 'content-type': 'application/x-ndjson' } });
    const [, refused] = answer.text.trim().split('\n');
    const { problem } = JSON.parse(refused ?? '') as Readonly<{ problem: Readonly<{ traceId: string }> }>;
    expect(logged()).toMatchObject([
      { msg: 'line refused', traceId: problem.traceId, status: 400, code: 'invalid-request' },
      { msg: 'request', traceId: problem.traceId, status: 200 },
    ]);
  });

  it('says of a failure of our own what it was, under the same id', async () => {
    house.store.append = () => Promise.reject(new Error('disk full'));
    const { body } = await house.ask('POST', 'barometers', { body: { title: 'Hall' } });
    expect(logged()).toMatchObject([
      { level: 50, traceId: body.traceId, error: expect.stringContaining('disk full') },
      { level: 30, traceId: body.traceId, status: 500, code: 'internal-error' },
    ]);
  });

  it('holds no word of anybody, wherever it was sent', async () => {
    const headers = {
      ...{ 'x-request-id': WORD, 'x-correlation-id': WORD, 'idempotency-key': WORD, 'user-agent': WORD, cookie: WORD },
      ...{ traceparent: WORD, tracestate: `a=${WORD}`, baggage: `who=${WORD}`, 'x-forwarded-for': WORD, accept: WORD },
    };
    const as = await house.token({ sub: WORD, function: WORD, unit: WORD });
    const told: number[] = [];
    const send = async (...[method, path, more]: Parameters<TestHouse['ask']>) =>
      told.push((await house.ask(method, path, { as, ...more, headers: { ...headers, ...more?.headers } })).status);
    await send('POST', `barometers?q=${WORD}`, { body: { title: WORD, id } });
    await send('POST', `barometers/${WORD}/rises`, { body: { by: 1, note: WORD } });
    await send('POST', `barometers/${id}/rises`, { body: { by: 101, [WORD]: WORD } });
    await send('POST', 'barometers', { body: `{"title":"${WORD}`, headers: { 'content-type': 'application/json' } });
    await send('POST', 'commands', { body: { command: WORD, commandId: WORD, data: { title: WORD } } });
    await send('POST', 'commands', {
      body: `{"command":"${WORD}"}\n{"${WORD}`,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    await send('POST', 'barometers', { body: WORD, headers: { 'content-type': `text/${WORD}` } });
    await send('POST', 'barometers', { body: { title: WORD }, as: WORD });
    await send('POST', 'barometers', { body: { title: WORD }, headers: { 'if-match': WORD } });
    await send('GET', `${WORD}?${WORD}=${WORD}`);
    await send('GET', `%${WORD}`);
    expect(told).toEqual([201, 400, 400, 400, 400, 200, 415, 401, 400, 404, 400]);
    expect(lines.length).toBeGreaterThan(told.length);
    expect(lines.filter((line) => line.includes(WORD))).toEqual([]);
  });

  it('is silent unless it is asked for', async () => {
    const told: string[] = [];
    const quiet = await openHouse({ logger: jsonLogger('warn', 'mid', { write: (line) => told.push(line) }) });
    await quiet.ask('GET', 'nowhere');
    await quiet.app.close();
    expect(told).toEqual([]);
  });
});
