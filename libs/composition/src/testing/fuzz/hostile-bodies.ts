// Bodies that nobody sends who means well.
import fc from 'fast-check';

import { type Twist, withBody, withHeader } from './twist';

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
export const bodies = fc.oneof(
  fc.constantFrom(...BODIES).map((body): Twist => withBody(() => body)),
  fc.nat(400).map((end): Twist => withBody((body) => body.slice(0, end % (body.length + 1)))),
  fc.nat(400).map((at): Twist => withBody((body) => `${body.slice(0, at)}\u0000${body.slice(at)}`)),
  fc.uint8Array({ maxLength: 60 }).map((bytes): Twist => withBody(() => Buffer.from(bytes))),
  fc.constant(withBody((body) => body.replace(/"(\w+)":/u, '"$1":1,"$1":'))),
);
export const tooLarge = fc
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
export const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 5 }).map(
  (broken): Twist =>
    (request) =>
      withHeader('content-type')('application/x-ndjson')(
        withBody((body) => broken.flatMap((line) => [line, body]).join('\n'))(request),
      ),
);
export const tooMany = fc.constantFrom(1_001, 5_000).map(
  (count): Twist =>
    (request) =>
      withHeader('content-type')('application/x-ndjson')(withBody(() => '{}\n'.repeat(count))(request)),
);
