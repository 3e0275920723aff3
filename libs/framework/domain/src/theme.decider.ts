// Pure: no framework, no clock, no I/O.
import type { ThemeDefined, ThemeEvent } from '@zielwerk/contracts';
import { type Message, rejections } from '@zielwerk/kernel';

import { type Defined, definedOnce } from './defined-once';

export type ThemeCommand = Message<'DefineTheme', ThemeDefined>;
export type Theme = Defined<ThemeDefined>;

const refuse = rejections({ 'theme-already-defined': 'conflict' });

/** Themenfeld: defined once by the strategy office, below a pillar. */
export const themeDecider = definedOnce<ThemeCommand, ThemeEvent, ThemeDefined>({
  event: (data) => ({ type: 'ThemeDefined', data }),
  refusal: ({ theme }) => refuse('theme-already-defined', `The theme ${theme} is defined in other words.`),
});
