import type { FrameworkEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { pillarProjection } from './pillar.projection';
import { reportingPeriodProjection } from './reporting-period.projection';
import { strategyProjection } from './strategy.projection';
import { themeProjection } from './theme.projection';

const stream = (category: string) => `mid.${category}-0190a1de-0000-7000-8000-000000000001`;
const [strategyStream, pillarStream] = [stream('strategy'), stream('pillar')];
const [themeStream, periodStream] = [stream('theme'), stream('period')];
const minute = (n: number) => `2026-12-01T00:0${n}:00.000Z`;

const adopted: FrameworkEvent = {
  type: 'StrategyAdopted',
  data: {
    ...{ strategy: 'digital-2035', title: 'Digital 2035', continues: 'digital-2030' },
    ...{ startsOn: '2031-01-01', endsOn: '2035-12-31' },
  },
};
const pillarDefined: FrameworkEvent = {
  type: 'PillarDefined',
  data: { pillar: 'administration', title: 'Digital vernetzte Verwaltung', description: null, order: 1 },
};
const pillarRenamed: FrameworkEvent = {
  type: 'PillarRenamed',
  data: { pillar: 'administration', title: 'Verwaltung', description: 'Ohne Papier' },
};
const pillarContinued: FrameworkEvent = {
  type: 'PillarContinued',
  data: { pillar: 'administration', strategy: 'digital-2035' },
};
const themeDefined: FrameworkEvent = {
  type: 'ThemeDefined',
  data: { theme: 'e-file', pillar: 'administration', title: 'E-Akte', description: 'Sample', order: 3 },
};
const themeContinued: FrameworkEvent = {
  type: 'ThemeContinued',
  data: { theme: 'e-file', strategy: 'digital-2035', pillar: 'innovation' },
};
const themeRenamed: FrameworkEvent = {
  type: 'ThemeRenamed',
  data: { theme: 'e-file', title: 'Elektronische Akte', description: null },
};
const opened: FrameworkEvent = {
  type: 'ReportingPeriodOpened',
  data: { period: '2026-Q3', reportBy: '2026-10-31' },
};
const closed: FrameworkEvent = { type: 'ReportingPeriodClosed', data: { period: '2026-Q3' } };

const streams = [
  recorded<FrameworkEvent>(strategyStream, ['2026-01-11', adopted]),
  recorded<FrameworkEvent>(
    pillarStream,
    ['2026-01-12', pillarDefined],
    ['2026-02-01', pillarRenamed],
    ['2026-03-01', pillarContinued],
  ),
  recorded<FrameworkEvent>(
    themeStream,
    ['2026-01-13', themeDefined],
    ['2026-03-02', themeContinued],
    ['2026-04-01', themeRenamed],
  ),
  recorded<FrameworkEvent>(periodStream, ['2026-09-01', opened], ['2026-11-02', closed]),
];

it('strategy keeps each strategy with its years and the one it continues', () =>
  projectionSpec(strategyProjection)(...streams).then({
    [strategyStream]: {
      stream: strategyStream,
      revision: 0,
      occurred_on: '2026-01-11',
      recorded_at: minute(0),
      strategy: 'digital-2035',
      title: 'Digital 2035',
      starts_on: '2031-01-01',
      ends_on: '2035-12-31',
      continues: 'digital-2030',
    },
  }));

it('pillar keeps each pillar with its place, its first title and the one in force, and the strategies it is in', () =>
  projectionSpec(pillarProjection)(...streams).then({
    [pillarStream]: {
      stream: pillarStream,
      revision: 2,
      occurred_on: '2026-03-01',
      recorded_at: minute(2),
      pillar: 'administration',
      title: 'Verwaltung',
      first_title: 'Digital vernetzte Verwaltung',
      description: 'Ohne Papier',
      place: 1,
      defined_at: minute(0),
      strategies: [{ strategy: 'digital-2035', since: '2026-03-01' }],
    },
  }));

it('theme keeps each theme below its pillar, also when it is continued below another one', () =>
  projectionSpec(themeProjection)(...streams).then({
    [themeStream]: {
      stream: themeStream,
      revision: 2,
      occurred_on: '2026-04-01',
      recorded_at: minute(2),
      theme: 'e-file',
      pillar: 'innovation',
      title: 'Elektronische Akte',
      first_title: 'E-Akte',
      description: null,
      place: 3,
      defined_at: minute(0),
      strategies: [{ strategy: 'digital-2035', pillar: 'innovation', since: '2026-03-02' }],
    },
  }));

it('reporting_period keeps when it was opened, by when to report, and when it was closed', () =>
  projectionSpec(reportingPeriodProjection)(...streams).then({
    [periodStream]: {
      stream: periodStream,
      revision: 1,
      occurred_on: '2026-11-02',
      recorded_at: minute(1),
      period: '2026-Q3',
      period_end: '2026-09-30',
      report_by: '2026-10-31',
      opened_on: '2026-09-01',
      closed_on: '2026-11-02',
    },
  }));
