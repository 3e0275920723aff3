// Takes traces by OTLP over HTTP (JSON), as a collector would.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Attribute = Readonly<{ key: string; value: Readonly<Record<string, unknown>> }>;
export type ReceivedSpan = Readonly<{
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: readonly Attribute[];
  status: Readonly<{ code?: number; message?: string }>;
}>;
type Request = Readonly<{
  resourceSpans: readonly Readonly<{ scopeSpans: readonly Readonly<{ spans: readonly ReceivedSpan[] }>[] }>[];
}>;

export const startReceiver = async () => {
  const spans: ReceivedSpan[] = [];
  const texts: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      texts.push(text);
      const { resourceSpans } = JSON.parse(text) as Request;
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`,
    spans,
    /** All that was ever sent. */
    text: () => texts.join('\n'),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
