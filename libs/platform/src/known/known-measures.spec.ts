import type { AnyEvent, BudgetLine, MeasurePlan, MeasureStateV2 } from '@zielwerk/contracts';
import { recorded } from '@zielwerk/testing';

import { knownSpec } from '../testing/known-spec';

const goalId = 'goal';
const plan: MeasurePlan = {
  ...{ startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null, needsNoMoney: true },
  milestones: [],
};
const named = { reference: null, title: 'Scan', description: null };
const line: BudgetLine = { year: 2027, section: '19', chapter: '1902', lineItem: '81201', source: 'state' };
const reason = 'First things first';

const proposed = (measureId = 'm'): AnyEvent => ({ type: 'MeasureProposed', data: { measureId, ...named } });
const released = (measureId = 'm'): AnyEvent => ({ type: 'MeasureReleased', data: { measureId, ...named, plan } });
const serves: AnyEvent = { type: 'MeasureContributionAdded', data: { measureId: 'm', goalId, weight: 100 } };
const servesNoMore: AnyEvent = { type: 'MeasureContributionWithdrawn', data: { measureId: 'm', goalId, reason } };
const cancelled: AnyEvent = {
  type: 'MeasureCancelled',
  data: { measureId: 'm', reason, costSoFarCents: 0, lessons: null },
};
const rejected: AnyEvent = { type: 'MeasureRejected', data: { measureId: 'm', reason } };
const merged: AnyEvent = { type: 'MeasureMerged', data: { measureId: 'm', into: 'other', reason } };
const budget = (plannedCents: number, year = 2027): AnyEvent => ({
  type: 'MeasureBudgetPlanned',
  data: { measureId: 'm', line: { ...line, year }, plannedCents, commitmentCents: 0 },
});
const needs = (measureId: string, needed: string, giver: string): AnyEvent => ({
  type: 'MeasureDependencyDeclared',
  data: { measureId, needs: needed, giver, reason },
});
const needsNoMore = (measureId: string, needed: string): AnyEvent => ({
  type: 'MeasureDependencyWithdrawn',
  data: { measureId, needs: needed, reason },
});
/** To what `m` of `mf` has said, in its first event unless told. */
const answer = (revision = 0) => ({
  ...{ measureId: 'n', neededBy: 'm', receiver: 'mf' },
  declaration: { stream: 'mf.measure-1', revision },
});
const accepted = (revision?: number): AnyEvent => ({ type: 'MeasureDependencyAccepted', data: answer(revision) });
const acceptedInV1: AnyEvent = { type: 'MeasureDependencyAccepted', data: { ...answer(), declaration: null } };
const declined: AnyEvent = { type: 'MeasureDependencyDeclined', data: { ...answer(), reason } };
const state = (change: Partial<MeasureStateV2> = {}): MeasureStateV2 => ({
  ...{ ...named, status: 'released', plan, appraised: false, begunOn: null, reportsSince: null },
  ...{ health: null, result: null, acceptance: null, reports: [] },
  ...{ milestones: [], contributions: [], budget: [], needs: [], neededBy: [], ...change },
});
const handedOver = (to: string, change: Partial<MeasureStateV2> = {}, measureId = 'm'): AnyEvent => ({
  type: 'MeasureHandedOver',
  data: { measureId, to, reason, state: state(change) },
});
const takenOver = (stream: string, revision: number, change: Partial<MeasureStateV2> = {}, id = 'm'): AnyEvent => ({
  type: 'MeasureTakenOver',
  data: { measureId: id, continues: { stream, revision }, state: state(change), projectLead: null },
});
const of = (stream: string, ...events: readonly AnyEvent[]) =>
  recorded<AnyEvent>(stream, ...events.map((event) => ['2026-01-01', event] as const));

const known = { measureId: 'm', ministry: 'mf', stream: 'mf.measure-1', released: false, open: true };

describe('of a measure a house knows', () => {
  const measure = (...events: readonly AnyEvent[]) => knownSpec(of('mf.measure-1', ...events));

  it('its house from its proposal on, and whether it was released', () => {
    measure(proposed()).then(({ measures }) => measures.find('m'), known);
    measure(proposed(), released()).then(({ measures }) => measures.find('m'), { ...known, released: true });
  });

  it.each([
    ['rejected', rejected],
    ['cancelled', cancelled],
    ['merged', merged],
    ['handed over', handedOver('mi')],
  ])('that it is not open once it is %s', (_, event) =>
    measure(proposed(), event).then(({ measures }) => measures.find('m'), { ...known, open: false }),
  );

  it('the money it plans, line by line, as it was planned last', () =>
    measure(proposed(), budget(100), budget(300, 2028), budget(200)).then(
      ({ measures }) => [measures.budgetOf('m', 'mf'), measures.budgetOf('m', 'mi')],
      [
        [
          { line, plannedCents: 200 },
          { line: { ...line, year: 2028 }, plannedCents: 300 },
        ],
        [],
      ],
    ));
});

