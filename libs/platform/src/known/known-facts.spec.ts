import { KnownFacts } from './known-facts';

describe('what a house knows of others', () => {
  it('rests on few types of facts', () => {
    const known = new KnownFacts();
    const types = ['GoalDrafted', 'MeasureReleased', 'ObservationCorrected', 'MinistryDissolved', 'StrategyAdopted'];
    expect(types.map((type) => known.asksFor(type))).toEqual([true, true, true, true, true]);
    expect(['MeasureBegun', 'PillarRenamed', 'toString', ''].map((type) => known.asksFor(type))).toEqual([
      ...[false, false, false, false],
    ]);
  });

  it('is nothing before the first fact', () => {
    const { framework, goals, measures, indicators } = new KnownFacts();
    expect([framework.hasStrategy('x'), framework.hasPillar('x'), framework.hasTheme('x')]).toEqual([
      ...[false, false, false],
    ]);
    expect([framework.ministry('mi'), goals.find('g'), measures.find('m'), measures.handedTo('mi', 'm')]).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect([goals.above('g'), measures.budgetOf('m', 'mi'), indicators.evidenceFor('g', '2026-12-31')]).toEqual([
      ...[[], [], []],
    ]);
    expect([measures.before('m'), measures.asking('m', 'n', 'mi')]).toEqual([new Set(), undefined]);
    expect([measures.releasedFor('g'), indicators.servingGoal('g')]).toEqual([0, 0]);
  });
});
