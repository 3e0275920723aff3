// A version of an event that was written never changes: whoever reads it relies on its schema, and its sample must decode for ever.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SCHEMAS = 'docs/api/schemas';
const SAMPLES = 'libs/contracts/frozen';

/** What git answers, a line each; undefined where there is no git, or no history. */
const git = (root: string, ...question: readonly string[]): readonly string[] | undefined => {
  try {
    const answer = execFileSync('git', question, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return answer.split('\n').filter((line) => line !== '');
  } catch {
    return undefined;
  }
};

/** As git names a content. */
const nameOf = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');

const committed = (root: string): ReadonlyMap<string, string> =>
  new Map(
    (git(root, 'ls-tree', '-r', 'HEAD', '--', SCHEMAS) ?? []).map((line) => {
      const [about = '', path = ''] = line.split('\t');
      return [path, about.split(' ')[2] ?? ''];
    }),
  );

const present = (root: string): ReadonlyMap<string, string> => {
  const folder = join(root, SCHEMAS);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(files.map((file) => [`${SCHEMAS}/${file}`, nameOf(readFileSync(join(folder, file), 'utf8'))]));
};

/**
 * The wire types whose written schema the contracts now say otherwise, or no longer at all; the text of each schema by its
 * path. What was committed was written; without git, what is there.
 */
export const rewritten = (root: string, schemas: ReadonlyMap<string, string>): readonly string[] => {
  const inHistory = committed(root);
  const written = inHistory.size > 0 ? inHistory : present(root);
  return [...written].filter(([path, name]) => nameOf(schemas.get(path) ?? '') !== name).map(([path]) => typeIn(path));
};

/** The wire types whose schema or sample some commit changed or removed; undefined without a history. */
export const rewrittenInHistory = (root: string): readonly string[] | undefined => {
  const log = ['log', '--no-renames', '--diff-filter=MD', '--name-only', '--format='];
  const files = git(root, ...log, '--', SCHEMAS, SAMPLES);
  return files && [...new Set(files.map(typeIn))].sort();
};

const typeIn = (path: string): string => path.replace(/^.*\//u, '').replace(/\.json$/u, '');

export const sentenceOn = (types: readonly string[]): string =>
  types.length === 1
    ? `${types.join()} was written: it never changes; revise it.`
    : `${types.join(', ')} were written: they never change; revise them.`;