describe('a measure’s id', () => {
  const both = [of('mf.measure-1', proposed(), cancelled), of('mi.measure-1', proposed(), released())];

  it('stands for each house’s own, whatever another one does under it', () =>
    knownSpec(...both).then(
      ({ measures }) => ['mf', 'mi', 'mj'].map((code) => measures.find('m', code)),
      [{ ...known, open: false }, { ...known, ministry: 'mi', stream: 'mi.measure-1', released: true }, undefined],
    ));

  it('stands for the open measure when no house is said, else for that of the first stream', () => {
    knownSpec(...both).then(({ measures }) => measures.find('m')?.ministry, 'mi');
    knownSpec(of('mf.measure-1', proposed()), of('mi.measure-1', proposed())).then(
      ({ measures }) => measures.find('m')?.ministry,
      'mf',
    );
  });
});

describe('a goal begins once a released measure contributes: a house knows how many do', () => {
  const count = (expected: number, ...streams: readonly (readonly AnyEvent[])[]) =>
    knownSpec(...streams.map((events, n) => of(`${['mf', 'mi', 'mj'][n]}.measure-1`, ...events))).then(
      ({ measures }) => measures.releasedFor(goalId),
      expected,
    );

  it('of all houses', () => count(2, [serves, released()], [released(), serves], [serves]));

  it('not those that were given up, or serve it no more', () => {
    count(0, [serves, released(), cancelled]);
    count(0, [serves, released(), servesNoMore]);
  });

  it('not those whose id another house has released', () => count(0, [serves], [released()]));
});

describe('a measure needs another one before: a house knows', () => {
  it('who asks it for one of its measures, as long as they do', () => {
    knownSpec(of('mf.measure-1', needs('m', 'n', 'mi'))).then(
      ({ measures }) => [
        ...[measures.asking('m', 'n', 'mi'), measures.asking('m', 'n', 'mj')],
        measures.asking('n', 'm', 'mf'),
      ],
      [{ receiver: 'mf', declaration: { stream: 'mf.measure-1', revision: 0 } }, undefined, undefined],
    );
    knownSpec(of('mf.measure-1', needs('m', 'n', 'mi'), needsNoMore('m', 'n'))).then(
      ({ measures }) => measures.asking('m', 'n', 'mi'),
      undefined,
    );
  });

  it('all that must come before, over any number of steps and also round a ring', () =>
    knownSpec(
      of('mf.measure-1', needs('a', 'b', 'mf')),
      of('mf.measure-2', needs('b', 'c', 'mf')),
      of('mf.measure-3', needs('c', 'a', 'mf')),
    ).then(({ measures }) => [...measures.before('a')].sort(), ['a', 'b', 'c']));

  it('that between houses it counts once the giver accepts it, and not when it declines', () => {
    const asks = of('mf.measure-1', needs('m', 'n', 'mi'));
    const before = (...events: readonly AnyEvent[]) => knownSpec(asks, of('mi.measure-2', proposed('n'), ...events));
    before().then(({ measures }) => [...measures.before('m')], []);
    before(accepted()).then(({ measures }) => [...measures.before('m')], ['n']);
    before(accepted(), declined).then(({ measures }) => [...measures.before('m')], []);
  });

  it('that an acceptance is of one declaration: what is withdrawn and said anew asks anew', () => {
    const again = of('mf.measure-1', needs('m', 'n', 'mi'), needsNoMore('m', 'n'), needs('m', 'n', 'mi'));
    const before = (...events: readonly AnyEvent[]) => knownSpec(again, of('mi.measure-2', proposed('n'), ...events));
    before(accepted()).then(({ measures }) => [...measures.before('m')], []);
    before(acceptedInV1).then(({ measures }) => [...measures.before('m')], ['n']);
    before(accepted(), accepted(2)).then(({ measures }) => [...measures.before('m')], ['n']);
  });

  it('that an acceptance in v1 is of the measure of the house that it names, wherever that has moved', () => {
    const answers = of('mi.measure-2', acceptedInV1);
    knownSpec(of('mj.measure-1', needs('m', 'n', 'mi')), answers).then(({ measures }) => [...measures.before('m')], []);
    knownSpec(
      of('mf.measure-1', needs('m', 'n', 'mi'), handedOver('mj')),
      of('mj.measure-1', takenOver('mf.measure-1', 1), needs('m', 'n', 'mi')),
      answers,
    ).then(({ measures }) => [...measures.before('m')], ['n']);
  });

  it('that an acceptance is of the house that has the measure, not of another one with its id', () =>
    knownSpec(
      of('mf.measure-1', needs('m', 'n', 'mj')),
      of('mi.measure-2', acceptedInV1),
      of('mj.measure-2', proposed('n')),
    ).then(({ measures }) => [...measures.before('m')], []));

  it('which of two houses asks, should each have a measure of that id: an open one first where none is named', () => {
    const asks = (first: AnyEvent, ...more: readonly AnyEvent[]) => [
      of('mf.measure-1', first, needs('m', 'n', 'mi'), ...more),
      of('mj.measure-1', proposed(), released(), needs('m', 'n', 'mi')),
    ];
    const mf = { receiver: 'mf', declaration: { stream: 'mf.measure-1', revision: 1 } };
    const mj = { receiver: 'mj', declaration: { stream: 'mj.measure-1', revision: 2 } };
    knownSpec(...asks(proposed())).then(
      ({ measures }) => ['mf', 'mj', 'mk', undefined].map((receiver) => measures.asking('m', 'n', 'mi', receiver)),
      [mf, mj, undefined, mf],
    );
    knownSpec(...asks(proposed(), cancelled)).then(({ measures }) => measures.asking('m', 'n', 'mi'), mj);
  });

  it('that it counts no more once it is withdrawn', () =>
    knownSpec(of('mf.measure-1', needs('a', 'b', 'mf'), needsNoMore('a', 'b'))).then(
      ({ measures }) => [...measures.before('a')],
      [],
    ));
});

