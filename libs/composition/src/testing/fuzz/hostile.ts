// What nobody sends who means well.
import fc from 'fast-check';
import { METHODS } from 'node:http';

import { odd, paths, queries } from './hostile-addresses';
import { bodies, lines, tooLarge, tooMany } from './hostile-bodies';
import { type Twist, without, withHeader } from './twist';

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
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
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
