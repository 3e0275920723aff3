// One app, one file: esbuild bundles, swc compiles, because esbuild alone drops the metadata of decorators that Nest needs.
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Nest and its friends ask for these only when a feature is used that this product does not use. */
const OPTIONAL = [
  '@fastify/static',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/microservices/*',
  '@nestjs/platform-express',
  '@nestjs/websockets/*',
  'class-transformer',
  'class-transformer/*',
];

/** Packages that find their own files beside themselves (native addons, style sheets): copied whole into the bundle. */
const BESIDE = ['@photostructure/sqlite', 'node-gyp-build', '@kern-ux/native'];

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

const copyBeside = (root, folder) => {
  const require = createRequire(join(root, 'package.json'));
  for (const name of BESIDE) {
    const from = join(root, 'node_modules', name);
    if (!existsSync(from)) continue;
    const to = join(folder, 'node_modules', name);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(dirname(require.resolve(`${name}/package.json`)), to, { recursive: true, dereference: true });
  }
};

/**
 * @param {{ root: string, entry: string, outfile: string, bundle: boolean }} app absolute paths; `bundle` puts every
 * package into the file, else they stay in the repository's node_modules
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
    plugins: [swcPlugin(swc)],
    // Without the aliases of tsconfig, `packages: external` would leave @zielwerk/* out, too.
    ...(bundle ? { external: [...OPTIONAL, ...BESIDE] } : { packages: 'external', alias: aliasesOf(root) }),
  });
  if (bundle) copyBeside(root, dirname(outfile));
};

const aliasesOf = (root) => {
  const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
  return Object.fromEntries(Object.entries(paths).map(([name, [file]]) => [name, join(root, file)]));
};
