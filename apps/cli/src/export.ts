import { TABLE_NAMES } from '@zielwerk/bundle';
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { GlobalOptions } from './options';

export type ExportOptions = GlobalOptions & Readonly<{ url: string; ministry?: string; token?: string }>;

const issued = async (options: GlobalOptions): Promise<string> => {
  const { issuerFolder, data } = readConfiguration(process.env, options);
  const issuer = await DevelopmentIssuer.open(issuerFolder ?? join(data, 'issuer'));
  return issuer.issue({ sub: 'export', ministry: null, roles: ['analyst'] });
};

/** By name of the file in the export: where it is written. */
const filesAt = (path: string): readonly (readonly [string, string])[] =>
  path.endsWith('.xlsx')
    ? [['bundle.xlsx', path]]
    : TABLE_NAMES.map((name) => [`${name}.csv`, join(path, `${name}.csv`)] as const);

/** Prints where the tables are. Throws, with a sentence, when the strategy service does not answer. */
export const exportTo = async (path: string, { url, ministry, token, ...options }: ExportOptions): Promise<void> => {
  const authorization = `Bearer ${token ?? (await issued(options))}`;
  const asked = ministry === undefined ? '' : `?ministry=${encodeURIComponent(ministry)}`;
  for (const [name, file] of filesAt(path)) {
    const answer = await fetch(`${url}/api/strategy/exports/${name}${asked}`, { headers: { authorization } });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status} for ${name}: ${await answer.text()}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  }
  process.stdout.write(`The tables are in ${path}.\n`);
};
