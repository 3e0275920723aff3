import { type ThemeEvent, themeEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type ThemeCommand, themeDecider } from './theme.decider';

const given = deciderSpec(themeDecider, themeEvents);

const eFile = { theme: 'e-akte', pillar: 'verwaltung', title: 'E-Akte', description: 'Akten ohne Papier', order: 2 };
const elsewhere = { ...eFile, pillar: 'innovation' };
const theme: ThemeEvent = { type: 'ThemeDefined', data: eFile };
const ask = (data: typeof eFile): ThemeCommand => ({ type: 'DefineTheme', data });

it('a theme is defined below a pillar', () => given().when(ask(eFile)).then(theme));
it('a theme that is defined again stays as it is', () =>
  given(theme)
    .when(ask({ ...eFile }))
    .thenNothing());
it('a theme does not move to another pillar', () =>
  given(theme).when(ask(elsewhere)).thenRejected('theme-already-defined'));

it('a theme keeps its first words, whatever is asked', () => {
  const explored = deciderProperty(
    themeDecider,
    themeEvents,
  )((chance) => chance.record({ command: chance.constantFrom(eFile, elsewhere).map(ask) }));
  expect(explored).toEqual({ statuses: ['defined'], refusals: ['theme-already-defined'] });
});
