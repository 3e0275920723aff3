// Sends commands to their houses: over HTTP, as NDJSON, each sender with a token of its own.
import { setTimeout as pause } from 'node:timers/promises';

export type Capacity = Readonly<{ ministry: string; role: string; unit?: string }>;
export type TokenFor = (capacity: Capacity) => Promise<string>;

/** One line for POST commands of a house, and the capacity in which it is sent. */
export type SentCommand = Capacity &
  Readonly<{
    line: Readonly<{ command: string; id?: string; commandId: string; occurredOn?: string; data: object }>;
  }>;

export type Answer =
  | Readonly<{ commandId: string; status: 'accepted'; stream: string; revision: number }>
  | Readonly<{
      commandId: string;
      status: 'rejected';
      problem: Readonly<{ type: string; detail?: string; traceId?: string }>;
    }>;
export type Answered = Readonly<{ sent: SentCommand; answer: Answer }>;

/** Commands of which each may need what the one before has published. */
export type Step = Readonly<{ name: string; commands: readonly SentCommand[] }>;

/** Refusals that end by themselves once another house's fact has arrived. */
const PASSING = ['not-known-here-yet', 'goal-not-adopted', 'no-released-measure', 'not-consented'].map(
  (code) => `/problems/${code}`,
);
const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;
const LINES_AT_ONCE = 1_000;

const senderOf = ({ ministry, role, unit = '' }: SentCommand) => `${ministry} ${role} ${unit}`;

/** In the order of first mention: different senders may write to one stream. */
const bySender = (commands: readonly SentCommand[]): readonly (readonly SentCommand[])[] => {
  const groups = new Map<string, SentCommand[]>();
  for (const command of commands) {
    const group = groups.get(senderOf(command));
    if (group) group.push(command);
    else groups.set(senderOf(command), [command]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / LINES_AT_ONCE) }, (_, part) =>
      group.slice(part * LINES_AT_ONCE, (part + 1) * LINES_AT_ONCE),
    ),
  );
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

const isPassing = ({ answer }: Answered) => answer.status === 'rejected' && PASSING.includes(answer.problem.type);

/**
 * Every command with its final answer. What another house's fact is missing for is sent again for up to a minute. `url` is
 * where all houses answer. Throws when a house does not answer at all.
 */
export const sendCommands = async (
  url: string,
  tokenFor: TokenFor,
  commands: readonly SentCommand[],
): Promise<readonly Answered[]> => {
  const answered: Answered[] = [];
  let waiting = commands;
  for (const start = Date.now(); waiting.length > 0;) {
    const round: Answered[] = [];
    for (const group of bySender(waiting)) round.push(...(await sendGroup(url, tokenFor, group)));
    const patient = Date.now() - start < PATIENCE_MS;
    answered.push(...round.filter((one) => !patient || !isPassing(one)));
    waiting = patient ? round.filter(isPassing).map(({ sent }) => sent) : [];
    if (waiting.length > 0) await pause(PAUSE_MS);
  }
  return answered;
};

/** Resolves with the number of commands once all of them are recorded; throws when one was refused. */
export const sendSteps = async (url: string, tokenFor: TokenFor, steps: readonly Step[]): Promise<number> => {
  let sent = 0;
  for (const { name, commands } of steps)
    for (const { sent: command, answer } of await sendCommands(url, tokenFor, commands)) {
      if (answer.status === 'rejected')
        throw new Error(
          `${command.line.commandId} (${name}) was refused: ${answer.problem.detail ?? answer.problem.type}`,
        );
      sent += 1;
    }
  return sent;
};
