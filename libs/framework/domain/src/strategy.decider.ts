// Pure: no framework, no clock, no I/O.
import type { StrategyAdopted, StrategyEvent } from '@zielwerk/contracts';
import { type Decider, type Message, rejections, sameData } from '@zielwerk/kernel';

export type StrategyCommand = Message<'AdoptStrategy', StrategyAdopted>;
export type Strategy = Readonly<{ status: 'unadopted' }> | Readonly<{ status: 'adopted'; adopted: StrategyAdopted }>;

const refuse = rejections({
  'strategy-already-adopted': 'conflict',
  'strategy-ends-before-start': 'invalid',
  'strategy-continues-itself': 'invalid',
});

/** A strategy of the state: adopted once, for good, maybe in continuation of another one. */
export const strategyDecider: Decider<StrategyCommand, StrategyEvent, Strategy> = {
  initialState: { status: 'unadopted' },

  decide({ data }, state) {
    const { strategy, startsOn, endsOn, continues } = data;
    if (state.status === 'adopted')
      return sameData(data, state.adopted)
        ? []
        : refuse('strategy-already-adopted', `The strategy ${strategy} was adopted in other words.`);
    if (endsOn < startsOn) return refuse('strategy-ends-before-start', `It starts on ${startsOn} and ends after that.`);
    if (continues === strategy) return refuse('strategy-continues-itself', 'A strategy continues an earlier one.');
    return [{ type: 'StrategyAdopted', data }];
  },

  evolve: (_state, { data }) => ({ status: 'adopted', adopted: data }),
};
