import Ajv from 'ajv';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ROOT } from './testing/dockerfile';

const SCHEMAS = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
const schema = (name: string) =>
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

type Bom = Readonly<{ specVersion: string; components: readonly Readonly<{ name: string; version: string }>[] }>;

it('npm run sbom lists every package of the deployables, and none of development, as CycloneDX', () => {
  execFileSync(process.execPath, ['tools/deploy/sbom.mjs'], { cwd: ROOT });
  const bom = read('dist/sbom.cdx.json') as Bom;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  ajv.validate(schema(`bom-${bom.specVersion}`), bom);
  expect(ajv.errors).toBeNull();

  const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
  const listed = bom.components.map(({ name, version }) => `${name} ${version}`);
  const named = Object.entries(dependencies ?? {}).map(([name, version]) => `${name} ${version}`);
  expect(listed).toEqual(expect.arrayContaining(named));
  expect(listed).not.toContain(`jest ${devDependencies?.jest}`);
});
