// Who may do what, asked over HTTP of every route by every role, and compared with the table of roles.
import type { Capability } from '../commands/capability';
import type { Slice } from '../commands/slice';
import { type Role, ROLE_TABLE, ROLES } from '../identity/roles';
import type { Jurisdiction, Office } from '../jurisdiction/jurisdiction';
import { type HouseRoute, routesOf } from './house-routes';
import { type Attempt, type Bearer, PermissionHouse } from './permission-house';
import { type LedEntities, relationHolds, relationOf } from './relations';
import { sampleBody } from './sample-body';

type Row = Readonly<{ acts: readonly string[]; relation: string; office?: Office }>;
const rowOf = (role: Role): Row => ROLE_TABLE[role];
const bearersOf = (act: string | undefined): readonly Role[] =>
  ROLES.filter((role) => rowOf(role).acts.some((one) => one === act));
const isForAnyHouse = (act: string): boolean => bearersOf(act).some((role) => rowOf(role).relation === 'any-house');
const officeFor = (act: string): Office | null => bearersOf(act).map((role) => rowOf(role).office)[0] ?? null;

/** Needs no role: reading what is public; and the route whose lines are commands, each of which is asked for itself. */
const isOpen = ({ act }: HouseRoute): boolean => act === 'read' || act === 'commands';

type Asking = Readonly<{ who: string; bearer: Bearer; expected: string }>;

/** Everybody, of this house, another one and none. */
const everybody = (act: string, foreign: string): readonly Asking[] => [
  { who: 'nobody', bearer: null, expected: 'unauthenticated' },
  ...ROLES.flatMap((role) => {
    const here = rowOf(role).acts.includes(act) ? 'let in' : 'role-missing';
    const elsewhere = isForAnyHouse(act) ? here : 'foreign-ministry';
    return [
      { who: role, bearer: { roles: [role] }, expected: here },
      { who: `${role} of ${foreign}`, bearer: { roles: [role], ministry: foreign }, expected: elsewhere },
      { who: `${role} of no house`, bearer: { roles: [role], ministry: null }, expected: elsewhere },
    ];
  }),
];

const machines = (command: string, others: readonly string[], foreign: string): readonly Asking[] => {
  const given = { roles: ['machine'], commands: [command] };
  return [
    { who: 'a machine given it', bearer: given, expected: 'let in' },
    { who: 'a machine given all else', bearer: { ...given, commands: others }, expected: 'role-missing' },
    { who: 'no machine, but given it', bearer: { ...given, roles: ['analyst'] }, expected: 'role-missing' },
    { who: `a machine of ${foreign}`, bearer: { ...given, ministry: foreign }, expected: 'foreign-ministry' },
  ];
};

const REFUSALS = ['unauthenticated', 'foreign-ministry', 'role-missing'];

/** How far it came. What the house's rules say to whoever was let in is another question. */
const reached = ({ status, code, recorded }: Attempt): string => {
  if (code === 'not-found') return 'no route';
  if (!REFUSALS.includes(code)) return status < 500 ? 'let in' : `failed with ${status}`;
  return recorded === 0 ? code : `${code}, but recorded`;
};

const compare = async (asked: readonly Asking[], ask: (bearer: Bearer) => Promise<Attempt>): Promise<void> => {
  const answers: (readonly [string, string])[] = [];
  for (const { who, bearer } of asked) answers.push([who, reached(await ask(bearer))]);
  expect(answers).toEqual(asked.map(({ who, expected }) => [who, expected]));
};

const ID = '0190a1de-0000-7000-8000-0000000000ff';
const pathOf = (route: string): string => route.replace(/:\w+/gu, ID);

type Send = (house: PermissionHouse, slice: Slice, bearer: Bearer) => Promise<Attempt>;
const byRoute: Send = (house, slice, bearer) => house.ask('POST', pathOf(slice.route), bearer, sampleBody(slice));
const byLine: Send = (house, slice, bearer) => {
  const id = slice.param === null ? {} : { id: ID };
  return house.ask('POST', 'commands', bearer, { command: slice.command, ...id, data: sampleBody(slice) });
};

/**
 * Declares the tests. No command is named: which there are is asked of the houses, and each expected answer follows from
 * the table. `led`: entities for the categories in which a role may act on some entities only. One house of the
 * jurisdiction must hold no office.
 */
export const permissionMatrix = (
  capabilities: readonly Capability[],
  jurisdiction: Jurisdiction,
  led: LedEntities = {},
): void => {
  const codes = jurisdiction.ministries.map(({ code }) => code);
  const plain = codes.find((code) => !Object.values(jurisdiction.offices).includes(code)) ?? '';
  const houses = new Map<string, PermissionHouse>();
  beforeAll(async () => {
    for (const code of codes) houses.set(code, await PermissionHouse.open(code, jurisdiction, capabilities));
  });
  afterAll(() => Promise.all([...houses.values()].map((house) => house.close())));

  const houseWith = (office: Office | null): PermissionHouse => {
    const house = houses.get(office === null ? plain : jurisdiction.offices[office]);
    if (!house) throw new Error(`The jurisdiction has no house ${office === null ? 'without' : 'with'} an office.`);
    return house;
  };
  const foreignTo = (house: PermissionHouse): string => codes.find((code) => code !== house.code) ?? '';
  const slices = capabilities.flatMap((capability) => capability.slices);

  describe.each(slices.map((slice) => [slice.command, slice] as const))('%s', (command, slice) => {
    const office = officeFor(slice.act);

    it.each([
      ['its own route', byRoute],
      ['POST commands', byLine],
    ])('is done by those the table names, through %s', async (_, send) => {
      const house = houseWith(office);
      const others = slices.map((other) => other.command).filter((other) => other !== command);
      const asked = [...everybody(slice.act, foreignTo(house)), ...machines(command, others, foreignTo(house))];
      await compare(asked, (bearer) => send(house, slice, bearer));
    });

    if (office !== null)
      it('has no route where the office is not held', () =>
        compare(
          ROLES.map((role) => ({ who: role, bearer: { roles: [role] }, expected: 'no route' })),
          (bearer) => byRoute(houseWith(null), slice, bearer),
        ));

    for (const role of bearersOf(slice.act)) {
      const relation = relationOf(role);
      if (relation)
        it(`is done by a ${role} only where the relation holds`, () =>
          relationHolds({ house: houseWith(null), slice, led }, role, relation));
    }
  });

  it('there is no route of which the table says nothing', () => {
    const silent = [...houses.values()].flatMap(({ app }) =>
      routesOf(app).filter((route) => !isOpen(route) && bearersOf(route.act).length === 0),
    );
    expect(silent).toEqual([]);
  });

  it('whoever has no token may only read', async () => {
    const house = houseWith(null);
    for (const { method, path } of routesOf(house.app).filter(({ act }) => act === 'read'))
      expect([method, reached(await house.ask(method, path, null))]).toEqual(['GET', 'let in']);
  });

  it('what is no command is done by those the table names', async () => {
    const house = houseWith(null);
    const ofSlices = new Set(slices.map(({ route }) => route));
    const rest = routesOf(house.app).filter((route) => !isOpen(route) && !ofSlices.has(route.path));
    for (const { method, path, act = '' } of rest)
      await compare(everybody(act, foreignTo(house)), (bearer) => house.ask(method, pathOf(path), bearer));
    expect(rest.map(({ act }) => act).sort()).toEqual(['audit', 'erase']);
  });
};
