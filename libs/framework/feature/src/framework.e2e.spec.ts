// Over HTTP, on the memory store.
import { entityId } from '@zielwerk/platform';
import { bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { FrameworkModule } from './framework.module';

const by = { roles: ['strategy-office'] };
const pillar = { pillar: 'verwaltung', title: 'Digital vernetzte Verwaltung', order: 1 };
const theme = { theme: 'e-akte', pillar: 'verwaltung', title: 'E-Akte', description: 'Akten ohne Papier', order: 2 };

const pillarStream = `mid.pillar-${entityId('mid', 'pillar', 'verwaltung')}`;
const themeStream = `mid.theme-${entityId('mid', 'theme', 'e-akte')}`;

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', FrameworkModule)));
afterEach(() => house.close());

describe.each(WAYS)('through %s', (way) => {
  it('the strategy office defines a pillar once', async () => {
    const define = { command: 'DefinePillar', occurredOn: '2026-01-12', data: pillar, by };
    expect(await house.ask(way, define)).toEqual({ stream: pillarStream, revision: 0 });
    expect(await house.ask(way, define)).toEqual({ stream: pillarStream, revision: 0 });
    expect(await house.ask(way, { ...define, data: { ...pillar, order: 2 } })).toEqual({
      status: 409,
      code: 'pillar-already-defined',
    });
    expect(await house.history(pillarStream)).toEqual([
      ['2026-01-12', 'PillarDefined.v1', { ...pillar, description: null }],
    ]);
  });

  it('the strategy office defines a theme once', async () => {
    const define = { command: 'DefineTheme', data: theme, by };
    expect(await house.ask(way, define)).toEqual({ stream: themeStream, revision: 0 });
    expect(await house.ask(way, { ...define, data: { ...theme, title: 'Akten' } })).toEqual({
      status: 409,
      code: 'theme-already-defined',
    });
    expect(await house.history(themeStream)).toEqual([['2026-11-23', 'ThemeDefined.v1', theme]]);
  });
});

it('nobody but the strategy office may', async () =>
  expect(await house.whoMay()).toEqual({ DefinePillar: ['strategy-office'], DefineTheme: ['strategy-office'] }));

it('no other house defines a framework', async () => {
  const other = await OpenHouse.with('mi', FrameworkModule);
  expect(await other.whoMay()).toEqual({});
  await other.close();
});

it.each([
  { command: 'DefinePillar', data: pillar },
  { command: 'DefineTheme', data: theme },
])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(FrameworkModule, asked)).toBeGreaterThan(100),
);
