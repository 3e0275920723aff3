import { pillarEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type PillarCommand, pillarDecider } from './pillar.decider';

const given = deciderSpec(pillarDecider, pillarEvents);

const pillar = { pillar: 'verwaltung', title: 'Digital vernetzte Verwaltung', description: null, order: 1 };
const define = (change: Partial<typeof pillar> = {}): PillarCommand => ({
  type: 'DefinePillar',
  data: { ...pillar, ...change },
});
const defined = { type: 'PillarDefined', data: pillar } as const;

describe('defining a pillar', () => {
  it('records it', () => given().when(define()).then(defined));

  it('does nothing when it is said again', () => given(defined).when(define()).thenNothing());

  it.each([{ title: 'Verwaltung' }, { order: 2 }])('is refused in other words: %j', (other) =>
    given(defined).when(define(other)).thenRejected('pillar-already-defined'),
  );

  it('happens once, whatever is asked', () =>
    expect(
      deciderProperty(
        pillarDecider,
        pillarEvents,
      )((chance) => chance.record({ command: chance.constantFrom(define(), define({ order: 2 })) })),
    ).toEqual({ statuses: ['defined'], refusals: ['pillar-already-defined'] }));
});
