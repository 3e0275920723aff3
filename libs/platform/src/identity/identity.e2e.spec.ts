import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { openHouse, recordedIn, type TestHouse } from '../testing/house';
import { ExternalIssuer } from './external-issuer';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
const ISSUER = 'https://login.example.org';
const claims: JWTPayload = { sub: 'someone', ministry: 'mid', roles: ['editor'] };

type Served = Readonly<{ server: Server; url: string }>;

const serveKeys = async (...published: readonly (readonly [Keys, kid: string])[]): Promise<Served> => {
  const keys = await Promise.all(
    published.map(async ([{ publicKey }, kid]) => ({ ...(await exportJWK(publicKey)), kid, use: 'sig' })),
  );
  const server = createServer((_, response) => response.end(JSON.stringify({ keys })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys` };
};

describe('a command and its token', () => {
  let keys: Keys;
  let others: Keys;
  let odd: Keys;
  let served: Awaited<ReturnType<typeof serveKeys>>;
  let house: TestHouse;

  beforeAll(async () => {
    [keys, others, odd] = await Promise.all([
      generateKeyPair('ES256', { extractable: true }),
      generateKeyPair('ES256'),
      generateKeyPair('ES512', { extractable: true }),
    ]);
    served = await serveKeys([keys, 'k1'], [odd, 'k3']);
    house = await openHouse({
      tokens: new ExternalIssuer({ issuer: ISSUER, audience: 'zielwerk', jwksUrl: served.url }),
    });
  });
  afterAll(async () => {
    await house.app.close();
    await new Promise((resolve) => served.server.close(resolve));
  });

  const now = () => Math.floor(Date.now() / 1000);
  const sign = (
    change: (token: SignJWT) => SignJWT = (token) => token,
    payload: object = claims,
    by = keys,
    kid = 'k1',
  ) => {
    const alg = by === odd ? 'ES512' : 'ES256';
    const token = new SignJWT({ ...payload })
      .setProtectedHeader({ alg, kid })
      .setIssuer(ISSUER)
      .setAudience('zielwerk')
      .setExpirationTime(now() + 600);
    return change(token).sign(by.privateKey);
  };
  const send = (as: string | null, headers: Record<string, string> = {}) =>
    house.ask('POST', 'barometers', { body: { title: 'Hall' }, as, headers });
  const unsigned = (payload: JWTPayload) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none', kid: 'k1' })}.${part({ ...payload, iss: ISSUER, aud: 'zielwerk', exp: now() + 600 })}.`;
  };
  // The classic: the public key, which everybody has, used as if it were a shared secret.
  const signedWithPublicKey = async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey)));
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setIssuer(ISSUER)
      .setAudience('zielwerk')
      .setExpirationTime(now() + 600)
      .sign(secret);
  };

  it('is recorded for a token that counts', async () => {
    expect((await send(await sign())).status).toBe(201);
  });

  const unauthenticated: readonly (readonly [what: string, token: () => Promise<string> | string])[] = [
    ['that is expired', () => sign((token) => token.setExpirationTime(now() - 6))],
    [
      'that never expires',
      () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
          .setIssuer(ISSUER)
          .setAudience('zielwerk')
          .sign(keys.privateKey),
    ],
    ['that does not count yet', () => sign((token) => token.setNotBefore(now() + 30))],
    ['with alg none', () => unsigned(claims)],
    ['signed by HS256 with the public key', signedWithPublicKey],
    ['of another issuer', () => sign((token) => token.setIssuer('https://login.example.com'))],
    ['for another audience', () => sign((token) => token.setAudience('other'))],
    ['signed with another key', () => sign(undefined, claims, others)],
    ['signed in a way that is not allowed', () => sign(undefined, claims, odd, 'k3')],
    ['of a key nobody knows', () => sign(undefined, claims, keys, 'k2')],
    [
      'that was changed',
      async () =>
        (await sign()).replace(
          /\.[^.]+\./u,
          `.${Buffer.from(JSON.stringify({ ...claims, sub: 'x', exp: now() + 600 })).toString('base64url')}.`,
        ),
    ],
    ['of the development issuer', () => house.token()],
    ['that is none', () => 'token'],
    ['without a subject', () => sign(undefined, { ...claims, sub: undefined })],
    ['without roles', () => sign(undefined, { ...claims, roles: undefined })],
    ['whose roles are no list', () => sign(undefined, { ...claims, roles: 'editor' })],
    ['with a ministry that cannot be', () => sign(undefined, { ...claims, ministry: 'MID' })],
    ['in the name of a policy', () => sign(undefined, { ...claims, sub: 'policy:adopt' })],
    ['with a new line in the subject', () => sign(undefined, { ...claims, sub: 'a\nb' })],
  ];
  it.each(unauthenticated)('is refused with a token %s', async (_, token) => {
    const before = await recordedIn(house.store);
    const { status, headers, body } = await send(await token());
    expect([status, headers['content-type'], headers['www-authenticate'], body.type]).toEqual([
      ...[401, 'application/problem+json; charset=utf-8', 'Bearer realm="zielwerk", error="invalid_token"'],
      '/problems/unauthenticated',
    ]);
    expect(await recordedIn(house.store)).toBe(before);
  });

  it('is refused without a token, which is asked for', async () => {
    const { status, headers, body } = await send(null);
    expect([status, headers['www-authenticate'], body.type]).toEqual([
      ...[401, 'Bearer realm="zielwerk"', '/problems/unauthenticated'],
    ]);
  });

  it.each(['Basic c29tZW9uZTpwYXNz', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(9_000)}`])(
    'is refused with the header Authorization: %.20s',
    async (authorization) => {
      expect((await send(null, { authorization })).status).toBe(401);
    },
  );

  it.each([
    ['of another house', { ministry: 'mf' }, 'foreign-ministry'],
    ['of no house', { ministry: null }, 'foreign-ministry'],
    ['without the role', { roles: ['observer', 'auditor'] }, 'role-missing'],
    ['without any role', { roles: [] }, 'role-missing'],
  ])('is refused for somebody %s', async (_, more, code) => {
    const before = await recordedIn(house.store);
    const { status, body } = await send(await sign(undefined, { ...claims, ...more }));
    expect([status, body.type, await recordedIn(house.store)]).toEqual([403, `/problems/${code}`, before]);
  });

  it('allows clocks to differ by some seconds', async () => {
    expect((await send(await sign((token) => token.setExpirationTime(now() - 2)))).status).toBe(201);
    expect((await send(await sign((token) => token.setNotBefore(now() + 3)))).status).toBe(201);
  });

  it('a bad token is not let pass as none where one may read', async () => {
    expect((await house.ask('GET', 'health/live', { as: 'token' })).status).toBe(401);
  });

  it('names Bearer in any case', async () => {
    expect((await send(null, { authorization: `bearer ${await sign()}` })).status).toBe(201);
  });
});

describe('an issuer that cannot be reached', () => {
  it('is our trouble, not the sender’s', async () => {
    const keys = await generateKeyPair('ES256', { extractable: true });
    const { server, url } = await serveKeys([keys, 'k1']);
    await new Promise((resolve) => server.close(resolve));
    const house = await openHouse({
      tokens: new ExternalIssuer({ issuer: ISSUER, audience: 'zielwerk', jwksUrl: url }),
    });
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setExpirationTime('1h')
      .sign(await importJWK(await exportJWK(keys.privateKey), 'ES256'));
    const { status, headers, body } = await house.ask('POST', 'barometers', { body: { title: 'Hall' }, as: token });
    expect([status, headers['retry-after'], body.type]).toEqual([503, '1', '/problems/identity-unavailable']);
    await house.app.close();
  });
});

it('a subject that asks too often is told to wait, and no other', async () => {
  const house = await openHouse({ rateLimit: 1 });
  const ask = (token: string) => house.ask('POST', 'barometers', { body: { title: 'Hall' }, as: token });
  const [hasty, other] = [await house.token({ sub: 'hasty' }), await house.token({ sub: 'other' })];
  const answers = await Promise.all([ask(hasty), ask(hasty), ask(hasty), ask(hasty), ask(hasty)]);
  const refused = answers.find(({ status }) => status === 429);
  expect([refused?.headers['retry-after'], refused?.body.type]).toEqual(['1', '/problems/too-many-requests']);
  expect((await ask(other)).status).toBe(201);
  await house.app.close();
});
