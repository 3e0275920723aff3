import { withParked } from '@zielwerk/composition';
import { type ParkedEntry, type ParkedMessage, readConfiguration } from '@zielwerk/platform';

import type { GlobalOptions } from './options';

export type ParkedOptions = GlobalOptions & Readonly<{ url?: string; projection?: string }>;

const configurationOf = ({ data, jurisdiction }: GlobalOptions) =>
  readConfiguration(process.env, { data, jurisdiction });

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Prints a line for each parked event, oldest first. */
export const listParked = async (options: ParkedOptions): Promise<void> => {
  const entries = await withParked(configurationOf(options), options.url ?? null, (desk) => desk.list());
  print(entries.length === 0 ? 'Nothing is parked.' : tableOf(entries));
};

/** Prints one of them with its headers and its bytes. Throws, with a sentence, when there is none. */
export const showParked = async (id: string, options: ParkedOptions): Promise<void> => {
  const found = /^\d{1,15}$/u.test(id)
    ? await withParked(configurationOf(options), options.url ?? null, (desk) => desk.show(Number(id)))
    : null;
  if (!found) throw new Error(`No event is parked under ${id}; zielwerk parked list tells their ids.`);
  print(described(found));
};

/** Tries them again and prints what became of them; the exit code is 1 when some stay parked. */
export const requeueParked = async (options: ParkedOptions): Promise<void> => {
  const { projection = null, url = null } = options;
  const { applied, parked } = await withParked(configurationOf(options), url, (desk) => desk.requeue(projection));
  print(`${applied} applied, ${parked} parked.`);
  process.exitCode = parked === 0 ? 0 : 1;
};

const COLUMNS: Readonly<Record<string, (entry: ParkedEntry) => string>> = {
  id: ({ id }) => String(id),
  projection: ({ projection }) => projection,
  event: ({ stream, revision }) => `${stream}@${revision}`,
  type: ({ type }) => type,
  since: ({ since }) => since,
  reason: ({ reason, waitsFor }) => (waitsFor === null ? reason : `waits for event ${waitsFor} of the log`),
};

const tableOf = (entries: readonly ParkedEntry[]): string => {
  const rows = [Object.keys(COLUMNS), ...entries.map((entry) => Object.values(COLUMNS).map((cell) => cell(entry)))];
  const widths = Object.keys(COLUMNS).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const described = ({ topic, offset, headers, value, ...entry }: ParkedMessage): string =>
  [
    ...Object.entries(COLUMNS).map(([name, cell]) => `${name}: ${cell(entry)}`),
    `message: ${topic}@${offset}`,
    ...Object.entries(headers).map(([name, header]) => `  ${name}: ${header}`),
    ...('text' in value ? ['data:', value.text] : ['data in base64:', value.base64]),
  ].join('\n');
