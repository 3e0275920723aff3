// What the chart makes of values, by the real program.
import { describeUnless } from '@zielwerk/spec-engines';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

import { ROOT } from './dockerfile';

export const CHART = 'deploy/helm/zielwerk';

/** Where .ci/run installs it for those who have none. */
const PROGRAMS = ['helm', join(ROOT, 'tmp/bin/helm')];
const HELM = PROGRAMS.find((program) => spawnSync(program, ['version', '--short']).status === 0);

/** Tests of the chart; where ZIELWERK_WITHOUT_HELM says that the program cannot be had, nobody requires it. */
export const describeWithHelm = (name: string, specs: () => void): void => {
  if (HELM === undefined && process.env.ZIELWERK_WITHOUT_HELM !== undefined) describe.skip(name, specs);
  else describeUnless(HELM === undefined ? 'There is no helm.' : undefined, name, specs);
};

export type Manifest = Readonly<{
  apiVersion: string;
  kind: string;
  metadata: Readonly<{ name: string; annotations?: Readonly<Record<string, string>> }>;
  spec?: Readonly<Record<string, unknown>>;
  data?: Readonly<Record<string, string>>;
}>;

const helm = (...args: readonly string[]): string => {
  if (HELM === undefined) throw new Error('helm is not installed.');
  return execFileSync(HELM, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
};

/** `more` are settings such as `monitoring.serviceMonitor=true`. Throws with helm's sentence. */
export const render = (values: string, ...more: readonly string[]): readonly Manifest[] => {
  const set = more.flatMap((setting) => ['--set', setting]);
  const text = helm('template', 'spec', CHART, '--kube-version', '1.30.0', '--values', values, ...set);
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
};

/** Throws when the chart or the values are not well made. */
export const lint = (values: string): string => helm('lint', CHART, '--strict', '--values', values);
