// Addresses that nobody asks for who means well.
import fc from 'fast-check';

import type { Twist } from './twist';

const ID = '0190a1de-0000-7000-8000-000000000001';

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
export const paths: fc.Arbitrary<Twist> = fc
  .record({ at: fc.nat(9), step: fc.constantFrom(...STEPS), way: fc.constantFrom('before', 'instead', 'behind') })
  .map((step) => stepped(step));
/** The same address in an odd spelling. */
export const odd = fc
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
export const queries = fc.constantFrom(...QUERIES).map((query): Twist => (request) => ({
  ...request,
  url: `${request.url}${request.url.includes('?') ? '&' : '?'}${query}`,
}));
