import { given, sample, told } from './testing/rows';

const blank = { title: null, description: null, pillar: null, order: null, from: null, until: null, continues: null };
const on = '2026-01-01';

it.each([
  [
    ...(['StrategyAdopted', 'strategy', 'digital-2030'] as const),
    { title: 'Digitalstrategie 2030', from: on, until: '2030-12-31', continues: 'digital-2025' },
  ],
  [
    ...(['PillarDefined', 'pillar', 'verwaltung'] as const),
    { title: 'Digital vernetzte Verwaltung', description: 'Verfahren ohne Medienbruch.', order: 1 },
  ],
  ['ReportingPeriodOpened', 'period', '2026-Q3', { until: '2026-10-15' }],
])('%s begins the row of a %s', (type, kind, code, cells) => {
  const stream = `mid.${kind}-1`;
  given(told(stream, [on, sample(`${type}.v1`)])).then({
    [`framework/${stream}`]: { by: type, thing: code, cells: { ...blank, kind, code, on, ...cells } },
  });
});

it('a theme is called what it was renamed to last, and keeps its place', () => {
  const stream = 'mid.theme-1';
  const renamed = sample('ThemeRenamed.v1');
  given(
    told(
      stream,
      [on, sample('ThemeDefined.v1')],
      ['2026-02-01', sample('ThemeRenamed.v1', { title: 'E' })],
      ['2026-03-01', renamed],
    ),
  ).then({
    [`framework/${stream}`]: {
      ...{ at: 2, on: '2026-03-01', by: 'ThemeRenamed', thing: 'e-akte' },
      cells: {
        ...{ ...blank, kind: 'theme', code: 'e-akte', title: 'Elektronische Akte', order: 2, on },
        ...{ description: 'Akten und Vorgänge ohne Papier', pillar: 'verwaltung' },
      },
    },
  });
});
