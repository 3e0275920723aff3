// Over HTTP, on the memory store.
import { entityId } from '@zielwerk/platform';
import { bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { FrameworkModule } from './framework.module';

const by = { roles: ['strategy-office'] };
const pillar = { pillar: 'verwaltung', title: 'Digital vernetzte Verwaltung', order: 1 };
const theme = { theme: 'e-akte', pillar: 'verwaltung', title: 'E-Akte', description: 'Akten ohne Papier', order: 2 };
const strategy = {
  ...{ strategy: 'digital-2030', title: 'Digitalstrategie 2030', startsOn: '2024-07-16', endsOn: '2030-12-31' },
};
const next = { ...strategy, strategy: 'digital-2035', startsOn: '2031-01-01', endsOn: '2035-12-31' };
const period = { period: '2026-Q3', reportBy: '2026-10-31' };

const idOf = (category: string, code: string) => entityId('mid', category, code);
const streamOf = (category: string, code: string) => `mid.${category}-${idOf(category, code)}`;
const unknown = { status: 409, code: 'not-known-here-yet' };

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', FrameworkModule)));
afterEach(() => house.close());

const knowsStrategies = () => {
  const events = [strategy, next].map((each) => ({
    ...{ type: 'StrategyAdopted' as const, data: { ...each, continues: null } },
  }));
  house.knows(events.flatMap((event, n) => recorded(`mid.strategy-${n}`, ['2026-01-01', event])));
};

describe.each(WAYS)('through %s', (way) => {
  it('the strategy office defines a pillar once', async () => {
    const define = { command: 'DefinePillar', occurredOn: '2026-01-12', data: pillar, by };
    const stream = streamOf('pillar', 'verwaltung');
    expect(await house.ask(way, define)).toEqual({ stream, revision: 0 });
    expect(await house.ask(way, define)).toEqual({ stream, revision: 0 });
    expect(await house.ask(way, { ...define, data: { ...pillar, order: 2 } })).toEqual({
      status: 409,
      code: 'pillar-already-defined',
    });
    expect(await house.history(stream)).toEqual([['2026-01-12', 'PillarDefined.v1', { ...pillar, description: null }]]);
  });

  it('the strategy office renames a pillar and continues it in the next strategy; what it was called stays', async () => {
    const [id, stream] = [idOf('pillar', 'verwaltung'), streamOf('pillar', 'verwaltung')];
    const name = { title: 'Vernetzte Verwaltung', description: null };
    const goOn = { command: 'ContinuePillar', id, data: { strategy: 'digital-2035' }, by };
    expect(await house.ask(way, { command: 'RenamePillar', id, data: name, by })).toEqual({
      status: 404,
      code: 'pillar-unknown',
    });
    await house.ask(way, { command: 'DefinePillar', data: pillar, by });
    expect(await house.ask(way, { command: 'RenamePillar', id, data: name, by })).toEqual({ stream, revision: 1 });
    expect(await house.ask(way, goOn)).toEqual(unknown);
    knowsStrategies();
    expect(await house.ask(way, goOn)).toEqual({ stream, revision: 2 });
    expect(await house.history(stream)).toEqual([
      ['2026-11-23', 'PillarDefined.v1', { ...pillar, description: null }],
      ['2026-11-23', 'PillarRenamed.v1', { pillar: 'verwaltung', ...name }],
      ['2026-11-23', 'PillarContinued.v1', { pillar: 'verwaltung', strategy: 'digital-2035' }],
    ]);
  });

  it('the strategy office defines a theme once, below a pillar of the file or a known one', async () => {
    const define = { command: 'DefineTheme', data: theme, by };
    const stream = streamOf('theme', 'e-akte');
    expect(await house.ask(way, { ...define, data: { ...theme, pillar: 'innovation' } })).toEqual(unknown);
    expect(await house.ask(way, define)).toEqual({ stream, revision: 0 });
    expect(await house.ask(way, { ...define, data: { ...theme, title: 'Akten' } })).toEqual({
      status: 409,
      code: 'theme-already-defined',
    });
    expect(await house.history(stream)).toEqual([['2026-11-23', 'ThemeDefined.v1', theme]]);
    const data = { ...pillar, pillar: 'innovation', description: null };
    house.knows(recorded('mid.pillar-2', ['2026-01-01', { type: 'PillarDefined', data }]));
    expect(await house.ask(way, { ...define, data: { ...theme, theme: 'netze', pillar: 'innovation' } })).toEqual({
      ...{ stream: streamOf('theme', 'netze'), revision: 0 },
    });
  });

  it('the strategy office renames a theme and continues it below another pillar', async () => {
    const [id, stream] = [idOf('theme', 'e-akte'), streamOf('theme', 'e-akte')];
    const name = { title: 'Elektronische Akte', description: null };
    const goOn = (inStrategy: string, below: string) =>
      house.ask(way, { command: 'ContinueTheme', id, data: { strategy: inStrategy, pillar: below }, by });
    await house.ask(way, { command: 'DefineTheme', data: theme, by });
    expect(await house.ask(way, { command: 'RenameTheme', id, data: name, by })).toEqual({ stream, revision: 1 });
    expect(await goOn('digital-2035', 'verwaltung')).toEqual(unknown);
    knowsStrategies();
    expect(await goOn('digital-2035', 'innovation')).toEqual(unknown);
    expect(await goOn('digital-2035', 'verwaltung')).toEqual({ stream, revision: 2 });
    expect((await house.history(stream)).map(([, wireType]) => wireType)).toEqual([
      ...['ThemeDefined.v1', 'ThemeRenamed.v1', 'ThemeContinued.v1'],
    ]);
  });

  it('the strategy office adopts a strategy, after the one that it continues', async () => {
    const stream = streamOf('strategy', 'digital-2035');
    const adopt = { command: 'AdoptStrategy', data: { ...next, continues: 'digital-2030' }, by };
    expect(await house.ask(way, adopt)).toEqual(unknown);
    expect(await house.ask(way, { ...adopt, data: { ...next, continues: 'digital-2035' } })).toEqual({
      ...{ status: 422, code: 'strategy-continues-itself' },
    });
    knowsStrategies();
    expect(await house.ask(way, adopt)).toEqual({ stream, revision: 0 });
    expect(await house.history(stream)).toEqual([['2026-11-23', 'StrategyAdopted.v1', adopt.data]]);
  });

  it('the strategy office opens a reporting period and closes it', async () => {
    const [id, stream] = [idOf('period', '2026-Q3'), streamOf('period', '2026-Q3')];
    const close = { command: 'CloseReportingPeriod', id, by };
    expect(await house.ask(way, close)).toEqual({ status: 404, code: 'period-not-opened' });
    expect(
      await house.ask(way, { command: 'OpenReportingPeriod', data: period, occurredOn: '2026-09-01', by }),
    ).toEqual({ stream, revision: 0 });
    expect(await house.ask(way, { ...close, occurredOn: '2026-09-29' })).toEqual({
      status: 409,
      code: 'period-not-over',
    });
    expect(await house.ask(way, close)).toEqual({ stream, revision: 1 });
    expect(await house.history(stream)).toEqual([
      ['2026-09-01', 'ReportingPeriodOpened.v1', period],
      ['2026-11-23', 'ReportingPeriodClosed.v1', { period: '2026-Q3' }],
    ]);
  });
});

it('nobody but the strategy office may', async () => {
  const commands = [
    ...['AdoptStrategy', 'DefinePillar', 'RenamePillar', 'ContinuePillar', 'DefineTheme', 'RenameTheme'],
    ...['ContinueTheme', 'OpenReportingPeriod', 'CloseReportingPeriod', 'ConfirmGoalOutcome', 'SendBackGoalOutcome'],
  ];
  expect(await house.whoMay()).toEqual(Object.fromEntries(commands.map((command) => [command, by.roles])));
});

it('no other house defines a framework', async () => {
  const other = await OpenHouse.with('mi', FrameworkModule);
  expect(await other.whoMay()).toEqual({});
  await other.close();
});

it.each([
  { command: 'DefinePillar', data: pillar },
  { command: 'RenamePillar', data: { title: 'Verwaltung', description: null } },
  { command: 'ContinuePillar', data: { strategy: 'digital-2035' } },
  { command: 'DefineTheme', data: theme },
  { command: 'RenameTheme', data: { title: 'Akten', description: 'Ohne Papier' } },
  { command: 'ContinueTheme', data: { strategy: 'digital-2035', pillar: 'verwaltung' } },
  { command: 'AdoptStrategy', data: { ...strategy, continues: 'digital-2020' } },
  { command: 'OpenReportingPeriod', data: period },
])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(FrameworkModule, asked)).toBeGreaterThan(100),
);
