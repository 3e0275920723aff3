// Tokens for each house and office: from the issuer of one's own machine, or as they were given to whoever imports.
import type { Capacity } from '@zielwerk/ministry';
import type { DevelopmentIssuer } from '@zielwerk/platform';

import type { Target } from './import-bundle';

export type Given = Pick<Target, 'tokens' | 'readingToken'>;

/** Valid for as long as an import takes; each capacity has one. */
export const issuedTokens = async (issuer: DevelopmentIssuer): Promise<Given> => {
  const issued = new Map<string, Promise<string>>();
  return {
    tokens: ({ ministry, role, unit }) => {
      const key = `${ministry} ${role} ${unit ?? ''}`;
      const token =
        issued.get(key) ??
        issuer.issue({ sub: `import-${ministry}`, ministry, roles: [role], ...(unit !== undefined && { unit }) });
      issued.set(key, token);
      return token;
    },
    readingToken: await issuer.issue({ sub: 'import', ministry: null, roles: ['analyst'] }),
  };
};

type Claims = Readonly<{ ministry?: unknown; roles?: unknown; unit?: unknown }>;

const claimsIn = (token: string): Claims => {
  const [, payload = ''] = token.split('.');
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
  } catch {
    throw new Error('A line of the tokens is no token.');
  }
};

const mayActAs = ({ ministry, roles, unit }: Claims, capacity: Capacity): boolean =>
  ministry === capacity.ministry &&
  Array.isArray(roles) &&
  roles.includes(capacity.role) &&
  (capacity.unit === undefined || unit === capacity.unit);

/** One token a line. What they may do is read from them; whether they count is for the houses to say. */
export const tokensFrom = (text: string): Given => {
  const all = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((token) => ({ token, claims: claimsIn(token) }));
  const [first] = all;
  if (!first) throw new Error('There is no token: one is needed a line.');
  return {
    tokens: (capacity) => Promise.resolve(all.find(({ claims }) => mayActAs(claims, capacity))?.token),
    readingToken: first.token,
  };
};
