import { INDICATOR_KINDS, type IndicatorEvent, indicatorEvents, PERIODICITIES } from '@zielwerk/contracts';
import type { Decider } from '@zielwerk/kernel';
import { deciderProperty } from '@zielwerk/testing';

import type { Indicator, IndicatorCommand } from './indicator';
import { indicatorDecider } from './indicator.decider';
import {
  correct,
  define,
  defined,
  findPlausible,
  given,
  goalId,
  indicator,
  link,
  linked,
  otherGoalId,
  refuse,
  report,
} from './testing/indicator-examples';

describe('defining an indicator', () => {
  it('records it', () => given().when(define()).then(defined()));

  it('is refused a second time', () => given(defined()).when(define()).thenRejected('indicator-exists'));

  it.each(INDICATOR_KINDS.filter((kind) => kind !== 'observed'))('is refused for %s without a target', (kind) =>
    given()
      .when(define({ kind, targetPath: [] }))
      .thenRejected('target-missing'),
  );

  it('takes no target for one that is only observed', () => {
    const observed = { kind: 'observed', targetPath: [] } as const;
    given().when(define(observed)).then(defined(observed));
    given()
      .when(define({ kind: 'observed' }))
      .thenRejected('target-not-expected');
  });

  it.each(['2026-12-31', '2026-12-30'])('is refused with a path that goes from 2026-12-31 to %s', (date) =>
    given()
      .when(define({ targetPath: [...indicator.targetPath.slice(0, 1), { date, value: 60 }] }))
      .thenRejected('target-path-not-rising'),
  );

  it.each(['increase', 'decrease'] as const)('is refused for %s from the target to the target', (kind) =>
    given()
      .when(define({ kind, baseline: { value: 60, date: null } }))
      .thenRejected('baseline-equals-target'),
  );

  it('may start where it is to be kept', () => {
    const kept = { kind: 'keepAtLeast', baseline: { value: 60, date: null } } as const;
    given().when(define(kept)).then(defined(kept));
  });

  it('needs no baseline', () =>
    given()
      .when(define({ baseline: null }))
      .then(defined({ baseline: null })));

  it('begins with a baseline that is not later than its first target', () => {
    const onThatDay = { baseline: { value: 10, date: '2026-12-31' } };
    given().when(define(onThatDay)).then(defined(onThatDay));
    given()
      .when(define({ baseline: { value: 10, date: '2027-01-01' } }))
      .thenRejected('baseline-after-target');
  });

  it.each(['15', '150', '15003', '15003000'])('is for a region with an AGS such as %s', (region) =>
    given().when(define({ region })).then(defined({ region })),
  );

  it.each(['1', '1500', '150030', '1500300', '150030001', 'ST', '15 0', '١٥'])(
    'is refused for the region %s, which is no AGS',
    (region) => given().when(define({ region })).thenRejected('region-not-an-ags'),
  );
});

describe('linking an indicator to a goal', () => {
  it('serves one or more goals', () => given(defined()).when(link(otherGoalId)).then(linked(otherGoalId)));

  it('does nothing for a goal that it serves already', () => {
    given(defined()).when(link(goalId)).thenNothing();
    given(defined(), linked(otherGoalId)).when(link(otherGoalId)).thenNothing();
  });
});

it.each([report('2026-Q1'), findPlausible(1), refuse(1), correct(1), link(goalId)])(
  'an indicator nobody defined is unknown to $type',
  (command) => given().when(command).thenRejected('indicator-unknown'),
);

/** The same decider; its status is the standing of the value for one period. */
const onePeriod = (period: string) => {
  type Watched = Readonly<{ status: string; indicator: Indicator }>;
  const watched = (state: Indicator): Watched => ({
    status: state.status === 'defined' ? (state.observations.get(period)?.standing ?? 'unobserved') : 'unknown',
    indicator: state,
  });
  const decider: Decider<IndicatorCommand, IndicatorEvent, Watched> = {
    initialState: watched(indicatorDecider.initialState),
    decide: (command, { indicator: state }, circumstances) => indicatorDecider.decide(command, state, circumstances),
    evolve: ({ indicator: state }, event, occurredOn) => watched(indicatorDecider.evolve(state, event, occurredOn)),
  };
  return deciderProperty(decider, indicatorEvents);
};

