import { type PillarDefined, type PillarEvent, pillarEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type PillarCommand, pillarDecider } from './pillar.decider';

const given = deciderSpec(pillarDecider, pillarEvents);

const pillar = { pillar: 'verwaltung', title: 'Digital vernetzte Verwaltung', description: null, order: 1 };
const name = { title: 'Vernetzte Verwaltung', description: 'Ohne Papier' };
const define = (change: Partial<PillarDefined> = {}): PillarCommand => ({
  type: 'DefinePillar',
  data: { ...pillar, ...change },
});
const rename = (data: { title: string; description: string | null } = name): PillarCommand => ({
  type: 'RenamePillar',
  data,
});
const goOn = (strategy = 'digital-2035'): PillarCommand => ({ type: 'ContinuePillar', data: { strategy } });
const defined: PillarEvent = { type: 'PillarDefined', data: pillar };
const renamed: PillarEvent = { type: 'PillarRenamed', data: { pillar: 'verwaltung', ...name } };
const continued: PillarEvent = {
  type: 'PillarContinued',
  data: { pillar: 'verwaltung', strategy: 'digital-2035' },
};

describe('a pillar is defined', () => {
  it('once', () => given().when(define()).then(defined));

  it('and nothing happens when that is said again', () => given(defined).when(define()).thenNothing());

  it.each([{ title: 'Verwaltung' }, { order: 2 }])('and not defined in other words: %j', (other) =>
    given(defined).when(define(other)).thenRejected('pillar-already-defined'),
  );

  it('and after it was renamed only its words in force say nothing new', () => {
    given(defined, renamed).when(define(name)).thenNothing();
    given(defined, renamed).when(define()).thenRejected('pillar-already-defined');
  });
});

describe('a pillar is renamed', () => {
  it('with another title and description, under its old code', () => given(defined).when(rename()).then(renamed));

  it('and renamed back', () =>
    given(defined, renamed)
      .when(rename({ title: pillar.title, description: null }))
      .then({
        type: 'PillarRenamed',
        data: { pillar: 'verwaltung', title: pillar.title, description: null },
      }));

  it('and nothing happens when it is called so already', () => given(defined, renamed).when(rename()).thenNothing());

  it('but not before it is defined', () => given().when(rename()).thenRejected('pillar-unknown'));
});

describe('a pillar is continued in the next strategy', () => {
  it('once for each strategy', () => {
    given(defined).when(goOn()).then(continued);
    given(defined, continued)
      .when(goOn('digital-2040'))
      .then({ type: 'PillarContinued', data: { pillar: 'verwaltung', strategy: 'digital-2040' } });
  });

  it('and nothing happens when that is said again', () => given(defined, continued).when(goOn()).thenNothing());

  it('but not before it is defined', () => given().when(goOn()).thenRejected('pillar-unknown'));
});

it('a pillar stays defined, whatever is asked', () =>
  expect(
    deciderProperty(
      pillarDecider,
      pillarEvents,
    )((chance) =>
      chance.record({
        command: chance.constantFrom(
          ...[define(), define({ order: 2 }), rename(), rename({ title: 'Verwaltung', description: null })],
          ...[goOn(), goOn('digital-2040')],
        ),
      }),
    ),
  ).toEqual({
    statuses: ['defined', 'undefined'],
    transitions: ['undefined → defined'],
    refusals: ['pillar-already-defined', 'pillar-unknown'],
  }));
