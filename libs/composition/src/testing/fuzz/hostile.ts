// What nobody sends who means well.
import fc from 'fast-check';
import { METHODS } from 'node:http';

import type { Headers, Request } from './request';

/** Turns a request into another one. */
export type Twist = (request: Request) => Request;

const ID = '0190a1de-0000-7000-8000-000000000001';
const withHeader =
  (name: string) =>
  (value: string | readonly string[]): Twist =>
  (request) => ({ ...request, headers: { ...without(request.headers, name), [name]: value } });
const without = (headers: Headers, name: string): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([each]) => each.toLowerCase() !== name));
const withBody =
  (change: (body: string) => string | Buffer): Twist =>
  (request) => ({
    ...request,
    body: request.body === null ? null : change(request.body.toString()),
  });

// What may stand in a header at all: printable, and bytes above ASCII.
const headerText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
  fc.array(fc.integer({ min: 0x80, max: 0xff }), { maxLength: 8 }).map((bytes) => String.fromCharCode(...bytes)),
  fc.constantFrom('', '*', 'null', '0', '-1', 'W/"1"', '"1"', '""', 'x'.repeat(4_000), '\t', 'a,b', '"a", "b"', '%00'),
);

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'content-type': [
    ...[
      'text/plain',
      'text/csv',
      'application/xml',
      'multipart/form-data; boundary=x',
      'nonsense',
      '/',
      'application/',
    ],
    ...['application/json; charset=utf-16', 'application/json;', 'APPLICATION/JSON', 'application/json, text/html'],
    ...['application/x-ndjson', 'application/merge-patch+json', 'application/problem+json', '__proto__'],
    'application/x-www-form-urlencoded',
  ],
  'content-encoding': ['gzip', 'br', 'identity', 'nonsense'],
  'if-match': [
    '*',
    '"0"',
    '"-1"',
    '"-2"',
    '"1", "2"',
    'W/"0"',
    '"999999999999999"',
    '"9999999999999999999"',
    '0',
    '"\u00b3"',
  ],
  'idempotency-key': ['same', 'with space', 'x'.repeat(200), 'x'.repeat(201), '../..', '__proto__'],
  'x-request-id': ['r-1', 'x'.repeat(129), '../../etc/passwd', '<script>'],
  traceparent: ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '00-zz', 'ff-' + '0'.repeat(32) + '-1-1'],
  accept: ['text/html', 'text/html,*/*;q=0.8', 'application/xml', 'image/png', '*', ''],
  'accept-language': ['en', 'de;q=0', 'xx', 'en;q=nonsense', '*;q=1e9', ','.repeat(500)],
  'accept-encoding': ['gzip', 'gzip;q=0', 'nonsense'],
  'if-none-match': ['*', '"x"', 'W/"x"', '"'.repeat(99)],
  'if-modified-since': ['Thu, 01 Jan 1970 00:00:00 GMT', 'nonsense'],
  range: ['bytes=0-0', 'bytes=-1', 'bytes=9999999999-'],
  cookie: ['a=b; __proto__=x', ';;;'],
  host: ['example.org', 'localhost:99999', '[::1', ''],
  origin: ['null', 'https://example.org'],
  'x-http-method-override': ['DELETE', 'PUT'],
  'x-forwarded-for': ['127.0.0.1, 10.0.0.1', 'nonsense'],
  __proto__x: ['polluted'],
};
const headers: fc.Arbitrary<Twist> = fc
  .constantFrom(...Object.keys(HEADERS))
  .chain((name) =>
    fc.oneof(fc.constantFrom(...(HEADERS[name] ?? [''])), headerText).map((value) => withHeader(name)(value)),
  );
const noHeader = fc
  .constantFrom('content-type', 'authorization')
  .map((name): Twist => (request) => ({ ...request, headers: without(request.headers, name) }));
const doubled = fc
  .constantFrom('if-match', 'idempotency-key', 'x-request-id', 'accept')
  .map((name): Twist => withHeader(name)(['"0"', 'a b', '']));

