// The compose files as data.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { ROOT } from './dockerfile';

export type ComposeService = Readonly<{
  image: string;
  build?: Readonly<{ context: string; args: Readonly<Record<string, string>> }>;
  environment?: Readonly<Record<string, string>>;
  secrets?: readonly (string | Readonly<{ source: string; target: string }>)[];
  depends_on?: Readonly<Record<string, Readonly<{ condition: string }>>>;
  networks?: readonly string[];
  ports?: readonly string[];
  cap_drop?: readonly string[];
  security_opt?: readonly string[];
  read_only?: boolean;
  healthcheck?: unknown;
}>;

type File = Readonly<{ file: string }>;
export type Compose = Readonly<{
  services: Readonly<Record<string, ComposeService>>;
  networks?: Readonly<Record<string, Readonly<{ internal?: boolean }> | null>>;
  secrets?: Readonly<Record<string, File>>;
  configs?: Readonly<Record<string, File>>;
}>;

/** `path` is below the repository. */
export const readCompose = (path: string): Compose =>
  parse(readFileSync(join(ROOT, path), 'utf8'), { merge: true }) as Compose;

/** Those services that are built from this repository, by name. */
export const ownServices = ({ services }: Compose): readonly (readonly [string, ComposeService])[] =>
  Object.entries(services).filter(([, { build }]) => build !== undefined);

/** Which secrets a service gets, and what their files in /run/secrets are called there. */
export const mountedSecrets = ({
  secrets = [],
}: ComposeService): readonly Readonly<{ source: string; target: string }>[] =>
  secrets.map((secret) => (typeof secret === 'string' ? { source: secret, target: secret } : secret));
