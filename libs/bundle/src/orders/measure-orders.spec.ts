import { asked, type Bundle, type Texts } from './testing/asking';

const row: Texts = { reference: 'M-1', ministry: 'mi', title: 'Title', on: '2026-01-10' };
const plan: Texts = {
  ...{ startsOn: '2026-01-15', endsOn: '2027-12-31', purpose: 'P', result: 'R', projectLead: 'Lead', unit: 'Unit' },
  ...{ budgetLine: '19 05', plannedOn: '2026-01-12' },
};
const goal = { reference: 'Z-1', ministry: 'mi', title: 'T', theme: 'e-akte', on: '2026-01-01' };
const measures = (...more: readonly Texts[]): Bundle => ({ measures: more.map((one) => ({ ...row, ...one })) });
const milestone = (name: string, baselineDate = '2026-12-31') => ({
  ...{ measure: 'M-1', milestone: name, title: `Milestone ${name}`, baselineDate },
});
const ordersOf = (bundle: Bundle, before?: Bundle) => {
  const { orders, faults } = asked(bundle, before);
  expect(faults).toEqual([]);
  return orders;
};
const briefly = (bundle: Bundle, before?: Bundle) => ordersOf(bundle, before).map(([command, , on]) => [command, on]);

describe('the row of a measure', () => {
  it('means the goal of the house that it names, though another one calls its own so', () => {
    const named = (contributesTo: string) =>
      ordersOf({ ...measures({ contributesTo }), goals: [goal, { ...goal, reference: 'mi/Z-1', ministry: 'mf' }] }).at(
        -1,
      );
    expect(named('mi/Z-1 60')?.at(-1)).toEqual({ goalId: 'goal mi/Z-1', weight: 60 });
    expect(named('mf/mi/Z-1 40')?.at(-1)).toEqual({ goalId: 'goal mf/mi/Z-1', weight: 40 });
  });

  it('that is new asks for a proposal, for its plan with milestones, and for what it serves', () =>
    expect(
      ordersOf({
        ...{ ...measures({ ...plan, contributesTo: 'Z-1 60' }), goals: [goal] },
        milestones: [milestone('b'), milestone('a', '2026-06-30')],
      }).slice(-3),
    ).toEqual([
      ['ProposeMeasure', 'editor of mi', '2026-01-10', { reference: 'M-1', title: 'Title', description: null }],
      [
        ...['PlanMeasure', 'editor of mi', '2026-01-12'],
        {
          ...{ startsOn: '2026-01-15', endsOn: '2027-12-31', budgetLine: '19 05', needsNoMoney: false },
          ...{ charter: { purpose: 'P', result: 'R' }, projectLead: { function: 'Lead', unit: 'Unit' } },
          milestones: [
            { milestone: 'a', title: 'Milestone a', baselineDate: '2026-06-30' },
            { milestone: 'b', title: 'Milestone b', baselineDate: '2026-12-31' },
          ],
        },
      ],
      ['AddMeasureContribution', 'editor of mi', '2026-01-12', { goalId: 'goal mi/Z-1', weight: 60 }],
    ]));

  it('that has no plan yet asks for a proposal alone', () =>
    expect(briefly(measures({}))).toEqual([['ProposeMeasure', '2026-01-10']]));

  it('that is planned without a day is a fault', () =>
    expect(asked(measures({ unit: 'Unit' })).faults).toEqual([
      'measures.csv:2: plannedOn: is needed where a plan is given',
    ]));

  it('that is recorded asks for nothing', () => {
    const bundle = { ...measures({ ...plan, contributesTo: 'Z-1' }), goals: [goal], milestones: [milestone('a')] };
    expect(asked(bundle, bundle)).toEqual({ orders: [], waves: [], faults: [], vanished: [] });
  });

  it.each<[string, Bundle, Bundle, readonly (readonly string[])[]]>([
    ['another plan', measures({ ...plan, unit: 'Other' }), measures(plan), [['PlanMeasure', 'today']]],
    ['its first plan, of the day that it says', measures(plan), measures({}), [['PlanMeasure', '2026-01-12']]],
    [
      'one more milestone',
      { ...measures(plan), milestones: [milestone('a'), milestone('b')] },
      { ...measures(plan), milestones: [milestone('a')] },
      [['PlanMeasure', 'today']],
    ],
    [
      'a contribution',
      { ...measures({ contributesTo: 'Z-1 60' }), goals: [goal] },
      { ...measures({}), goals: [goal] },
      [['AddMeasureContribution', '2026-01-10']],
    ],
  ])('that says %s asks for that', (_, now, before, orders) => expect(briefly(now, before)).toEqual(orders));

  it('that names fewer milestones keeps those that are recorded in its plan', () => {
    const before = { ...measures(plan), milestones: [milestone('a'), milestone('b')] };
    const bundle = { ...measures({ ...plan, unit: 'Other' }), milestones: [milestone('b')] };
    const [order] = ordersOf(bundle, before);
    expect(order?.[3]).toMatchObject({ milestones: [{ milestone: 'a' }, { milestone: 'b' }] });
  });

  it.each(['title', 'description', 'on'])('cannot change its %s', (column) => {
    const change = { [column]: column === 'on' ? '2026-01-11' : 'Other' };
    expect(asked(measures(change), measures({}))).toMatchObject({
      ...{
        orders: [],
        faults: [`measures.csv:2: ${column}: was recorded otherwise and cannot be changed by a bundle`],
      },
    });
  });

  it('has its own milestones where another house calls a measure alike', () => {
    const of = (name: string) => ({ ...milestone('a'), measure: name });
    const bundle = { ...measures(plan, { ...plan, ministry: 'mf' }), milestones: [of('mf/M-1')] };
    const plans = ordersOf(bundle).filter(([command]) => command === 'PlanMeasure');
    expect(plans.map(([, by, , data]) => [by, (data as { milestones: readonly object[] }).milestones.length])).toEqual([
      ['editor of mi', 0],
      ['editor of mf', 1],
    ]);
  });

  it('must be there for a milestone that is new', () =>
    expect(asked({ milestones: [milestone('a')] }).faults).toEqual([
      'milestones.csv:2: measure: names nothing that is in the bundle or recorded: M-1',
      'milestones.csv:2: measure: has no row in measures of this bundle',
    ]));
});

