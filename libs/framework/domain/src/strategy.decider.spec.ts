import { type StrategyAdopted, type StrategyEvent, strategyEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type StrategyCommand, strategyDecider } from './strategy.decider';

const given = deciderSpec(strategyDecider, strategyEvents);

const strategy: StrategyAdopted = {
  ...{ strategy: 'digital-2030', title: 'Digitalstrategie 2030', continues: null },
  ...{ startsOn: '2024-07-16', endsOn: '2030-12-31' },
};
const adopt = (change: Partial<StrategyAdopted> = {}): StrategyCommand => ({
  type: 'AdoptStrategy',
  data: { ...strategy, ...change },
});
const adopted: StrategyEvent = { type: 'StrategyAdopted', data: strategy };

describe('a strategy is adopted', () => {
  it('once, with the years it is for', () => given().when(adopt()).then(adopted));

  it('for a day at least', () =>
    given()
      .when(adopt({ endsOn: '2024-07-16' }))
      .then({ type: 'StrategyAdopted', data: { ...strategy, endsOn: '2024-07-16' } }));

  it('and does not end before it starts', () =>
    given()
      .when(adopt({ endsOn: '2024-07-15' }))
      .thenRejected('strategy-ends-before-start'));

  it('and may continue another one, but not itself', () => {
    given()
      .when(adopt({ continues: 'digital-2020' }))
      .then({ type: 'StrategyAdopted', data: { ...strategy, continues: 'digital-2020' } });
    given()
      .when(adopt({ continues: 'digital-2030' }))
      .thenRejected('strategy-continues-itself');
  });

  it('and nothing happens when that is said again', () => given(adopted).when(adopt()).thenNothing());

  it('and not adopted in other words', () =>
    given(adopted)
      .when(adopt({ endsOn: '2031-12-31' }))
      .thenRejected('strategy-already-adopted'));

  it('for good, whatever is asked', () =>
    expect(
      deciderProperty(
        strategyDecider,
        strategyEvents,
      )((chance) =>
        chance.record({
          command: chance.constantFrom(
            ...[adopt(), adopt({ title: 'Digital' }), adopt({ endsOn: '2024-01-01' })],
            adopt({ continues: 'digital-2030' }),
          ),
        }),
      ),
    ).toEqual({
      statuses: ['adopted', 'unadopted'],
      transitions: ['unadopted → adopted'],
      refusals: ['strategy-already-adopted', 'strategy-continues-itself', 'strategy-ends-before-start'],
    }));
});
