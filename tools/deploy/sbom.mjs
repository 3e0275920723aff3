// npm run sbom: writes dist/sbom.cdx.json, what the deployables are made of, in CycloneDX, from the lockfile.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const options = ['--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
const bom = JSON.parse(execFileSync('npm', ['sbom', ...options], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 }));

// Not by npm's --omit=dev: it also omits what a package of development needs besides.
const isDelivered = ({ properties = [] }) => !properties.some(({ name }) => name === 'cdx:npm:package:development');
const components = bom.components.filter(isDelivered);
const refs = new Set([bom.metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])]);
const dependencies = bom.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));

mkdirSync(join(root, 'dist'), { recursive: true });
const text = JSON.stringify({ ...bom, components, dependencies }, null, 2);
writeFileSync(join(root, 'dist/sbom.cdx.json'), `${text}\n`);
