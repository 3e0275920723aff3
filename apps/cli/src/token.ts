import { DEFAULT_JURISDICTION } from '@zielwerk/composition';
import { type Claims, DevelopmentIssuer, loadJurisdiction, readConfiguration, ROLES } from '@zielwerk/platform';
import { join } from 'node:path';

import type { GlobalOptions } from './options';

export type TokenOptions = GlobalOptions &
  Readonly<{
    ministry?: string;
    role?: readonly string[];
    unit?: string;
    function?: string;
    subject: string;
    hours: number;
  }>;

/** Prints a token. Throws, with a sentence that says what is allowed, for a ministry or role that does not exist. */
export const issueToken = async (options: TokenOptions): Promise<void> => {
  const { ministry, role = [], hours, data, jurisdiction } = options;
  const configuration = readConfiguration(process.env, { data, jurisdiction });
  if (configuration.issuer)
    throw new Error(`Tokens come from ${configuration.issuer.issuer} here; the development issuer is not accepted.`);
  await checkMinistry(ministry, configuration.jurisdiction ?? DEFAULT_JURISDICTION);
  const stranger = role.find((one) => !ROLES.some((known) => known === one));
  if (stranger !== undefined) throw new Error(`--role ${stranger} is none of ${ROLES.join(', ')}.`);

  const issuer = await DevelopmentIssuer.open(configuration.issuerFolder ?? join(configuration.data, 'issuer'));
  process.stdout.write(`${await issuer.issue(claimsOf(options), { validForSeconds: hours * 3600 })}\n`);
};

const claimsOf = ({ subject, role = [], ministry, unit, function: acting }: TokenOptions): Claims => ({
  sub: subject,
  roles: role,
  ministry: ministry ?? null,
  unit: unit ?? null,
  function: acting ?? null,
});

const checkMinistry = async (ministry: string | undefined, file: string): Promise<void> => {
  if (ministry === undefined) return;
  const codes = (await loadJurisdiction(file)).ministries.map(({ code }) => code);
  if (!codes.includes(ministry)) throw new Error(`--ministry ${ministry} is none of ${codes.join(', ')}.`);
};