describe('the row of a progress', () => {
  const report = { measure: 'M-1', period: '2026-Q1', percent: '40', text: 'Text', on: '2026-03-31' };
  const takeOver = { ...{ on: '2026-03-31', kind: 'measure', reference: 'M-1', step: 'takeOver', other: 'mf' } };
  const progress = (change: Texts = {}): Bundle => ({ ...measures({}), progress: [{ ...report, ...change }] });

  it('that is new asks for a report on its day', () =>
    expect(ordersOf(progress(), measures({}))).toEqual([
      [
        ...['ReportMeasureProgress', 'editor of mi', '2026-03-31'],
        { period: '2026-Q1', percent: 40, text: 'Text', explanation: null },
      ],
    ]));

  it.each([
    ['2026-03-31', 'mf'],
    ['2026-03-30', 'mi'],
  ])('of %s goes to the house that leads by then: %s', (on, house) => {
    const bundle = { ...progress({ on }), lifecycle: [takeOver] };
    expect(ordersOf(bundle, measures({})).find(([command]) => command === 'ReportMeasureProgress')?.[1]).toBe(
      `editor of ${house}`,
    );
  });

  it('that is recorded otherwise needs a reason, and then corrects the event that it cites', () => {
    expect(asked(progress({ percent: '30' }), progress())).toMatchObject({
      ...{ orders: [], faults: ['progress.csv:2: reason: is needed to correct what was reported'] },
    });
    const reason = { percent: '30', reason: 'Twice.' };
    expect(ordersOf(progress(reason), progress())).toEqual([
      ['CorrectMeasureProgress', 'editor of mi', 'today', { corrects: 3, percent: 30, text: 'Text', reason: 'Twice.' }],
    ]);
    const corrected = progress({ percent: '30', explanation: 'Twice.' });
    expect(ordersOf(progress(reason), corrected)).toEqual([]);
  });

  it('keeps its day and explanation', () =>
    expect(asked(progress({ explanation: 'E', on: '2026-04-01' }), progress()).faults).toEqual(
      ['explanation', 'on'].map(
        (column) => `progress.csv:2: ${column}: was recorded otherwise and cannot be changed by a bundle`,
      ),
    ));
});

