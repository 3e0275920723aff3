import { connect } from 'node:net';

import { type Front, listen } from './http-front';

let front: Front;
beforeAll(async () => {
  front = await listen([], { host: '127.0.0.1', port: 0 });
});
afterAll(() => front.close());

/** All that comes back until the connection is closed. */
const answerTo = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(front.url);
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (part) => (said += part.toString()));
    socket.on('end', () => resolve(said));
    socket.on('error', reject);
  });

it.each([
  ['no HTTP at all', 'HELO\r\n\r\n', 400],
  ['a header that is none', 'GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx', 400],
  ['headers beyond measure', `GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is a problem', async (_, text, status) => {
  const [head = '', body = ''] = (await answerTo(text)).split('\r\n\r\n');
  expect([head.split('\r\n')[0]?.slice(9, 12), /^content-type: (.*)$/mu.exec(head)?.[1], JSON.parse(body)]).toEqual([
    String(status),
    'application/problem+json; charset=utf-8',
    { type: '/problems/malformed-request', title: 'Malformed request', status, traceId: expect.any(String) },
  ]);
});
