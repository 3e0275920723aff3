// Sends the sample as its houses would: over HTTP, each with a token of its own. Sent again, it records nothing new.
import { setTimeout as pause } from 'node:timers/promises';

import type { SampleCommand, Step } from './sample-commands';

export type TokenFor = (capacity: Readonly<{ ministry: string; role: string; unit?: string }>) => Promise<string>;

type Answer = Readonly<{ status: 'accepted' | 'rejected'; problem?: Readonly<{ type: string; detail?: string }> }>;

/** Refusals that end by themselves once another house's fact has arrived. */
const PASSING = ['not-known-here-yet', 'goal-not-adopted', 'no-released-measure'].map((code) => `/problems/${code}`);
const PATIENCE_MS = 30_000;
const PAUSE_MS = 50;
const LINES_AT_ONCE = 1_000;

const keyOf = ({ ministry, role, unit = '' }: SampleCommand) => `${ministry} ${role} ${unit}`;

const bySender = (commands: readonly SampleCommand[]): readonly (readonly SampleCommand[])[] => {
  const groups = new Map<string, SampleCommand[]>();
  for (const command of commands) groups.set(keyOf(command), [...(groups.get(keyOf(command)) ?? []), command]);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / LINES_AT_ONCE) }, (_, i) =>
      group.slice(i * LINES_AT_ONCE, (i + 1) * LINES_AT_ONCE),
    ),
  );
};

const send = async (
  url: string,
  tokenFor: TokenFor,
  commands: readonly SampleCommand[],
): Promise<readonly Answer[]> => {
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
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
};

/** The commands of a group that were refused for now. Throws when one was refused for good. */
const refusedForNow = (commands: readonly SampleCommand[], answers: readonly Answer[]): readonly SampleCommand[] =>
  commands.filter((command, index) => {
    const answer = answers[index];
    if (answer?.status === 'accepted') return false;
    if (PASSING.includes(answer?.problem?.type ?? '')) return true;
    throw new Error(
      `${command.line.commandId} was refused: ${answer?.problem?.detail ?? answer?.problem?.type ?? 'no answer'}`,
    );
  });

/** Resolves with the number of commands once all of them are recorded. `url` is where all houses answer. */
export const sendSteps = async (url: string, tokenFor: TokenFor, steps: readonly Step[]): Promise<number> => {
  for (const { name, commands } of steps) {
    let waiting = commands;
    for (const start = Date.now(); ; await pause(PAUSE_MS)) {
      const groups = bySender(waiting);
      // A house takes its commands in the order of their streams; different senders may write to one stream.
      const refused: SampleCommand[] = [];
      for (const group of groups) refused.push(...refusedForNow(group, await send(url, tokenFor, group)));
      if (refused.length === 0) break;
      if (Date.now() - start > PATIENCE_MS)
        throw new Error(`${refused.length} ${name} of the sample still wait for other houses.`);
      waiting = refused;
    }
  }
  return steps.reduce((sum, { commands }) => sum + commands.length, 0);
};
