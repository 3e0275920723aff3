// Pure: no framework, no clock, no I/O.
import type { PillarContinued, PillarDefined, PillarEvent, PillarRenamed } from '@zielwerk/contracts';
import { type Decider, type Decision, type Message, rejections, sameData } from '@zielwerk/kernel';

export type PillarCommand =
  | Message<'DefinePillar', PillarDefined>
  | Message<'RenamePillar', Omit<PillarRenamed, 'pillar'>>
  | Message<'ContinuePillar', Omit<PillarContinued, 'pillar'>>;

/** `said`: its definition, in the words in force. `strategies`: those that it was continued in. */
type DefinedPillar = Readonly<{ status: 'defined'; said: PillarDefined; strategies: readonly string[] }>;
export type Pillar = Readonly<{ status: 'undefined' }> | DefinedPillar;

const refuse = rejections({ 'pillar-already-defined': 'conflict', 'pillar-unknown': 'not-found' });

const define = (data: PillarDefined, pillar: Pillar): Decision<PillarEvent> => {
  if (pillar.status === 'undefined') return [{ type: 'PillarDefined', data }];
  if (sameData(data, pillar.said)) return [];
  return refuse('pillar-already-defined', `The pillar ${data.pillar} is defined in other words: rename it.`);
};

/** Säule: defined once by the strategy office, renamed at any time, and continued in later strategies. */
export const pillarDecider: Decider<PillarCommand, PillarEvent, Pillar> = {
  initialState: { status: 'undefined' },

  decide(command, state) {
    if (command.type === 'DefinePillar') return define(command.data, state);
    if (state.status === 'undefined') return refuse('pillar-unknown', 'No such pillar was defined here.');
    const { said, strategies } = state;
    const { pillar } = said;
    if (command.type === 'ContinuePillar')
      return strategies.includes(command.data.strategy)
        ? []
        : [{ type: 'PillarContinued', data: { pillar, ...command.data } }];
    return sameData({ ...said, ...command.data }, said)
      ? []
      : [{ type: 'PillarRenamed', data: { pillar, ...command.data } }];
  },

  evolve(state, { type, data }) {
    if (type === 'PillarDefined') return { status: 'defined', said: data, strategies: [] };
    if (state.status === 'undefined') return state;
    return type === 'PillarRenamed'
      ? { ...state, said: { ...state.said, title: data.title, description: data.description } }
      : { ...state, strategies: [...state.strategies, data.strategy] };
  },
};
