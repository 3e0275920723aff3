import { asked, type Bundle, type Texts } from './testing/asking';

const row: Texts = { reference: 'Z-1', ministry: 'mi', title: 'Title', theme: 'e-akte', on: '2026-01-12' };
const goals = (...more: readonly Texts[]): Bundle => ({ goals: more.map((one) => ({ ...row, ...one })) });
const content = {
  ...{ title: 'Title', description: null, theme: 'e-akte', targetDate: null, participants: [], fileReference: null },
  parentGoalId: null,
};
const adopted = {
  ...{ on: '2026-02-10', kind: 'goal', reference: 'Z-1', step: 'recordAdoption', text: 'KB 1', date: '2026-02-10' },
};
const ordersOf = (bundle: Bundle, before?: Bundle) => {
  const { orders, faults } = asked(bundle, before);
  expect(faults).toEqual([]);
  return orders;
};

describe('the row of a goal', () => {
  it('that is new asks for a draft on its day, by its house', () =>
    expect(ordersOf(goals({}))).toEqual([
      ['DraftGoal', 'editor of mi', '2026-01-12', { reference: 'Z-1', ...content }],
    ]));

  it('that is new and says why asks for that as well', () =>
    expect(ordersOf(goals({ rationale: 'R', touchesMoney: 'yes' })).at(-1)).toEqual([
      ...['JustifyGoal', 'editor of mi', '2026-01-12', { rationale: 'R', qualitative: false, touchesMoney: true }],
    ]));

  it('that is qualitative and does not say why is not taken as if it said nothing', () =>
    expect(ordersOf(goals({ qualitative: 'yes' })).at(-1)?.[0]).toBe('JustifyGoal'));

  it('whose name is an id is a goal without a reference', () => {
    const id = '0190a1de-0000-7000-8000-0000000000a1';
    expect(ordersOf(goals({ reference: id }))).toMatchObject([['DraftGoal', {}, {}, { reference: null }]]);
  });

  it('that is recorded asks for nothing', () => {
    const bundle = { ...goals({ rationale: 'R' }, { reference: 'Z-2', parent: 'Z-1' }), lifecycle: [adopted] };
    expect(asked(bundle, bundle)).toEqual({ orders: [], waves: [], faults: [], vanished: [] });
  });

  it.each<[string, Texts, string]>([
    ['revises a draft', { title: 'Other', targetDate: '31.12.2028' }, 'ReviseGoal'],
    ['moves a draft below another goal', { parent: 'Z-2' }, 'ReviseGoal'],
    ['says why', { rationale: 'R' }, 'JustifyGoal'],
  ])('that %s asks for that today', (_, change, command) => {
    const second = { reference: 'Z-2' };
    expect(ordersOf(goals(change, second), goals({}, second)).map(([name, , on]) => [name, on])).toEqual([
      [command, 'today'],
    ]);
  });

  it('whose adopted wording is other needs a reason, and then corrects the event that it cites', () => {
    const before = { ...goals({}), lifecycle: [adopted] };
    const bundle = (change: Texts) => ({ ...goals(change), lifecycle: [adopted] });
    expect(asked(bundle({ title: 'Other' }), before)).toMatchObject({
      ...{ orders: [], faults: ['goals.csv:2: reason: is needed to correct the wording of an adopted goal'] },
    });
    expect(ordersOf(bundle({ title: 'Other', reason: 'A slip.' }), before)).toEqual([
      [
        ...['CorrectGoalWording', 'editor of mi', 'today'],
        { corrects: 3, title: 'Other', description: null, reason: 'A slip.' },
      ],
    ]);
  });

  it('keeps the day of its draft', () =>
    expect(asked(goals({ on: '2026-01-13' }), goals({})).faults).toEqual([
      'goals.csv:2: on: was recorded otherwise and cannot be changed by a bundle',
    ]));

  it('that vanished is told, when the bundle is about its house; it asks for nothing', () => {
    const before = goals({}, { reference: 'Z-2' });
    expect(asked(goals({}), before)).toMatchObject({ orders: [], vanished: [] });
    expect(asked(goals({}, { reference: 'Z-3', ministry: 'mf' }), before).vanished).toEqual([['goals', 'Z-2 mi']]);
  });
});

describe('a name', () => {
  const [one, other] = [{ ministry: 'mf' }, { ministry: 'mi' }];

  it('that means nothing is a fault where it stands', () =>
    expect(asked(goals({ parent: 'Z-9' })).faults).toEqual([
      'goals.csv:2: parent: names nothing that is in the bundle or recorded: Z-9',
    ]));

  it('of two houses needs the house before it', () => {
    const naming = (parent: string) => asked(goals(one, other, { reference: 'Z-2', parent }));
    expect(naming('Z-1').faults).toEqual([
      'goals.csv:4: parent: names 2 things; write the house before it, such as mf/Z-1',
    ]);
    expect(naming('mi/Z-1')).toMatchObject({ faults: [], orders: expect.arrayContaining([]) });
    expect(naming('mi/Z-1').orders.at(-1)?.[3]).toMatchObject({ parentGoalId: 'goal mi/Z-1' });
  });

  it('may have the house before it though nobody needs it: nothing is asked for twice', () => {
    const deferred = { on: '2026-02-01', kind: 'goal', step: 'defer', reason: 'R' };
    const bundle = (name: string) => ({
      ...goals({}, { reference: 'Z-2', parent: name }),
      lifecycle: [{ ...deferred, reference: name }],
    });
    for (const [now, before] of [
      ['Z-1', 'mi/Z-1'],
      ['mi/Z-1', 'Z-1'],
    ])
      expect(asked(bundle(now ?? ''), bundle(before ?? ''))).toMatchObject({ orders: [], faults: [], vanished: [] });
  });
});
