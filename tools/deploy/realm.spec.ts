import { Claims, ROLES } from '@zielwerk/platform';
import { getMetadataStorage } from 'class-validator';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readCompose } from './testing/compose';
import { ROOT } from './testing/dockerfile';

type Mapper = Readonly<{ protocolMapper: string; config: Readonly<Record<string, string>> }>;
type Client = Readonly<Record<string, unknown> & { clientId: string; defaultClientScopes: readonly string[] }>;
type Realm = Readonly<{
  realm: string;
  roles: Readonly<{ client: Readonly<Record<string, readonly Readonly<{ name: string }>[]>> }>;
  clientScopes: readonly Readonly<{ name: string; protocolMappers: readonly Mapper[] }>[];
  clients: readonly Client[];
  users: readonly Readonly<Record<string, unknown>>[];
  components: Readonly<Record<string, readonly Readonly<{ config: Readonly<Record<string, readonly string[]>> }>[]>>;
}>;
type Attribute = Readonly<{ name: string; permissions: Readonly<{ edit: readonly string[] }> }>;

const text = readFileSync(join(ROOT, 'deploy/keycloak/realm.json'), 'utf8');
const realm = JSON.parse(text) as Realm;
const mappers = realm.clientScopes.flatMap(({ protocolMappers }) => protocolMappers);
const claimOf = ({ protocolMapper, config }: Mapper): string | undefined =>
  protocolMapper === 'oidc-sub-mapper' ? 'sub' : config['claim.name'];
const claimNames = new Set(
  getMetadataStorage()
    .getTargetValidationMetadatas(Claims, '', true, false)
    .map(({ propertyName }) => propertyName),
);

describe('the realm of Keycloak', () => {
  it('has the roles of the role table', () =>
    expect(realm.roles.client.zielwerk?.map(({ name }) => name)).toEqual(ROLES));

  it('puts into a token exactly the claims that a service reads, and the audience', () => {
    expect(mappers.flatMap((mapper) => claimOf(mapper) ?? []).sort()).toEqual([...claimNames].sort());
    const [audience, ...others] = mappers.filter(({ protocolMapper }) => protocolMapper === 'oidc-audience-mapper');
    const [house] = Object.values(readCompose('docker-compose.yml').services);
    expect([audience?.config['included.client.audience'], others]).toEqual([house?.environment?.ZIELWERK_AUDIENCE, []]);
  });

  it('gives them to every client, lists as lists', () => {
    expect(realm.clients.map(({ defaultClientScopes }) => defaultClientScopes)).toEqual([
      ...['zielwerk', 'zielwerk', 'zielwerk'].map((scope) => [scope]),
    ]);
    const lists = mappers.filter(({ config }) => config.multivalued === 'true').map(claimOf);
    expect(lists).toEqual(['roles', 'commands']);
  });

  it('lets nobody change their own house, unit, function or commands', () => {
    const [profile] = realm.components['org.keycloak.userprofile.UserProfileProvider'] ?? [];
    const { attributes } = JSON.parse(profile?.config['kc.user.profile.config']?.[0] ?? '') as {
      attributes: readonly Attribute[];
    };
    const edit = new Map(attributes.map(({ name, permissions }) => [name, permissions.edit]));
    const claimed = mappers.flatMap(({ config }) => config['user.attribute'] ?? []);
    expect(claimed.map((name) => [name, edit.get(name)])).toEqual(claimed.map((name) => [name, ['admin']]));
  });

  it('has no password and no secret, and takes no password from a program', () => {
    expect(text).not.toMatch(/"(?:secret|credentials|value)"/u);
    expect(realm.clients.map((client) => client.directAccessGrantsEnabled)).toEqual([false, false, false]);
    expect(realm.users.map(({ username }) => username)).toEqual(['service-account-zielwerk-system-mf']);
  });
});