// CONNECT asks a proxy for a connection; a server that is none hangs up, as it should.
const methods = fc
  .constantFrom(...METHODS.filter((method) => method !== 'CONNECT'), 'GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'PATCH')
  .map((method): Twist => (request) => ({ ...request, method, body: method === 'HEAD' ? null : request.body }));

const STEPS = [
  ...[
    '..',
    '.',
    '%2e%2e',
    '%2e%2e%2f%2e%2e',
    '..%2f..%2fetc%2fpasswd',
    '..%5c',
    '%00',
    '%c0%ae%c0%ae',
    '%ff',
    '%',
    '%x',
  ],
  ...['%zz', '%252e%252e', ';', ';x=1', '*', '**', ':id', ':measureId', '{measureId}', '__proto__', 'constructor', '~'],
  ...[
    '\\',
    '\\..\\',
    '%0d%0aset-cookie:x=1',
    '%E2%80%AE',
    ID,
    ID.toUpperCase(),
    `${ID}@0`,
    'x'.repeat(3_000),
    '',
    '-',
    '%20',
  ],
  ...['commands', 'docs', 'health', 'openapi.json', 'metrics', 'goals', 'ministries', 'mid', 'zzz', 'assets', 'log'],
];
type Step = Readonly<{ at: number; step: string; way: 'before' | 'instead' | 'behind' }>;
const stepped =
  ({ at, step, way }: Step): Twist =>
  (request) => {
    const [path = '', ...query] = request.url.split('?');
    const steps = path.split('/');
    const place = 1 + (at % steps.length);
    if (way === 'behind') steps[place] = `${steps[place] ?? ''}${step}`;
    else steps.splice(place, way === 'instead' ? 1 : 0, step);
    return { ...request, url: ['/' + steps.slice(1).join('/'), ...query].join('?') };
  };
const paths: fc.Arbitrary<Twist> = fc
  .record({ at: fc.nat(9), step: fc.constantFrom(...STEPS), way: fc.constantFrom('before', 'instead', 'behind') })
  .map((step) => stepped(step));
const odd = fc
  .constantFrom<(path: string) => string>(
    (path) => `/${path}`,
    (path) => `${path}/`,
    (path) => path.toUpperCase(),
    (path) => `/api/..${path}`,
    (path) => path.replaceAll('/', '//'),
    (path) => path.replaceAll('/', '%2F').replace('%2F', '/'),
    (path) => path.replace(/[a-z]/gu, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
    (path) => `${path}#x`,
    () => '/',
    () => '/api',
    () => '*',
  )
  .map((change): Twist => (request) => {
    const [path = '', ...query] = request.url.split('?');
    return { ...request, url: [change(path), ...query].join('?') };
  });

const QUERIES = [
  ...[
    '__proto__=1',
    'constructor[prototype]=1',
    'a[]=1',
    'a[b][c]=1',
    '=',
    '&&&',
    '%',
    '%00=%00',
    '=x',
    'x'.repeat(3_000),
  ],
  ...[
    'limit=-1',
    'limit=0',
    'limit=501',
    'limit=1e2',
    'limit=1&limit=2',
    'cursor=',
    'cursor=%00',
    'cursor=e30',
    'cursor=W10',
  ],
  ...[
    'cursor=' + 'A'.repeat(2_000),
    'after=..',
    'after=@',
    'sort=__proto__',
    'sort=',
    'q=',
    'q=%00',
    'q=%ff',
    'q=%25',
    'lang=xx',
  ],
  ...[
    'from=2026-02-30',
    'to=0000-00-00',
    'from=2026-01-01&sort=arrival',
    'day=2026-02-29',
    'asOf=9999-99-99',
    'q=%27%22%3B--',
  ],
];
const queries = fc.constantFrom(...QUERIES).map((query): Twist => (request) => ({
  ...request,
  url: `${request.url}${request.url.includes('?') ? '&' : '?'}${query}`,
}));

const BODIES: readonly (string | Buffer)[] = [
  ...[
    '',
    ' ',
    '{',
    '}',
    '[',
    '[]',
    '{}',
    'null',
    'true',
    '0',
    '"x"',
    'NaN',
    'undefined',
    '{"a":1}}',
    '{"a":1,}',
    "{'a':1}",
  ],
  ...[
    '\uFEFF{}',
    '{"a":1}\n{"a":2}',
    '[{},{}]',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '\u0000',
  ],
  ...[
    '['.repeat(50_000),
    '{"a":'.repeat(33) + '1' + '}'.repeat(33),
    '1e999',
    '-',
    '{"a":1e400}',
    '{"\\ud800":1}',
    '<x/>',
  ],
  ...[Buffer.from([0xff, 0xfe, 0x7b]), Buffer.from([0x22, 0xc0, 0xaf, 0x22]), Buffer.from([0x1f, 0x8b, 8, 0, 0, 0])],
];
const bodies = fc.oneof(
  fc.constantFrom(...BODIES).map((body): Twist => withBody(() => body)),
  fc.nat(400).map((end): Twist => withBody((body) => body.slice(0, end % (body.length + 1)))),
  fc.nat(400).map((at): Twist => withBody((body) => `${body.slice(0, at)}\u0000${body.slice(at)}`)),
  fc.uint8Array({ maxLength: 60 }).map((bytes): Twist => withBody(() => Buffer.from(bytes))),
  fc.constant(withBody((body) => body.replace(/"(\w+)":/u, '"$1":1,"$1":'))),
);
const tooLarge = fc
  .constantFrom(256 * 1024 - 12, 256 * 1024 + 1, 300_000)
  .map((size): Twist => withBody(() => `{"text":"${'x'.repeat(size)}"}`));

const LINES = [
  ...[
    '{"command":"x"}',
    '{',
    'null',
    '[]',
    '',
    ' ',
    '{"command":1}',
    '{"command":"constructor"}',
    '{"command":"__proto__"}',
  ],
  ...[
    '{"commandId":"a b"}',
    '\u0000',
    '{"command":"DraftGoal","data":[]}',
    '\r',
    '{"a":'.repeat(40),
    '"' + 'x'.repeat(300_000),
  ],
];
const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 5 }).map(
  (broken): Twist =>
    (request) =>
      withHeader('content-type')('application/x-ndjson')(
        withBody((body) => broken.flatMap((line) => [line, body]).join('\n'))(request),
      ),
);
const tooMany = fc.constantFrom(1_001, 5_000).map(
  (count): Twist =>
    (request) =>
      withHeader('content-type')('application/x-ndjson')(withBody(() => '{}\n'.repeat(count))(request)),
);

/** `tokens`: all sorts of values for the header Authorization. */
export const twists = (tokens: readonly string[]): fc.Arbitrary<Twist> => {
  const authorization = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...tokens) },
    { weight: 1, arbitrary: headerText },
  );
  const one = fc.oneof(
    { weight: 6, arbitrary: headers },
    { weight: 2, arbitrary: noHeader },
    { weight: 1, arbitrary: doubled },
    { weight: 5, arbitrary: authorization.map((value) => withHeader('authorization')(value)) },
    { weight: 4, arbitrary: methods },
    { weight: 6, arbitrary: paths },
    { weight: 3, arbitrary: odd },
    { weight: 4, arbitrary: queries },
    { weight: 6, arbitrary: bodies },
    { weight: 4, arbitrary: lines },
  );
  const rare = fc.oneof({ weight: 4, arbitrary: tooLarge }, { weight: 1, arbitrary: tooMany });
  return fc
    .array(fc.oneof({ weight: 60, arbitrary: one }, { weight: 1, arbitrary: rare }), { minLength: 1, maxLength: 3 })
    .map(
      (all): Twist =>
        (request) =>
          all.reduce((twisted, twist) => twist(twisted), request),
    );
};