describe('whatever is asked', () => {
  const PERIOD = '2026-Q1';
  const explored = (...provisional: readonly boolean[]) =>
    onePeriod(PERIOD)((chance) => {
      const period = chance.constantFrom(PERIOD, '2026-Q2');
      const isProvisional = chance.constantFrom(...provisional);
      const revision = chance.nat({ max: 6 });
      const reporting = chance.tuple(period, isProvisional).map((said) => report(...said));
      const correcting = chance
        .tuple(revision, isProvisional, chance.constantFrom(12, 15))
        .map(([corrects, provisionally, value]) => correct(corrects, { provisional: provisionally, value }));
      const judging = chance.oneof(
        revision.map(findPlausible),
        revision.map((observed) => refuse(observed)),
      );
      const linking = chance.constantFrom(goalId, otherGoalId).map(link);
      return chance.record({
        command: chance.oneof(chance.constant(define()), reporting, correcting, judging, linking),
        circumstances: chance.record({ occurredOn: chance.constantFrom('2026-02-01', '2026-12-31') }),
      });
    });
  const states = ['corrected', 'plausible', 'refused', 'reported', 'unknown', 'unobserved'];
  const life = [
    ...['plausible → corrected', 'refused → corrected', 'refused → reported'],
    ...['reported → corrected', 'reported → plausible', 'reported → refused'],
    ...['unknown → unobserved', 'unobserved → reported'],
  ];
  const refusals = [
    ...['indicator-exists', 'indicator-unknown', 'observation-settled', 'observation-superseded'],
    ...['observation-unknown', 'period-already-observed', 'period-not-over'],
  ];

  it('an observation goes reported → plausible | refused → corrected; what was refused may be reported again', () =>
    expect(explored(false)).toEqual({ statuses: states, transitions: life, refusals }));

  it('a provisional value, as it stands, gives way to a final one', () =>
    expect(explored(false, true)).toEqual({
      statuses: states,
      transitions: [...life, 'corrected → reported', 'plausible → reported'].sort(),
      refusals,
    }));

  it('an indicator is defined once, with a definition that holds together', () => {
    const {
      statuses,
      transitions,
      refusals: met,
    } = deciderProperty(
      indicatorDecider,
      indicatorEvents,
    )((chance) => {
      const target = chance
        .tuple(chance.constantFrom('2026-12-31', '2028-12-31'), chance.constantFrom(10, 60))
        .map(([date, reached]) => ({ date, value: reached }));
      const defining = chance.record({
        kind: chance.constantFrom(...INDICATOR_KINDS),
        baseline: chance.constantFrom(null, { value: 10, date: '2027-12-31' }, { value: 10, date: null }),
        targetPath: chance.array(target, { maxLength: 3 }),
        region: chance.constantFrom(null, '15', 'ST'),
        periodicity: chance.constantFrom(...PERIODICITIES),
      });
      const period = chance.constantFrom('2025', '2026-Q1', '2026-03', '2026-03-31');
      return chance.record({
        command: chance.oneof(
          defining.map(define),
          period.map((said) => report(said)),
        ),
      });
    });
    expect({ statuses, transitions, refusals: met }).toEqual({
      statuses: ['defined', 'unknown'],
      transitions: ['unknown → defined'],
      refusals: [
        ...['baseline-after-target', 'baseline-equals-target', 'indicator-exists', 'indicator-unknown'],
        ...['period-already-observed', 'period-of-other-kind', 'region-not-an-ags'],
        ...['target-missing', 'target-not-expected', 'target-path-not-rising'],
      ],
    });
  });
});
