import Ajv2020 from 'ajv/dist/2020';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Compose, ownServices, readCompose, mountedSecrets } from './testing/compose';
import { ROOT } from './testing/dockerfile';
import { unknownIn } from './testing/known-variables';

const FILES = ['docker-compose.yml', 'deploy/compose/all-in-one.yml'];
const state = readCompose('docker-compose.yml');
const houses = (
  JSON.parse(readFileSync(join(ROOT, 'jurisdictions/sachsen-anhalt.json'), 'utf8')) as {
    ministries: readonly { code: string }[];
  }
).ministries.map(({ code }) => code);

describe.each(FILES)('%s', (file) => {
  const compose = readCompose(file);

  it('is what the Compose Specification allows', () => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'deploy/schemas/compose-spec.json'), 'utf8')) as object;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.validate(schema, compose);
    expect(ajv.errors).toBeNull();
  });

  it.each(Object.entries(compose.services))('lets %s do no more than it must', (name, service) => {
    expect([service.cap_drop, service.security_opt]).toEqual([['ALL'], ['no-new-privileges:true']]);
    // Keycloak puts itself together within its own folder.
    expect(service.read_only).toBe(name !== 'keycloak');
  });

  it.each(ownServices(compose))('sets only variables that %s knows', (_, { environment = {} }) =>
    expect(unknownIn(environment)).toEqual([]),
  );
});

describe('the whole state', () => {
  it('has a service for each house, of its own deployable and its own port, and one that reads them all', () => {
    expect(ownServices(state).map(([name, { build }]) => [name, build?.args.APP])).toEqual([
      ...houses.map((code) => [code, `ministry-${code}`]),
      ['strategy', 'strategy-service'],
    ]);
    const ports = ownServices(state).flatMap(([, { ports: published = [] }]) => published);
    expect(new Set(ports).size).toBe(houses.length + 1);
  });

  it('publishes on this machine only', () => {
    const ports = Object.values(state.services).flatMap(({ ports: published = [] }) => published);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('keeps the bus and the databases from the front', () => {
    expect(state.networks).toEqual({
      front: null,
      bus: { internal: true },
      kurrentdb: { internal: true },
      postgres: { internal: true },
    });
    const atTheFront = Object.entries(state.services).filter(([, { networks = [] }]) => networks.includes('front'));
    expect(atTheFront.map(([name]) => name)).toEqual([...houses, 'strategy', 'keycloak']);
  });

  it('gives a house the engine of its network, its own name on the bus, and no secret of another', () => {
    const engines = ownServices(state).map(([name, { environment = {}, networks = [] }]) => [
      name,
      environment.ZIELWERK_KAFKA_USERNAME,
      environment.ZIELWERK_EVENT_STORE,
      networks.at(-1),
    ]);
    const onPostgres = ['mf', 'mj'];
    expect(engines).toEqual([
      ...houses.map((code) =>
        onPostgres.includes(code) ? [code, code, 'postgres', 'postgres'] : [code, code, 'kurrent', 'kurrentdb'],
      ),
      ['strategy', 'strategy', undefined, 'postgres'],
    ]);
    for (const [name, service] of ownServices(state))
      for (const secret of mountedSecrets(service).map(({ source }) => source))
        expect(secret).toMatch(new RegExp(`^(?:ca|kurrentdb-url|(?:kafka|postgres-url)-${name})$`, 'u'));
  });

  it('mounts what a service is told to read, and has no password in the file', () => {
    for (const [, service] of ownServices(state)) {
      const named = Object.values(service.environment ?? {}).filter((value) => value.startsWith('/run/secrets/'));
      expect(mountedSecrets(service).map(({ target }) => `/run/secrets/${target}`)).toEqual(
        expect.arrayContaining(named),
      );
    }
    const variables = Object.values(state.services).flatMap(({ environment = {} }) => Object.keys(environment));
    expect(variables.filter((name) => /PASSWORD|SECRET/u.test(name) && !name.endsWith('_FILE'))).toEqual([]);
  });

  it('waits for what it needs until that is healthy', () => {
    const conditions = new Set(
      Object.values(state.services).flatMap(({ depends_on: needs = {} }) =>
        Object.entries(needs).map(([name, { condition }]) => `${name} ${condition}`),
      ),
    );
    expect([...conditions].sort()).toEqual([
      ...['kafka service_healthy', 'keycloak service_healthy', 'kurrentdb service_healthy'],
      ...['postgres service_healthy', 'topics service_completed_successfully'],
    ]);
    const asked = Object.entries(state.services).filter(([, { healthcheck }]) => healthcheck !== undefined);
    expect(asked.map(([name]) => name)).toEqual(['kafka', 'kurrentdb', 'postgres', 'keycloak']);
  });

  it('makes the topics and databases of these houses', () => {
    const script = (name: string) => readFileSync(join(ROOT, 'deploy/compose', name), 'utf8');
    expect(script('topics.sh')).toBe(
      execFileSync(process.execPath, ['tools/kafka/access.mjs'], { cwd: ROOT, encoding: 'utf8' }),
    );
    expect(script('make-secrets.sh')).toContain(`houses='${houses.join(' ')}'`);
    expect(script('make-databases.sh')).toContain('for owner in mf mj strategy;');
  });

  it('names only files that are there or that make-secrets.sh makes', () => {
    const files = ({ configs = {}, secrets = {} }: Compose) => Object.values({ ...configs, ...secrets });
    const missing = files(state).filter(({ file }) => !existsSync(join(ROOT, file)));
    expect(missing.filter(({ file }) => !file.startsWith('deploy/compose/secrets/'))).toEqual([]);
  });
});
