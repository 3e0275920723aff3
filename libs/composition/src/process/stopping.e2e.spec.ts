import { EventStore } from '@zielwerk/kernel';
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startHouse } from '../services/house';
import { houseFolder } from '../services/parts';
import { listen } from './http-front';
import { startServices } from './run';

it('a request that waits for a store that does not answer is told so before the process ends', async () => {
  const data = mkdtempSync(join(tmpdir(), 'zielwerk-stopping-'));
  const configuration = readConfiguration({ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ZIELWERK_LOG_LEVEL: 'silent' });
  const running = await startServices('test', configuration, async (parts) => ({
    services: [await startHouse('mf', houseFolder(data, 'mf'), parts)],
  }));
  const [arrived, goOn] = [new AbortController(), new AbortController()];
  const [arriving, goingOn] = [once(arrived.signal, 'abort'), once(goOn.signal, 'abort')];
  for (const { app } of running.services) {
    const store = app.get<EventStore>(EventStore);
    const append = store.append.bind(store);
    store.append = async (...events) => {
      arrived.abort();
      await goingOn;
      return append(...events);
    };
  }
  const front = await listen(running.services, { host: '127.0.0.1', port: 0, patienceMs: 20 });
  const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
  const token = await issuer.issue({ sub: 'somebody', ministry: 'mf', roles: ['editor'] });
  const answer = fetch(`${front.url}/api/ministries/mf/measures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ title: 'E-Akte' }),
  });
  await arriving;
  await front.close();
  const response = await answer;
  expect([response.status, await response.json()]).toMatchObject([503, { type: '/problems/unavailable' }]);
  // Its own answer comes too late, and harms nobody.
  goOn.abort();
  await running.stop();
  rmSync(data, { recursive: true });
});
