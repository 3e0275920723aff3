import { build } from 'esbuild';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');

/** Makes a program of a file beside this one that node can run. Within the workspace, where it finds the packages it needs. */
export const bundledProgram = async (name: string): Promise<string> => {
  const outfile = join(ROOT, `tmp/event-store-${name}-${process.pid}.cjs`);
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    external: ['@photostructure/sqlite', '@kurrent/kurrentdb-client'],
    logLevel: 'error',
  });
  return outfile;
};
