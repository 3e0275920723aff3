import { StoreUnavailable } from '@zielwerk/kernel';
import { jsonLogger } from '@zielwerk/platform';

import { patiently } from './patiently';

const wanted = {
  what: 'the event store of mf',
  variable: 'ZIELWERK_EVENT_STORE_URL',
  logger: jsonLogger('silent', 'x'),
};
const away = () => Promise.reject(new StoreUnavailable('connect ECONNREFUSED 127.0.0.1:5432.'));

it('waits for what comes later', async () => {
  let tries = 0;
  expect(await patiently(() => ((tries += 1) < 2 ? away() : Promise.resolve(tries)), wanted)).toBe(2);
});

it('names the variable when it does not come', () =>
  expect(patiently(away, { ...wanted, patienceMs: 0 })).rejects.toThrow(
    /^ZIELWERK_EVENT_STORE_URL leads to nobody who answers as the event store of mf, after \d+ ms: connect ECONNREFUSED 127.0.0.1:5432.$/u,
  ));

it('does not wait for what is there and cannot be used', async () => {
  let tries = 0;
  const refusing = () => {
    tries += 1;
    return Promise.reject(new Error('database "z" does not exist'));
  };
  await expect(patiently(refusing, wanted)).rejects.toThrow(
    'ZIELWERK_EVENT_STORE_URL does not lead to the event store of mf: database "z" does not exist.',
  );
  expect(tries).toBe(1);
});
