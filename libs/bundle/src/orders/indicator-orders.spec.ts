import { asked, type Bundle, type Texts } from './testing/asking';

const goal = { reference: 'Z-1', ministry: 'mf', title: 'T', theme: 'e-akte', on: '2026-01-01' };
const row: Texts = {
  ...{ reference: 'K-1', ministry: 'mi', title: 'Title', unit: '%', kind: 'increase', periodicity: 'quarter' },
  ...{ goals: 'Z-1', on: '2026-01-05' },
};
const target = (date: string, value: string): Texts => ({ indicator: 'K-1', date, value });
const indicator = (change: Texts = {}, ...targets: readonly Texts[]): Bundle => ({
  ...{ goals: [goal, { ...goal, reference: 'Z-2' }], indicators: [{ ...row, ...change }], targets },
});
const ordersOf = (bundle: Bundle, before: Bundle) => {
  const { orders, faults } = asked(bundle, before);
  expect(faults).toEqual([]);
  return orders;
};
const [known] = [{ goals: indicator().goals ?? [] }];

describe('the row of an indicator', () => {
  it('that is new asks for its definition, with its path by date', () => {
    const bundle = indicator(
      { baselineValue: '1,5', baselineDate: '2025-12-31', decimals: '1' },
      ...[target('2028-12-31', '60'), target('2027-12-31', '30,5')],
    );
    expect(ordersOf(bundle, known)).toEqual([
      [
        ...['DefineIndicator', 'editor of mi', '2026-01-05'],
        {
          ...{ reference: 'K-1', title: 'Title', description: null, unit: '%', kind: 'increase', decimals: 1 },
          ...{ periodicity: 'quarter', source: null, region: null, goals: ['goal mf/Z-1'] },
          baseline: { value: 1.5, date: '2025-12-31' },
          targetPath: [
            { date: '2027-12-31', value: 30.5 },
            { date: '2028-12-31', value: 60 },
          ],
        },
      ],
    ]);
  });

  it('that names one more goal asks for that link, and for nothing for one that it names no more', () => {
    const linked = ['LinkIndicatorToGoal', 'editor of mi', 'today', { goalId: 'goal mf/Z-2' }];
    expect(ordersOf(indicator({ goals: 'Z-1, Z-2' }), indicator())).toEqual([linked]);
    expect(ordersOf(indicator({ goals: 'Z-2' }), indicator())).toEqual([linked]);
    expect(ordersOf(indicator(), indicator({ goals: 'Z-1, Z-2' }))).toEqual([]);
  });

  it.each<[string, Bundle, Bundle, string]>([
    ['its unit', indicator({ unit: 'km' }), indicator(), 'indicators.csv:2: unit: was recorded otherwise'],
    [
      'a value of its path',
      indicator({}, target('2028-12-31', '61')),
      indicator({}, target('2028-12-31', '60')),
      'targets.csv:2: value: was recorded otherwise',
    ],
    [
      'a point of its path',
      indicator({}, target('2028-12-31', '60')),
      indicator(),
      'targets.csv:2: date: is no point of',
    ],
  ])('cannot change %s', (_, now, before, fault) =>
    expect(asked(now, before)).toMatchObject({ orders: [], faults: [expect.stringContaining(fault)] }),
  );

  it('has its own path where another house calls an indicator alike', () => {
    const { indicators = [], ...bundle } = indicator({}, { ...target('2028-12-31', '60'), indicator: 'mf/K-1' });
    const orders = ordersOf({ ...bundle, indicators: [...indicators, { ...row, ministry: 'mf' }] }, known);
    expect(orders.map(([, by, , data]) => [by, (data as { targetPath: readonly object[] }).targetPath.length])).toEqual(
      [
        ['editor of mi', 0],
        ['editor of mf', 1],
      ],
    );
  });
});

