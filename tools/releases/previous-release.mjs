// The release before this one, built beside it: what runs on a Tuesday noon while one service is upgraded.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What the command answers, without the line's end; undefined when it fails. */
const answerOf = (root, command, ...words) => {
  try {
    return execFileSync(command, words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
};

const LOCK = 'package-lock.json';

/** Its packages are this release's where both lock the same ones. */
const install = (root, folder) => {
  const same = readFileSync(join(root, LOCK), 'utf8') === readFileSync(join(folder, LOCK), 'utf8');
  if (same) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  else execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: folder, stdio: 'inherit' });
};

/**
 * Builds the deployables of an earlier commit to a folder of their own, once.
 * @param {{ root: string, projects: string[], ref?: string }} options `ref`: a commit or a tag, by default
 * ZIELWERK_PREVIOUS_RELEASE, else the commit before the one that is checked out
 * @returns {{ folder: string, commit: string | null }} `dist/apps/<project>/main.js` is in the folder; where there is no
 * history it is this release's own folder, and the commit is null
 */
export const previousRelease = ({ root, projects, ref = process.env.ZIELWERK_PREVIOUS_RELEASE || 'HEAD~1' }) => {
  const commit = answerOf(root, 'git', 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  const folder = commit === undefined ? root : join(root, 'tmp/releases', commit);
  if (commit !== undefined && !existsSync(join(folder, 'node_modules'))) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1024 ** 3 });
    execFileSync('tar', ['-x'], { cwd: folder, input: archive });
    install(root, folder);
  }
  execFileSync(process.execPath, ['tools/build/build.mjs', ...projects, '--if-stale'], { cwd: folder, stdio: 'pipe' });
  return { folder, commit: commit ?? null };
};
