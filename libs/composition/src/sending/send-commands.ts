// Sends commands to their houses: over HTTP, as NDJSON, each sender with a token of its own.
import { type Capacity, isPassing, type SentCommand } from '@zielwerk/ministry';
import { setTimeout as pause } from 'node:timers/promises';

export type TokenFor = (capacity: Capacity) => Promise<string>;

export type Answer =
  | Readonly<{ commandId: string; status: 'accepted'; stream: string; revision: number }>
  | Readonly<{
      commandId: string;
      status: 'rejected';
      problem: Readonly<{ type: string; detail?: string; traceId?: string }>;
    }>;
export type Answered = Readonly<{ sent: SentCommand; answer: Answer }>;

const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;
const LINES_AT_ONCE = 1_000;

const senderOf = ({ ministry, role, unit = '' }: SentCommand) => `${ministry} ${role} ${unit}`;

/** In the order of first mention. */
const bySender = (commands: readonly SentCommand[]): readonly (readonly SentCommand[])[] => {
  const groups = new Map<string, SentCommand[]>();
  for (const command of commands) {
    const group = groups.get(senderOf(command));
    if (group) group.push(command);
    else groups.set(senderOf(command), [command]);
  }
  return [...groups.values()];
};

const sendGroup = async (
  url: string,
  tokenFor: TokenFor,
  commands: readonly SentCommand[],
): Promise<readonly Answered[]> => {
  const [first] = commands;
  if (!first) return [];
  const { ministry, role, unit } = first;
  const token = await tokenFor({ ministry, role, ...(unit !== undefined && { unit }) });
  const response = await fetch(`${url}/api/ministries/${ministry}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
    body: commands.map(({ line }) => JSON.stringify(line)).join('\n'),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${ministry} answered ${response.status}: ${text}`);
  const answers = text.trim().split('\n');
  if (answers.length !== commands.length)
    throw new Error(`${ministry} answered ${answers.length} of ${commands.length} commands.`);
  return commands.map((sent, index) => ({ sent, answer: JSON.parse(answers[index] ?? '') as Answer }));
};

type Sending = Readonly<{ url: string; tokenFor: TokenFor }>;

/** One request after the other, as its commands may be about one stream. */
const sendAllOf = async (
  { url, tokenFor }: Sending,
  commands: readonly SentCommand[],
): Promise<readonly Answered[]> => {
  const answered: Answered[] = [];
  for (let start = 0; start < commands.length; start += LINES_AT_ONCE)
    answered.push(...(await sendGroup(url, tokenFor, commands.slice(start, start + LINES_AT_ONCE))));
  return answered;
};

/** All senders at once. Nothing is on its way any more when it throws. */
const sendRound = async (sending: Sending, commands: readonly SentCommand[]): Promise<readonly Answered[]> => {
  const senders = await Promise.allSettled(bySender(commands).map((group) => sendAllOf(sending, group)));
  return senders.flatMap((sender) => {
    if (sender.status === 'rejected') throw sender.reason;
    return sender.value;
  });
};

/**
 * Every command with its final answer; what is about one stream must be from one sender. What another house's fact is
 * missing for is sent again for up to `patienceMs`, a minute unless told. `url` is where all houses answer. Throws when a
 * house does not answer at all.
 */
export const sendCommands = async (
  url: string,
  tokenFor: TokenFor,
  commands: readonly SentCommand[],
  patienceMs = PATIENCE_MS,
): Promise<readonly Answered[]> => {
  const answered: Answered[] = [];
  let waiting = commands;
  for (const start = Date.now(); waiting.length > 0;) {
    const round = await sendRound({ url, tokenFor }, waiting);
    const patient = Date.now() - start < patienceMs;
    answered.push(...round.filter(({ answer }) => !patient || !isPassing(answer)));
    waiting = patient ? round.filter(({ answer }) => isPassing(answer)).map(({ sent }) => sent) : [];
    if (waiting.length > 0) await pause(PAUSE_MS);
  }
  return answered;
};
