import { type ThemeEvent, themeEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type ThemeCommand, themeDecider } from './theme.decider';

const given = deciderSpec(themeDecider, themeEvents);

const eFile = { theme: 'e-akte', pillar: 'verwaltung', title: 'E-Akte', description: 'Akten ohne Papier', order: 2 };
const elsewhere = { ...eFile, pillar: 'innovation' };
const name = { title: 'Elektronische Akte', description: null };
const define = (data: typeof eFile = eFile): ThemeCommand => ({ type: 'DefineTheme', data });
const rename = (data: { title: string; description: string | null } = name): ThemeCommand => ({
  type: 'RenameTheme',
  data,
});
const goOn = (pillar: string, strategy = 'digital-2035'): ThemeCommand => ({
  type: 'ContinueTheme',
  data: { strategy, pillar },
});
const defined: ThemeEvent = { type: 'ThemeDefined', data: eFile };
const renamed: ThemeEvent = { type: 'ThemeRenamed', data: { theme: 'e-akte', ...name } };
const continued: ThemeEvent = {
  type: 'ThemeContinued',
  data: { theme: 'e-akte', strategy: 'digital-2035', pillar: 'innovation' },
};

describe('a theme is defined', () => {
  it('below a pillar', () => given().when(define()).then(defined));

  it('and nothing happens when that is said again', () =>
    given(defined)
      .when(define({ ...eFile }))
      .thenNothing());

  it('and does not move to another pillar', () =>
    given(defined).when(define(elsewhere)).thenRejected('theme-already-defined'));
});

describe('a theme is renamed', () => {
  it('with another title and description, under its old code', () => given(defined).when(rename()).then(renamed));

  it('and nothing happens when it is called so already', () => given(defined, renamed).when(rename()).thenNothing());

  it('but not before it is defined', () => given().when(rename()).thenRejected('theme-unknown'));
});

describe('a theme is continued in the next strategy', () => {
  it('below the pillar that is named', () => given(defined).when(goOn('innovation')).then(continued));

  it('and nothing happens when that is said again', () =>
    given(defined, continued).when(goOn('innovation')).thenNothing());

  it('and stands below one pillar in one strategy', () =>
    given(defined, continued).when(goOn('verwaltung')).thenRejected('theme-already-continued'));

  it('and below another one in another strategy', () =>
    given(defined, continued)
      .when(goOn('verwaltung', 'digital-2040'))
      .then({
        type: 'ThemeContinued',
        data: { theme: 'e-akte', strategy: 'digital-2040', pillar: 'verwaltung' },
      }));

  it('but not before it is defined', () => given().when(goOn('innovation')).thenRejected('theme-unknown'));
});

it('a theme stays defined, whatever is asked', () =>
  expect(
    deciderProperty(
      themeDecider,
      themeEvents,
    )((chance) =>
      chance.record({
        command: chance.constantFrom(
          ...[define(), define(elsewhere), rename(), rename({ title: 'Akten', description: null })],
          ...[goOn('innovation'), goOn('verwaltung'), goOn('verwaltung', 'digital-2040')],
        ),
      }),
    ),
  ).toEqual({
    statuses: ['defined', 'undefined'],
    transitions: ['undefined → defined'],
    refusals: ['theme-already-continued', 'theme-already-defined', 'theme-unknown'],
  }));
