// What becomes of what writers wrote: whole logs, row by row, and what verification finds.
import { DatabaseSync } from '@photostructure/sqlite';
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import type { Acknowledged } from '@zielwerk/verification';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { TokenFor } from '../sending/send-commands';
import { verifyData } from '../verify/verify-data';
import type { Writing } from './writers';

/** Tokens of the development issuer of a data folder. */
export const tokensOf = async (data: string): Promise<TokenFor> => {
  const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
  return ({ ministry, role }) => issuer.issue({ sub: `writer-${ministry}`, ministry, roles: [role] });
};

/** By house, each event as the text of all its columns. Nothing may run on the folder. */
export const logsIn = (data: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readdirSync(join(data, 'houses'))
      .map((code) => [code, join(data, 'houses', code, 'events.sqlite')] as const)
      .filter(([, file]) => existsSync(file))
      .map(([code, file]) => [code, rowsIn(file)]),
  );

const rowsIn = (file: string): readonly string[] => {
  const db = new DatabaseSync(file);
  const rows = db.prepare('SELECT * FROM event ORDER BY position').all();
  db.close();
  return rows.map((row) => JSON.stringify(row));
};

/** By house, what was acknowledged. */
export const byHouse = (written: Writing['written']): Readonly<Record<string, readonly Acknowledged[]>> => {
  const acknowledged: Record<string, Acknowledged[]> = {};
  for (const { house, event } of written) (acknowledged[house] ??= []).push(event);
  return acknowledged;
};

/** All that `zielwerk verify` finds. `engines` are the variables that name them where they are not files. */
export const findingsIn = async (
  data: string,
  written: Writing['written'] = [],
  engines: Readonly<Record<string, string>> = {},
) => {
  const verified = await verifyData(readConfiguration({ ZIELWERK_DATA: data, ...engines }), byHouse(written));
  return verified.flatMap(({ subject, checks }) =>
    checks.flatMap(({ findings }) => findings.map((finding) => ({ of: subject, ...finding }))),
  );
};

/** Commands that took effect, and whose senders were never told. */
export const unanswered = (
  written: Writing['written'],
  logs: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const told = new Set(written.map(({ event }) => event.meta.commandId));
  return commandsIn(logs).filter((command) => !told.has(command));
};

const commandsIn = (logs: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...logs.values()].flat().flatMap((row) => /Measure of ([\w-]+)/u.exec(row)?.[1] ?? []);

/**
 * Commands that are in the logs although one is missing that the same writer was told of before, in whichever house: in
 * logs of one moment there are none.
 */
export const outOfOrder = (
  written: Writing['written'],
  logs: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const there = new Set(commandsIn(logs));
  const missing = new Map<string, string>();
  const found: string[] = [];
  for (const { event } of written) {
    const command = event.meta.commandId ?? '';
    const writer = command.slice(0, command.lastIndexOf('-'));
    const before = missing.get(writer);
    if (!there.has(command)) missing.set(writer, before ?? command);
    else if (before !== undefined) found.push(`${command} without ${before}`);
  }
  return found;
};