describe('the row of an observation', () => {
  const reported = { indicator: 'K-1', period: '2026-Q1', value: '12,5', on: '2026-03-31' };
  const observed = (...all: readonly Texts[]): Bundle => ({
    ...{ ...indicator(), observations: all.map((change) => ({ ...reported, ...change })) },
  });
  const said = { period: '2026-Q1', value: 12.5, provisional: false };

  it('that is new asks for a report, and for what was found of the revision that it will have', () =>
    expect(ordersOf(observed({ standing: 'refused', reason: 'No.', source: 'S' }), indicator())).toEqual([
      ['ReportObservation', 'observer of mi', '2026-03-31', { ...said, source: 'S' }],
      ['RefuseObservation', 'observer of mi', '2026-03-31', { observation: 7, reason: 'No.' }],
    ]));

  it('that is recorded and found plausible asks for that, of the event that it cites', () => {
    const found = { standing: 'plausible' };
    expect(ordersOf(observed(found), observed({}))).toEqual([
      ['FindObservationPlausible', 'observer of mi', 'today', { observation: 3 }],
    ]);
    expect(ordersOf(observed(found), observed(found))).toEqual([]);
  });

  it('whose value is other needs a reason, and then corrects the event that it cites, once', () => {
    const now = { value: '13', provisional: 'yes' };
    expect(asked(observed(now), observed({}))).toMatchObject({
      ...{ orders: [], faults: ['observations.csv:2: reason: is needed to correct a recorded value'] },
    });
    const corrected = observed({ ...now, source: 'S', reason: 'Typo.' });
    expect(ordersOf(corrected, observed({ source: 'S' }))).toEqual([
      [
        ...['CorrectObservation', 'observer of mi', 'today'],
        { corrects: 3, value: 13, provisional: true, reason: 'Typo.' },
      ],
    ]);
    expect(ordersOf(corrected, observed({ ...now, on: '2026-09-30' }))).toEqual([]);
  });

  it('keeps its source and day', () =>
    expect(asked(observed({ source: 'S' }), observed({})).faults).toEqual([
      'observations.csv:2: source: was recorded otherwise and cannot be changed by a bundle',
    ]));
});

describe('a row of the framework', () => {
  const theme = { kind: 'theme', code: 'new', title: 'New', pillar: 'state', order: '1', on: '2026-01-01' };
  const pillar = { kind: 'pillar', code: 'state', title: 'State', order: '1', on: '2026-01-01' };
  const framework = (...all: readonly Texts[]): Bundle => ({ framework: all });

  it('that is new asks the strategy office to define it: a theme after its pillar', () => {
    const period = { kind: 'period', code: '2026-Q1', until: '2026-04-30', on: '2026-04-01' };
    const strategy = {
      kind: 'strategy',
      code: 's',
      title: 'S',
      from: '2026-01-01',
      until: '2030-12-31',
      on: '2026-01-02',
    };
    const { orders, waves, faults } = asked(framework(theme, pillar, period, strategy));
    expect({ waves, faults }).toEqual({
      ...{ waves: [['DefinePillar', 'AdoptStrategy', 'OpenReportingPeriod'], ['DefineTheme']], faults: [] },
    });
    expect(orders.map(([, by, on, data]) => [by, on, data])).toEqual([
      ['strategy-office of mid', '2026-01-01', { pillar: 'state', title: 'State', description: null, order: 1 }],
      [
        ...['strategy-office of mid', '2026-01-02'],
        { strategy: 's', title: 'S', startsOn: '2026-01-01', endsOn: '2030-12-31', continues: null },
      ],
      ['strategy-office of mid', '2026-04-01', { period: '2026-Q1', reportBy: '2026-04-30' }],
      [
        ...['strategy-office of mid', '2026-01-01'],
        { theme: 'new', pillar: 'state', title: 'New', description: null, order: 1 },
      ],
    ]);
  });

  it('that is called otherwise asks for that; nothing else of it can change', () => {
    expect(asked(framework({ ...theme, title: 'Newer' }), framework(theme)).orders).toEqual([
      ['RenameTheme', 'strategy-office of mid', 'today', { title: 'Newer', description: null }],
    ]);
    expect(asked(framework({ ...theme, order: '2' }), framework(theme)).faults).toEqual([
      'framework.csv:2: order: was recorded otherwise and cannot be changed by a bundle',
    ]);
    expect(asked(framework(theme), framework(theme)).orders).toEqual([]);
  });

  it('needs what its kind needs', () =>
    expect(asked(framework({ ...theme, pillar: '', order: '' })).faults).toEqual([
      'framework.csv:2: order: is needed for a theme',
      'framework.csv:2: pillar: is needed for a theme',
    ]));
});
