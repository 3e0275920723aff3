// Compiled addons, one of each for the platform of the build, as plain files beside main.js.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What a package would load on another platform, or from its own source tree: asked for in a try, so that it may throw. */
const ABSENT = `throw new Error('This addon is not part of the build.');`;

/**
 * An esbuild plugin: what packages look up at run time in a node_modules folder becomes a `require` of a file, which
 * esbuild then copies beside the program.
 * @param {string} root the repository
 */
export const nativeAddons = (root) => {
  const { resolve } = createRequire(join(root, 'package.json'));
  const sqlite = dirname(resolve('@photostructure/sqlite/package.json'));
  const fromSqlite = createRequire(join(sqlite, 'package.json'));
  const fromClient = createRequire(resolve('@kurrent/kurrentdb-client'));
  const fromBridge = createRequire(fromClient.resolve('@kurrent/bridge'));
  const bridge = `@kurrent/bridge-${fromBridge('@neon-rs/load').currentPlatform()}`;

  return {
    name: 'native-addons',
    setup(esbuild) {
      // Its module for `import` asks for import.meta.url, which CommonJS does not have.
      esbuild.onResolve({ filter: /^@photostructure\/sqlite$/ }, ({ path }) => ({ path: resolve(path) }));
      esbuild.onResolve({ filter: /^node-gyp-build$/ }, () => ({ path: 'sqlite', namespace: 'addon' }));
      esbuild.onLoad({ filter: /^sqlite$/, namespace: 'addon' }, () => ({
        contents: `module.exports = () => require(${JSON.stringify(fromSqlite('node-gyp-build').path(sqlite))});`,
        resolveDir: sqlite,
      }));
      esbuild.onResolve({ filter: /^@kurrent\/bridge-|^\.\.\/index\.node$/ }, ({ path }) =>
        path === bridge ? { path: fromBridge.resolve(path) } : { path, namespace: 'absent' },
      );
      esbuild.onLoad({ filter: /./, namespace: 'absent' }, () => ({ contents: ABSENT }));
    },
  };
};
