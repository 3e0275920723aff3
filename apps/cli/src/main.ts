import 'reflect-metadata';

import { type Command, InvalidArgumentError, program } from 'commander';

import type { GlobalOptions } from './options';
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
  .command('sample')
  .description("sends the jurisdiction's sample to a running system; sent again it records nothing new")
  .option('--url <url>', 'where all houses answer', 'http://127.0.0.1:4000')
  .option('--today <day>', 'the day that is being played there (ZIELWERK_TODAY)')
  .action((_, command: Command) => sendSample(command.optsWithGlobals<SampleOptions>()));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
