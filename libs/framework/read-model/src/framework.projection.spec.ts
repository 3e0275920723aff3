import type { FrameworkEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { pillarProjection } from './pillar.projection';
import { themeProjection } from './theme.projection';

const pillarStream = 'mid.pillar-0190a1de-0000-7000-8000-000000000001';
const themeStream = 'mid.theme-0190a1de-0000-7000-8000-000000000002';
const pillarDefined: FrameworkEvent = {
  type: 'PillarDefined',
  data: { pillar: 'administration', title: 'Digital vernetzte Verwaltung', description: null, order: 1 },
};
const themeDefined: FrameworkEvent = {
  type: 'ThemeDefined',
  data: { theme: 'e-file', pillar: 'administration', title: 'E-Akte', description: 'Sample', order: 3 },
};
const streams = [
  recorded(pillarStream, ['2026-01-12', pillarDefined]),
  recorded(themeStream, ['2026-01-13', themeDefined]),
];

it('pillar keeps each pillar with its place', () =>
  projectionSpec(pillarProjection)(...streams).then({
    [pillarStream]: {
      stream: pillarStream,
      revision: 0,
      occurred_on: '2026-01-12',
      recorded_at: '2026-12-01T00:00:00.000Z',
      pillar: 'administration',
      title: 'Digital vernetzte Verwaltung',
      description: null,
      place: 1,
    },
  }));

it('theme keeps each theme below its pillar', () =>
  projectionSpec(themeProjection)(...streams).then({
    [themeStream]: {
      stream: themeStream,
      revision: 0,
      occurred_on: '2026-01-13',
      recorded_at: '2026-12-01T00:00:00.000Z',
      theme: 'e-file',
      pillar: 'administration',
      title: 'E-Akte',
      description: 'Sample',
      place: 3,
    },
  }));
