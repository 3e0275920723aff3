import { build } from 'esbuild';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');

/** Makes a program of the writers that node can run. Within the workspace, where it finds the packages it needs. */
export const bundledWriters = async (): Promise<string> => {
  const outfile = join(ROOT, `tmp/event-store-writers-${process.pid}.cjs`);
  await build({
    entryPoints: [join(__dirname, 'writers.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    external: ['@photostructure/sqlite'],
    logLevel: 'error',
  });
  return outfile;
};
