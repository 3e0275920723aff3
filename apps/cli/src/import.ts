import { type Fault, faultText } from '@zielwerk/bundle';
import {
  DEFAULT_JURISDICTION,
  importBundle,
  type Imported,
  issuedTokens,
  readBundle,
  tokensFrom,
} from '@zielwerk/composition';
import { type Configuration, DevelopmentIssuer, loadJurisdiction, readConfiguration } from '@zielwerk/platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { GlobalOptions } from './options';
import { progressOn } from './progress';

export type ImportOptions = GlobalOptions & Readonly<{ url: string; dryRun?: boolean; tokens?: string }>;

const tokensOf = async ({ issuerFolder, data }: Configuration, file: string | undefined) =>
  file === undefined
    ? issuedTokens(await DevelopmentIssuer.open(issuerFolder ?? join(data, 'issuer')))
    : tokensFrom(readFileSync(file, 'utf8'));

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const printFaults = (faults: readonly Fault[]): void => {
  for (const fault of faults) print(faultText(fault));
  process.exitCode = faults.length > 0 ? 1 : 0;
};

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

const summaryOf = ({ rows, commands, sent, faults }: Imported): string => {
  if (sent)
    return `${counted(rows, 'row')} read, ${commands - faults.length} of ${counted(commands, 'command')} recorded.`;
  if (faults.length > 0) return `${counted(faults.length, 'fault')} in ${counted(rows, 'row')}: nothing was sent.`;
  return `${counted(rows, 'row')} read, ${counted(commands, 'command')} would be sent.`;
};

/** Prints every fault with its place, and what is no longer in the bundle; the exit code is 1 when there was a fault. */
export const importFrom = async (path: string, { url, dryRun, tokens, ...options }: ImportOptions): Promise<void> => {
  const configuration = readConfiguration(process.env, options);
  const jurisdiction = await loadJurisdiction(configuration.jurisdiction ?? DEFAULT_JURISDICTION);
  const { tables, faults } = await readBundle(path);
  printFaults(faults);
  if (faults.length > 0) {
    print(`${counted(faults.length, 'fault')}: nothing was sent.`);
    return;
  }

  const target = { url, jurisdiction, ...(await tokensOf(configuration, tokens)) };
  const progress = progressOn(process.stderr);
  const imported = await importBundle(tables, target, { dryRun: dryRun ?? false, progress });
  printFaults(imported.faults);
  for (const { table, name } of imported.vanished)
    print(`${table}: ${name} is recorded and no longer in the bundle; it stays.`);
  print(summaryOf(imported));
};
