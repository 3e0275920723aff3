// Pure: no framework, no clock, no I/O.
import type { ThemeContinued, ThemeDefined, ThemeEvent, ThemeRenamed } from '@zielwerk/contracts';
import { type Decider, type Decision, type Message, rejections, sameData } from '@zielwerk/kernel';

type Continuation = Omit<ThemeContinued, 'theme'>;

export type ThemeCommand =
  | Message<'DefineTheme', ThemeDefined>
  | Message<'RenameTheme', Omit<ThemeRenamed, 'theme'>>
  | Message<'ContinueTheme', Continuation>;

/** `said`: its definition, in the words in force. `continued`: in which strategies it is, below which pillar. */
type DefinedTheme = Readonly<{ status: 'defined'; said: ThemeDefined; continued: readonly Continuation[] }>;
export type Theme = Readonly<{ status: 'undefined' }> | DefinedTheme;

const refuse = rejections({
  'theme-already-defined': 'conflict',
  'theme-already-continued': 'conflict',
  'theme-unknown': 'not-found',
});

const define = (data: ThemeDefined, theme: Theme): Decision<ThemeEvent> => {
  if (theme.status === 'undefined') return [{ type: 'ThemeDefined', data }];
  if (sameData(data, theme.said)) return [];
  return refuse('theme-already-defined', `The theme ${data.theme} is defined in other words: rename or continue it.`);
};

const goOn = (data: Continuation, { said: { theme }, continued }: DefinedTheme): Decision<ThemeEvent> => {
  const { strategy, pillar } = data;
  const before = continued.find((each) => each.strategy === strategy);
  if (!before) return [{ type: 'ThemeContinued', data: { theme, strategy, pillar } }];
  if (before.pillar === pillar) return [];
  return refuse('theme-already-continued', `In the strategy ${strategy} the theme is below ${before.pillar}.`);
};

/** Themenfeld: defined once by the strategy office below a pillar, renamed at any time, and continued in later strategies. */
export const themeDecider: Decider<ThemeCommand, ThemeEvent, Theme> = {
  initialState: { status: 'undefined' },

  decide(command, state) {
    if (command.type === 'DefineTheme') return define(command.data, state);
    if (state.status === 'undefined') return refuse('theme-unknown', 'No such theme was defined here.');
    if (command.type === 'ContinueTheme') return goOn(command.data, state);
    const { said } = state;
    return sameData({ ...said, ...command.data }, said)
      ? []
      : [{ type: 'ThemeRenamed', data: { theme: said.theme, ...command.data } }];
  },

  evolve(state, { type, data }) {
    if (type === 'ThemeDefined') return { status: 'defined', said: data, continued: [] };
    if (state.status === 'undefined') return state;
    if (type === 'ThemeRenamed')
      return { ...state, said: { ...state.said, title: data.title, description: data.description } };
    const { strategy, pillar } = data;
    return { ...state, continued: [...state.continued, { strategy, pillar }] };
  },
};
