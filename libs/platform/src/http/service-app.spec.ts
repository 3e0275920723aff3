import { StoreUnavailable } from '@zielwerk/kernel';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { openHouse, recordedIn, type TestHouse } from '../testing/house';

type Sent = Readonly<{ response: Promise<IncomingMessage>; port: number }>;

const post = async (house: TestHouse, port: number): Promise<Sent> => {
  const headers = { authorization: `Bearer ${await house.token()}`, 'content-type': 'application/json' };
  const sent = request({ method: 'POST', port, host: '127.0.0.1', path: '/api/ministries/mid/barometers', headers });
  sent.end(JSON.stringify({ title: 'Hall' }));
  return { response: once(sent, 'response').then(([response]) => response as IncomingMessage), port };
};
const portOf = (server: Server) => (server.address() as AddressInfo).port;

describe('the application of a service', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse();
  });

  it('refuses while its event store is away, and a command that is sent again takes effect once', async () => {
    const append = house.store.append.bind(house.store);
    let answered = false;
    house.store.append = async (...events) => {
      // Written, but nobody learns of it.
      const appended = await append(...events);
      if (answered) return appended;
      throw new StoreUnavailable('postgres://mf:secret@db');
    };
    const hang = () =>
      house.ask('POST', 'barometers', { body: { title: 'Hall' }, headers: { 'idempotency-key': 'hang' } });
    const { status, headers, body } = await hang();
    expect([status, headers['retry-after'], headers['content-type'], body.type]).toEqual([
      ...[503, '1', 'application/problem+json; charset=utf-8', '/problems/store-unavailable'],
    ]);
    expect(JSON.stringify(body)).not.toContain('secret');
    answered = true;
    expect([(await hang()).status, (await hang()).status, await recordedIn(house.store)]).toEqual([201, 201, 1]);
    await house.app.close();
  });

  it('answers what it had accepted before it closes', async () => {
    const append = house.store.append.bind(house.store);
    const [arrived, goOn] = [new AbortController(), new AbortController()];
    const [arriving, goingOn] = [once(arrived.signal, 'abort'), once(goOn.signal, 'abort')];
    house.store.append = async (...events) => {
      arrived.abort();
      await goingOn;
      return append(...events);
    };
    await house.app.listen(0, '127.0.0.1');
    const { response } = await post(house, portOf(house.app.getHttpServer()));
    await arriving;
    const closed = house.app.close();
    goOn.abort();
    const { statusCode } = await response;
    await closed;
    expect([statusCode, await recordedIn(house.store)]).toEqual([201, 1]);
  });

  it('takes requests from a server that several services share', async () => {
    const fastify = house.app.getHttpAdapter().getInstance();
    const server = createServer((incoming, outgoing) => fastify.routing(incoming, outgoing)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { response } = await post(house, portOf(server));
    const answer = await response;
    answer.resume();
    expect(answer.statusCode).toBe(201);
    await once(answer, 'end');
    await new Promise((resolve) => server.close(resolve));
    await house.app.close();
  });

  it('listens to no signal of its own', async () => {
    const before = ['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal));
    expect(before).toEqual([0, 0]);
    await house.app.close();
  });
});
