// node tools/build/build.mjs [<app> …] [--all] [--bundle] [--if-stale]
//
// Builds deployables to dist/apps/<app>/main.js. By default packages stay in node_modules, which takes well under a second;
// --bundle makes one self-contained folder for the platform of this machine. --if-stale builds only when a source is newer than what was built.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, bundle: { type: 'boolean' }, 'if-stale': { type: 'boolean' } },
});

/** Nx names a project; the folder may be called otherwise. */
const folders = new Map(
  readdirSync(join(root, 'apps'))
    .filter((folder) => existsSync(join(root, 'apps', folder, 'project.json')))
    .map((folder) => [JSON.parse(readFileSync(join(root, 'apps', folder, 'project.json'), 'utf8')).name, folder]),
);
const projects = values.all ? [...folders.keys()] : positionals;
const unknown = projects.find((project) => !folders.has(project));
if (unknown || projects.length === 0) {
  console.error(`Name what to build: ${[...folders.keys()].join(', ')}, or --all.`);
  process.exit(1);
}

const outfile = (project) => join(root, 'dist/apps', project, 'main.js');

const newestIn = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
      .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );

const newestSource = () =>
  Math.max(
    ...['apps', 'libs', 'tools/build', 'jurisdictions', 'samples'].map((folder) => newestIn(join(root, folder))),
    ...['package-lock.json', 'tsconfig.base.json', 'swc.json'].map((file) => statSync(join(root, file)).mtimeMs),
  );

const stale = () => {
  const newest = newestSource();
  return projects.filter((project) => !existsSync(outfile(project)) || statSync(outfile(project)).mtimeMs < newest);
};

const wanted = values['if-stale'] ? stale() : projects;
if (wanted.length > 0) {
  // Loaded only when there is something to build: a start with a fresh build should not wait for compilers.
  const { buildApp } = await import('./build-app.mjs');
  for (const project of wanted) {
    // What an earlier build of the other kind left there would be read by this one.
    rmSync(dirname(outfile(project)), { recursive: true, force: true });
    await buildApp({
      root,
      entry: join(root, 'apps', folders.get(project), 'src/main.ts'),
      outfile: outfile(project),
      bundle: values.bundle ?? false,
    });
  }
  if (!values['if-stale']) console.log(wanted.map((project) => relative(root, outfile(project))).join('\n'));
}
