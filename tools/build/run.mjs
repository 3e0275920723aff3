// node tools/build/run.mjs <file.ts> [arguments]: builds one TypeScript file of the repository to tmp/ and runs it.
import { spawn } from 'node:child_process';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildApp } from './build-app.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [file, ...rest] = process.argv.slice(2);
const entry = resolve(file);
const outfile = join(root, 'tmp/run', relative(root, entry).replace(/\.ts$/u, '.cjs'));

await buildApp({ root, entry, outfile, bundle: false });
const child = spawn(process.execPath, ['--enable-source-maps', outfile, ...rest], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
