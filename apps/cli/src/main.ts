import 'reflect-metadata';

import { type Command, InvalidArgumentError, program } from 'commander';

import { importFrom, type ImportOptions } from './import';
import { backup } from './backup';
import { exportTo, type ExportOptions } from './export';
import type { GlobalOptions } from './options';
import { listParked, type ParkedOptions, requeueParked, showParked } from './parked';
import { rebuild, type RebuildOptions } from './rebuild';
import { restore } from './restore';
import { type SampleOptions, sendSample } from './sample';
import { issueToken, type TokenOptions } from './token';
import { erase, type EraseOptions } from './subject';
import { verify } from './verify';

const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
const roles = (value: string, before: readonly string[] = []): readonly string[] => [...before, ...value.split(',')];

const hours = (value: string): number => {
  if (/^\d{1,4}$/u.test(value) && Number(value) > 0) return Number(value);
  throw new InvalidArgumentError('It is a whole number of hours.');
};

program
  .name('zielwerk')
  .description("Tools for a state's Zielwerk.")
  .option('--data <folder>', 'the data folder (ZIELWERK_DATA)')
  .option('--jurisdiction <file>', 'the jurisdiction file (ZIELWERK_JURISDICTION)')
  .showHelpAfterError();

program
  .command('token')
  .description('prints a token of the development issuer; only a service on this data folder takes it')
  .option('--ministry <code>', 'the house that its bearer belongs to')
  .option('--role <role>', 'what its bearer may do; several with commas', roles)
  .option('--unit <unit>', 'the organisational unit of its bearer')
  .option('--function <function>', 'the function in which its bearer acts')
  .option('--deputy-for <function>', 'the function whose holder its bearer stands in for')
  .option('--command <name>', 'a command that the house gave a machine; may be repeated', each)
  .option('--subject <reference>', 'an opaque reference to its bearer', 'developer')
  .option('--hours <number>', 'how long it is valid', hours, 12)
  .action((_, command: Command) => issueToken(command.optsWithGlobals<TokenOptions>()));

program
  .command('subject')
  .description('who stands behind the references in the events of a house')
  .command('erase')
  .description('forgets a person, or a machine; events stay as they are, and a second time changes nothing')
  .argument('<subject>', 'as the tokens call it (sub)')
  .requiredOption('--ministry <code>', 'the house that shall forget')
  .option('--url <url>', 'where the house answers; left out, the files are opened when nothing runs on them')
  .action((subject: string, _, command: Command) => erase(subject, command.optsWithGlobals<EraseOptions>()));

program
  .command('verify')
  .description('checks, while nothing runs, that what was promised of events, bus and rows holds')
  .action((_, command: Command) => verify(command.optsWithGlobals<GlobalOptions>()));

program
  .command('import')
  .description('takes a bundle of tables into a running system; see docs/bundle.md')
  .argument('<bundle>', 'a folder of CSV files, or an XLSX workbook')
  .option('--url <url>', 'where all houses answer', 'http://127.0.0.1:4000')
  .option('--dry-run', 'checks everything and sends nothing')
  .option('--tokens <file>', 'a token a line; left out, the development issuer gives them')
  .action((path: string, _, command: Command) => importFrom(path, command.optsWithGlobals<ImportOptions>()));

program
  .command('export')
  .description('writes what a running system has recorded as a bundle of tables')
  .argument('<bundle>', 'a folder for CSV files, or a workbook to write (.xlsx)')
  .option('--url <url>', 'where the strategy service answers', 'http://127.0.0.1:4000')
  .option('--ministry <code>', 'only what this house leads')
  .option('--token <token>', 'who reads; left out, the development issuer gives one that reads for the government')
  .action((path: string, _, command: Command) => exportTo(path, command.optsWithGlobals<ExportOptions>()));

program
  .command('rebuild')
  .description(
    "makes the strategy service's rows anew from its log, while nothing runs; exit code 1 if they were wrong",
  )
  .option('--projection <name>', 'only the rows of this one')
  .action((_, command: Command) => rebuild(command.optsWithGlobals<RebuildOptions>()));

const parked = program
  .command('parked')
  .description('events that the strategy service could not apply to its rows, and those that wait for them');
const URL_OPTION = [
  '--url <url>',
  'the operator port of the strategy service (http://127.0.0.1:9464); left out, the file is opened when nothing runs on it',
] as const;

parked
  .command('list')
  .description('a line each, oldest first')
  .option(...URL_OPTION)
  .action((_, command: Command) => listParked(command.optsWithGlobals<ParkedOptions>()));

parked
  .command('show')
  .description('one with its headers and its bytes')
  .argument('<id>', 'as the list has it')
  .option(...URL_OPTION)
  .action((id: string, _, command: Command) => showParked(id, command.optsWithGlobals<ParkedOptions>()));

parked
  .command('requeue')
  .description('tries them again, oldest first; exit code 1 if some stay parked')
  .option(...URL_OPTION)
  .option('--projection <name>', 'only those of this one; on a file that nothing runs on it is always all')
  .action((_, command: Command) => requeueParked(command.optsWithGlobals<ParkedOptions>()));

program
  .command('backup')
  .description('copies the data folder, also while services run on it; persons and keys are in the copy')
  .argument('<target-folder>', 'empty, or not there yet')
  .action((target: string, _, command: Command) => backup(target, command.optsWithGlobals<GlobalOptions>()));

program
  .command('restore')
  .description('makes a data folder (--data) of a backup; erasures made after the backup must be repeated')
  .argument('<backup-folder>', 'what zielwerk backup has made')
  .action((folder: string, _, command: Command) => restore(folder, command.optsWithGlobals<GlobalOptions>()));

program
  .command('sample')
  .description("sends the jurisdiction's sample to a running system; sent again it records nothing new")
  .option('--url <url>', 'where all houses answer', 'http://127.0.0.1:4000')
  .option('--today <day>', 'the day that is being played there (ZIELWERK_TODAY)')
  .action((_, command: Command) => sendSample(command.optsWithGlobals<SampleOptions>()));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
