import Ajv from 'ajv';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { parse } from 'yaml';

import { ROOT } from './testing/dockerfile';
import { configurationOf, unknownIn } from './testing/known-variables';

type Values = Readonly<{
  service: string;
  config: Readonly<Record<string, string>>;
  secretFiles: Readonly<Record<string, object>>;
  files: Readonly<Record<string, object>>;
}>;
const read = (path: string): string => readFileSync(join(ROOT, 'deploy/helm', path), 'utf8');
const examples = readdirSync(join(ROOT, 'deploy/helm/values')).map(
  (name) => [name, parse(read(`values/${name}`)) as Values] as const,
);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** By engine, what the file that the chart mounts says. */
const URLS: Readonly<Record<string, string>> = {
  postgres: 'postgres://mf:secret@postgres:5432/mf?sslmode=verify-full',
  kurrent: 'kurrentdb://mi:secret@kurrentdb:2113?tls=true',
};

const environmentOf = ({ config, secretFiles, files }: Values): Record<string, string> => ({
  ...config,
  ...Object.fromEntries(Object.keys(secretFiles).map((name) => [`${name}_FILE`, `/run/secrets/${name}`])),
  ...Object.fromEntries(Object.keys(files).map((name) => [name, `/run/secrets/${name}`])),
  ...{ NODE_ENV: 'production', ZIELWERK_HOST: '0.0.0.0', ZIELWERK_PORT: '4000', ZIELWERK_DATA: '/data' },
});

describe.each(examples)('values/%s', (_, values) => {
  it('fit the schema of the chart', () => {
    const ajv = new Ajv({ strict: false });
    ajv.validate(JSON.parse(read('zielwerk/values.schema.json')) as object, values);
    expect(ajv.errors).toBeNull();
  });

  it('set only variables that the service knows', () => expect(unknownIn(environmentOf(values))).toEqual([]));

  it('make a configuration that the service accepts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zielwerk-values-'));
    try {
      const url = URLS[values.config.ZIELWERK_EVENT_STORE ?? 'postgres'] ?? '';
      for (const name of Object.keys({ ...values.secretFiles, ...values.files }))
        writeFileSync(join(folder, name), name.endsWith('_URL') ? url : (rootCertificates[0] ?? ''));
      expect(configurationOf(environmentOf(values), folder)).toMatchObject({ bus: 'kafka', host: '0.0.0.0' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('the chart is of the version of the product', () =>
  expect(parse(read('zielwerk/Chart.yaml'))).toMatchObject({ version, appVersion: version }));