describe('responsibility moves to another ministry: a house knows', () => {
  const from = 'mf.measure-1';
  const full = {
    contributions: [{ goalId, weight: 50 }],
    needs: [{ needs: 'n', giver: 'mi', declaration: { stream: from, revision: 0 } }],
    budget: [{ line, plannedCents: 100, commitmentCents: 0, consentedCents: null, frozenCents: 0, spentCents: 0 }],
  };

  it('what was handed to it, and where the history of it ends', () =>
    knownSpec(of(from, proposed(), handedOver('mi', full))).then(
      ({ measures }) => [measures.handedTo('mi', 'm'), measures.handedTo('mj', 'm')],
      [{ to: 'mi', state: state(full), stream: from, revision: 1 }, undefined],
    ));

  it('the measure with all it had under its new house, counted once', () =>
    knownSpec(
      of(from, proposed(), serves, released(), handedOver('mi', full)),
      of('mi.measure-1', takenOver(from, 3, full)),
    ).then(
      ({ measures }) => [
        measures.find('m'),
        measures.releasedFor(goalId),
        measures.asking('m', 'n', 'mi'),
        measures.budgetOf('m', 'mi'),
        measures.budgetOf('m', 'mf'),
      ],
      [
        { measureId: 'm', ministry: 'mi', stream: 'mi.measure-1', released: true, open: true },
        ...[1, { receiver: 'mi', declaration: { stream: from, revision: 0 } }, [{ line, plannedCents: 100 }], []],
      ],
    ));

  it('that one which was planned only is not released', () =>
    knownSpec(of('mi.measure-1', takenOver(from, 3, { status: 'planned' }))).then(
      ({ measures }) => measures.find('m')?.released,
      false,
    ));

  it('that what the new house withdraws counts no more, though the old one had said it', () =>
    knownSpec(
      of(from, needs('m', 'n', 'mi'), handedOver('mj', full)),
      of('mj.measure-1', takenOver(from, 1, full), needsNoMore('m', 'n')),
      of('mi.measure-2', accepted()),
    ).then(({ measures }) => [measures.asking('m', 'n', 'mi'), [...measures.before('m')]], [undefined, []]));

  it('that what was accepted stays so when the measure that needs it has moved', () =>
    knownSpec(
      of(from, needs('m', 'n', 'mi'), handedOver('mj', full)),
      of('mj.measure-1', takenOver(from, 1, full)),
      of('mi.measure-2', accepted()),
    ).then(({ measures }) => [...measures.before('m')], ['n']));

  it('that it stays so where v1 handed it over, which does not say where it was declared', () => {
    const inV1 = { needs: [{ needs: 'n', giver: 'mi', declaration: null }] };
    const old = of(from, needs('m', 'n', 'mi'), handedOver('mj', inV1));
    const next = of('mj.measure-1', takenOver(from, 1, inV1), handedOver('mk', inV1));
    const last = of('mk.measure-1', takenOver('mj.measure-1', 1, inV1));
    knownSpec(old, next, last, of('mi.measure-2', accepted())).then(
      ({ measures }) => [measures.asking('m', 'n', 'mi'), [...measures.before('m')]],
      [{ receiver: 'mk', declaration: { stream: from, revision: 0 } }, ['n']],
    );
    knownSpec(next).then(({ measures }) => measures.asking('m', 'n', 'mi'), undefined);
  });

  it('that it counts on, though another house says that it goes on from it', () =>
    knownSpec(of(from, needs('m', 'n', 'mf'), handedOver('mj', full)), of('mi.measure-1', takenOver(from, 1))).then(
      ({ measures }) => [...measures.before('m')],
      ['n'],
    ));

  it('that the new giver is asked for what the old one was asked for', () =>
    knownSpec(
      of('mj.measure-2', needs('m', 'n', 'mf')),
      of(from, proposed('n'), handedOver('mi', {}, 'n')),
      of('mi.measure-1', takenOver(from, 1, {}, 'n')),
    ).then(
      ({ measures }) => ['mi', 'mf', 'mj'].map((giver) => measures.asking('m', 'n', giver) !== undefined),
      [true, true, false],
    ));
});
