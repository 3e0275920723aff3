import { barometerEvents } from '../testing/barometer';
import { openHouse, type TestHouse } from '../testing/house';

describe('smoke', () => {
  let house: TestHouse;
  beforeEach(async () => (house = await openHouse()));
  afterEach(() => house.app.close());
  it('works', async () => {
    const token = await house.token();
    const r = await house.app.inject({
      method: 'POST',
      url: '/api/ministries/mid/barometers',
      headers: { authorization: `Bearer ${token}` },
      payload: { title: 'x', reference: 'r' },
    });
    console.log(r.statusCode, r.headers, r.body);
    const n = await house.app.inject({
      method: 'POST',
      url: '/api/ministries/mid/commands',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      payload: '{"command":"HangBarometer","data":{"title":"a"}}\n{"command":"RaiseBarometer","data":{}}\nno\n',
    });
    console.log(n.statusCode, n.headers, n.body);
    for (const url of [
      '/docs/openapi.json',
      '/docs',
      '/health/ready',
      '/nix',
      '/api/ministries/mid/barometers',
      '/api/%xx',
    ]) {
      const o = await house.app.inject({ url });
      console.log(url, o.statusCode, o.headers['content-type'], o.body.slice(0, 3000));
    }
    expect(barometerEvents).toBeDefined();
  });
});