describe('the row of a budget', () => {
  const line = { measure: 'M-1', year: '2026', section: '19', chapter: '05', lineItem: '812 01', source: 'state' };
  const planned = { planned: '1.000,00', on: '2026-01-13' };
  const decided = { consented: '900,00', consentedOn: '2026-01-20', frozen: '10', frozenOn: '2026-03-03' };
  const spent = { spent: '5,50', spentOn: '2026-04-04' };
  const budget = (cells: Texts): Bundle => ({ ...measures({}), budget: [{ ...line, ...planned, ...cells }] });
  const sent = (now: Bundle, before: Bundle = measures({})) =>
    ordersOf(now, before).map(([command, by, on]) => `${String(command)}: ${String(by)}, ${String(on)}`);

  it('that is new asks each office for what it decides, each on its day', () =>
    expect(sent(budget({ ...decided, ...spent }))).toEqual([
      'PlanMeasureBudget: editor of mi, 2026-01-13',
      'GiveBudgetConsent: finance of mf, 2026-01-20',
      'OrderBudgetFreeze: finance of mf, 2026-03-03',
      'ReportMeasureSpending: editor of mi, 2026-04-04',
    ]));

  it('says amounts in cents, and which house leads', () => {
    const [plannedOrder, consent] = ordersOf(budget(decided), measures({}));
    expect(plannedOrder?.[3]).toEqual({
      line: { year: 2026, section: '19', chapter: '05', lineItem: '812 01', source: 'state' },
      ...{ plannedCents: 100_000, commitmentCents: 0 },
    });
    expect(consent?.[3]).toMatchObject({ measureId: 'measure mi/M-1', lead: 'mi', consentedCents: 90_000 });
  });

  it.each<[string, Texts, Texts, readonly string[]]>([
    ['nothing else asks for nothing', { ...decided, ...spent }, { ...decided, ...spent }, []],
    ['more than was planned', { planned: '2000' }, {}, ['PlanMeasureBudget: editor of mi, today']],
    ['a commitment', { commitment: '1' }, {}, ['PlanMeasureBudget: editor of mi, today']],
    [
      'more spent, with the day',
      { spent: '6', spentOn: '2026-05-05' },
      spent,
      ['ReportMeasureSpending: editor of mi, 2026-05-05'],
    ],
    [
      'what an import before did not come to',
      decided,
      {},
      ['GiveBudgetConsent: finance of mf, 2026-01-20', 'OrderBudgetFreeze: finance of mf, 2026-03-03'],
    ],
    [
      'no freeze any more',
      { frozen: '', frozenOn: '2026-05-05' },
      { frozen: '10', frozenOn: '2026-03-03' },
      ['OrderBudgetFreeze: finance of mf, 2026-05-05'],
    ],
  ])('that says %s', (_, now, before, orders) => expect(sent(budget(now), budget(before))).toEqual(orders));

  it('needs a day for each amount', () =>
    expect(asked(budget({ consented: '1', spent: '1' })).faults).toEqual([
      'budget.csv:2: consentedOn: is needed where consented is given',
      'budget.csv:2: spentOn: is needed where spent is given',
    ]));
});
