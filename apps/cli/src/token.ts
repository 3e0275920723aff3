import { DEFAULT_JURISDICTION } from '@zielwerk/composition';
import { capabilities } from '@zielwerk/ministry';
import { type Claims, DevelopmentIssuer, readConfiguration, ROLES } from '@zielwerk/platform';
import { join } from 'node:path';

import { checkMinistry } from './ministry';
import type { GlobalOptions } from './options';

export type TokenOptions = GlobalOptions &
  Readonly<{
    ministry?: string;
    role?: readonly string[];
    unit?: string;
    function?: string;
    deputyFor?: string;
    /** What a machine was given to do. */
    command?: readonly string[];
    subject: string;
    hours: number;
  }>;

/** Prints a token. Throws, with a sentence that says what is allowed, for a ministry or role that does not exist. */
export const issueToken = async (options: TokenOptions): Promise<void> => {
  const { ministry, role = [], command = [], hours, data, jurisdiction } = options;
  const configuration = readConfiguration(process.env, { data, jurisdiction });
  if (configuration.issuer)
    throw new Error(`Tokens come from ${configuration.issuer.issuer} here; the development issuer is not accepted.`);
  if (ministry !== undefined) await checkMinistry(ministry, configuration.jurisdiction ?? DEFAULT_JURISDICTION);
  const stranger = role.find((one) => !ROLES.some((known) => known === one));
  if (stranger !== undefined) throw new Error(`--role ${stranger} is none of ${ROLES.join(', ')}.`);

  checkCommands(command, role);

  const issuer = await DevelopmentIssuer.open(configuration.issuerFolder ?? join(configuration.data, 'issuer'));
  process.stdout.write(`${await issuer.issue(claimsOf(options), { validForSeconds: hours * 3600 })}\n`);
};

const checkCommands = (commands: readonly string[], roles: readonly string[]): void => {
  const known = capabilities.flatMap(({ slices }) => slices).map(({ command }) => command);
  const stranger = commands.find((command) => !known.includes(command));
  if (stranger !== undefined) throw new Error(`--command ${stranger} is none of ${known.join(', ')}.`);
  if (commands.length > 0 && !roles.includes('machine'))
    throw new Error('--command is for machines: add --role machine.');
};

const claimsOf = ({ subject, role = [], command = [], ministry, unit, ...more }: TokenOptions): Claims => ({
  sub: subject,
  roles: role,
  ministry: ministry ?? null,
  unit: unit ?? null,
  function: more.function ?? null,
  deputyFor: more.deputyFor ?? null,
  commands: command,
});
