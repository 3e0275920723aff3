// One app, one file: esbuild bundles, swc compiles, because esbuild alone drops the metadata of decorators that Nest needs.
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { nativeAddons } from './native-addons.mjs';
import { copyProductFiles } from './product-files.mjs';

/** Packages ask for these only when a feature is used that this product does not use. */
const OPTIONAL = [
  '@fastify/static',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/microservices/*',
  '@nestjs/platform-express',
  '@nestjs/websockets/*',
  'class-transformer',
  'class-transformer/*',
  'pg-native',
];

const SELF_CONTAINED = {
  external: OPTIONAL,
  loader: { '.node': 'copy' },
  assetNames: '[name]',
  legalComments: 'external',
  // Less to read at each start; what is shown of an error comes from the map, which needs no copy of the sources.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcesContent: false,
};

const swcPlugin = (options) => ({
  name: 'swc',
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        ...options,
        // esbuild resolves and bundles the modules itself.
        module: { type: 'es6' },
        sourceMaps: 'inline',
        filename: path,
        swcrc: false,
      });
      return { contents: code, loader: 'js' };
    });
  },
});

/**
 * @param {{ root: string, entry: string, outfile: string, bundle: boolean }} app absolute paths; `bundle` makes the
 * folder of `outfile` one that needs nothing else; else packages stay in the repository's node_modules
 */
export const buildApp = async ({ root, entry, outfile, bundle }) => {
  const swc = JSON.parse(readFileSync(join(root, 'swc.json'), 'utf8'));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    keepNames: true,
    logLevel: 'error',
    tsconfig: join(root, 'tsconfig.base.json'),
    plugins: [swcPlugin(swc), ...(bundle ? [nativeAddons(root)] : [])],
    // Without the aliases of tsconfig, `packages: external` would leave @zielwerk/* out, too.
    ...(bundle ? SELF_CONTAINED : { packages: 'external', alias: aliasesOf(root) }),
  });
  if (bundle) copyProductFiles(root, dirname(outfile));
};

const aliasesOf = (root) => {
  const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
  return Object.fromEntries(Object.entries(paths).map(([name, [file]]) => [name, join(root, file)]));
};
