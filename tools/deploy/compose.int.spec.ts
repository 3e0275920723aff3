import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { mountedSecrets, ownServices, readCompose } from './testing/compose';
import { ROOT } from './testing/dockerfile';
import { configurationOf } from './testing/known-variables';

const state = readCompose('docker-compose.yml');

describe('the secrets that make-secrets.sh makes (needs openssl)', () => {
  let folder: string;
  const made = (name: string) => join(folder, 'secrets', name);
  const makeSecrets = () => execFileSync('sh', [join(folder, 'make-secrets.sh')], { encoding: 'utf8' });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zielwerk-secrets-'));
    cpSync(join(ROOT, 'deploy/compose'), folder, { recursive: true, filter: (file) => basename(file) !== 'secrets' });
    makeSecrets();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are all that docker-compose.yml names', () => {
    const files = Object.values(state.secrets ?? {}).map(({ file }) => basename(file));
    expect(files.filter((name) => !existsSync(made(name)))).toEqual([]);
  });

  it('are kept when it runs again', () => {
    const before = readFileSync(made('kurrentdb.url'), 'utf8');
    expect(makeSecrets()).toContain('are there already');
    expect(readFileSync(made('kurrentdb.url'), 'utf8')).toBe(before);
  });

  it.each(['keycloak', 'postgres', 'kurrentdb'])('%s has a certificate for its name, of the one authority', (name) => {
    const certificate = new X509Certificate(readFileSync(made(`${name}.pem`)));
    const authority = new X509Certificate(readFileSync(made('ca.pem')));
    expect([certificate.verify(authority.publicKey), certificate.checkHost(name)]).toEqual([true, name]);
    expect(authority.ca).toBe(true);
  });

  it.each(ownServices(state))('%s accepts its configuration', (name, service) => {
    const mounted = mkdtempSync(join(folder, `${name}-`));
    for (const { source, target } of mountedSecrets(service))
      symlinkSync(made(basename(state.secrets?.[source]?.file ?? '')), join(mounted, target));
    expect(configurationOf(service.environment ?? {}, mounted)).toMatchObject({
      bus: 'kafka',
      kafkaBrokers: ['kafka:9092'],
      issuer: { issuer: 'https://localhost:8443/realms/zielwerk', audience: 'zielwerk' },
    });
  });
});
