// A request as it goes over the wire, and the same as a line for a shell.
import { Agent, type IncomingMessage, request as ask, type RequestOptions } from 'node:http';

export type Headers = Readonly<Record<string, string | readonly string[]>>;
export type Request = Readonly<{
  method: string;
  /** The path with its query, as it is sent: percent-encoded, or wrongly so. */
  url: string;
  headers: Headers;
  body: string | Buffer | null;
}>;
export type Response = Readonly<{ status: number; headers: IncomingMessage['headers']; text: string }>;

const PATIENCE_MS = 20_000;

/** Sends requests over connections that stay open. */
export class HttpClient {
  private readonly agent: Agent;

  constructor(
    private readonly origin: string,
    maxSockets: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets });
  }

  /** Rejects when there is no answer. */
  async send(request: Request): Promise<Response> {
    try {
      return await this.attempt(request);
    } catch (error) {
      // The server may close a connection that has been idle in the very moment in which it is used again.
      if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return this.attempt(request);
      throw error;
    }
  }

  private attempt({ method, url, headers, body }: Request): Promise<Response> {
    const { hostname, port } = new URL(this.origin);
    const options = { hostname, port, method, path: url, headers, agent: this.agent } as RequestOptions;
    return new Promise((resolve, reject) => {
      const sent = ask(options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      // Whoever is refused early may still be sending: then the answer counts, which has resolved this already.
      sent.on('error', reject);
      sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`No answer within ${PATIENCE_MS} ms.`)));
      if (body !== null) sent.setHeader('content-length', Buffer.byteLength(body));
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

const LONGEST = 4_000;
// What a shell would read otherwise.
const UNPRINTABLE = /[^\x20-\x7e]|[\\']/u;

const quoted = (text: string): string => {
  if (!UNPRINTABLE.test(text)) return `'${text}'`;
  const bytes = [...Buffer.from(text, 'utf8')];
  const said = bytes.map((byte) => {
    const character = String.fromCharCode(byte);
    return UNPRINTABLE.test(character) ? `\\x${byte.toString(16).padStart(2, '0')}` : character;
  });
  return `$'${said.join('')}'`;
};

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;

/** What sends the request again. A long body is cut. */
export const curl = (origin: string, { method, url, headers, body }: Request): string => {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `-H ${quoted(`${name}: ${value}`)}`),
  );
  const data = body === null ? [] : [`--data-binary ${quoted(shortened(body.toString()))}`];
  return ['curl', '-i', '--path-as-is', `-X ${method}`, ...lines, ...data, quoted(origin + url)].join(' ');
};
