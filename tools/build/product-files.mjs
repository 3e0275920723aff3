// What a deployable reads at run time beside its program.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** By its place in the deployable: where it is in the repository. */
const COPIED = {
  LICENSE: 'LICENSE',
  'healthcheck.js': 'tools/build/healthcheck.cjs',
  jurisdictions: 'jurisdictions',
  samples: 'samples',
  'kern-ux/kern.min.css': 'node_modules/@kern-ux/native/dist/kern.min.css',
  'kern-ux/fonts/fira-sans': 'node_modules/@kern-ux/native/dist/fonts/fira-sans',
};

/**
 * @param {string} root the repository
 * @param {string} folder the deployable
 */
export const copyProductFiles = (root, folder) => {
  for (const [to, from] of Object.entries(COPIED)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(root, from), join(folder, to), { recursive: true });
  }
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Whatever a package.json further up says of modules, this program is CommonJS.
  const own = { name, version, license, private: true, type: 'commonjs', main: 'main.js' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
};
