import type { SentCommand } from '@zielwerk/ministry';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { type Answer, sendCommands } from './send-commands';

type Line = Readonly<{ commandId: string }>;
type Reply = (house: string, lines: readonly Line[]) => Promise<readonly Answer[] | null>;

let server: Server | undefined;
afterEach(() => server?.close());

const accepted = ({ commandId }: Line): Answer => ({ commandId, status: 'accepted', stream: 's', revision: 0 });
const refused = ({ commandId }: Line, code: string): Answer => ({
  ...{ commandId, status: 'rejected', problem: { type: `/problems/${code}` } },
});

/** Answers for all houses, line by line; a house without an answer is out of order. */
const listening = async (reply: Reply): Promise<string> => {
  const houses = createServer((request, response) => {
    void text(request).then(async (body) => {
      const house = request.url?.split('/')[3] ?? '';
      const answers = await reply(
        house,
        body.split('\n').map((line) => JSON.parse(line) as Line),
      );
      response.writeHead(answers ? 200 : 500);
      response.end((answers ?? []).map((answer) => JSON.stringify(answer)).join('\n'));
    });
  });
  server = houses.listen(0);
  await once(houses, 'listening');
  return `http://127.0.0.1:${(houses.address() as AddressInfo).port}`;
};

const command = (ministry: string, role: string, commandId: string): SentCommand => ({
  ...{ ministry, role, line: { command: 'DraftGoal', commandId, data: {} } },
});
const send = (url: string, ...commands: readonly SentCommand[]) =>
  sendCommands(url, () => Promise.resolve('token'), commands);

it('sends for all senders at once', async () => {
  let there = 0;
  let everybody = (): void => undefined;
  const all = new Promise<void>((resolve) => (everybody = resolve));
  const url = await listening(async (_, lines) => {
    there += 1;
    if (there === 3) everybody();
    // Whoever is asked alone waits for ever.
    await all;
    return lines.map(accepted);
  });
  const answered = await send(
    url,
    command('mi', 'editor', 'mi'),
    command('mf', 'editor', 'mf'),
    command('mf', 'observer', 'mb'),
  );
  expect(answered.map(({ sent, answer }) => [sent.ministry, answer.commandId, answer.status])).toEqual([
    ['mi', 'mi', 'accepted'],
    ['mf', 'mf', 'accepted'],
    ['mf', 'mb', 'accepted'],
  ]);
});

it('sends what one sender says in its order, up to 1,000 commands a request', async () => {
  const seen: string[] = [];
  let busy = 0;
  const url = await listening(async (_, lines) => {
    busy += 1;
    seen.push(`${lines.length} from ${lines[0]?.commandId ?? ''} of ${busy}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    busy -= 1;
    return lines.map(accepted);
  });
  const many = Array.from({ length: 1_001 }, (_, index) => command('mf', 'editor', `${index}`));
  const answered = await send(url, ...many);
  expect(seen).toEqual(['1000 from 0 of 1', '1 from 1000 of 1']);
  expect(answered.map(({ answer }) => answer.commandId)).toEqual(many.map(({ line }) => line.commandId));
});

it.each(['not-known-here-yet', 'store-unavailable'])(
  'sends again what passes by itself, and nothing else (%s)',
  async (code) => {
    const seen: string[] = [];
    const url = await listening((_, lines) => {
      seen.push(lines.map(({ commandId }) => commandId).join());
      return Promise.resolve(
        lines.map((line) => (line.commandId === 'b' && seen.length < 3 ? refused(line, code) : accepted(line))),
      );
    });
    const answered = await send(url, command('mf', 'editor', 'a'), command('mf', 'editor', 'b'));
    expect(seen).toEqual(['a,b', 'b', 'b']);
    expect(answered.map(({ answer }) => [answer.commandId, answer.status])).toEqual([
      ['a', 'accepted'],
      ['b', 'accepted'],
    ]);
  },
);

it('throws where a house does not answer, once nothing is on its way to another', async () => {
  let finished = false;
  const url = await listening(async (house, lines) => {
    if (house === 'mi') return null;
    await new Promise((resolve) => setTimeout(resolve, 50));
    finished = true;
    return lines.map(accepted);
  });
  const sending = send(url, command('mi', 'editor', 'a'), command('mf', 'editor', 'b'));
  await expect(sending).rejects.toThrow('mi answered 500: ');
  expect(finished).toBe(true);
});
