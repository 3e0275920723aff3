import type { AnyEvent } from '@zielwerk/contracts';
import { recorded } from '@zielwerk/testing';

import { jurisdiction } from '../testing/house';
import { knownSpec } from '../testing/known-spec';
import { strangerAmong } from './facts';
import type { KnownFacts } from './known-facts';

const day = '2026-06-01';
const defined: readonly AnyEvent[] = [
  {
    type: 'StrategyAdopted',
    data: { strategy: 'd30', title: 'Digital', startsOn: day, endsOn: '2030-12-31', continues: null },
  },
  { type: 'PillarDefined', data: { pillar: 'state', title: 'State', description: null, order: 1 } },
  { type: 'ThemeDefined', data: { theme: 'files', pillar: 'state', title: 'Files', description: null, order: 1 } },
];
const established = (ministry: string): AnyEvent => ({
  type: 'MinistryEstablished',
  data: { ministry, name: 'New', shortName: 'N' },
});
const dissolved = (ministry: string): AnyEvent => ({ type: 'MinistryDissolved', data: { ministry, successor: null } });
const dated = (...events: readonly AnyEvent[]) => events.map((event) => [day, event] as const);

describe('of the framework a house knows', () => {
  it('which strategies, pillars and themes there are', () =>
    knownSpec(...defined.map((event, n) => recorded<AnyEvent>(`mid.thing-${n}`, [day, event]))).then(
      ({ framework }) => [
        [framework.hasStrategy('d30'), framework.hasPillar('state'), framework.hasTheme('files')],
        [framework.hasStrategy('state'), framework.hasPillar('files'), framework.hasTheme('d30')],
      ],
      [
        [true, true, true],
        [false, false, false],
      ],
    ));

  it('which ministries were established and dissolved', () =>
    knownSpec(
      recorded<AnyEvent>('stk.ministry-1', ...dated(established('mx'))),
      recorded<AnyEvent>('stk.ministry-2', ...dated(established('my'), dissolved('my'))),
      recorded<AnyEvent>('stk.ministry-3', ...dated(dissolved('mf'))),
    ).then(
      ({ framework }) => ['mx', 'my', 'mf', 'mid'].map((code) => framework.ministry(code)),
      ['exists', 'dissolved', 'dissolved', undefined],
    ));

  it('that a dissolved ministry stays so, even when the office moved in between', () =>
    knownSpec(
      recorded<AnyEvent>('stk.ministry-1', ...dated(established('mx'))),
      recorded<AnyEvent>('mi.ministry-1', ...dated(dissolved('mx'))),
    ).then(({ framework }) => framework.ministry('mx'), 'dissolved'));
});

describe('a ministry that is named', () => {
  const strangersAmong = (codes: readonly string[]) => (known: KnownFacts) =>
    strangerAmong(codes, { known, jurisdiction, ministry: 'mid' })?.detail ?? null;
  const recut = [
    recorded<AnyEvent>('stk.ministry-1', ...dated(established('mx'))),
    recorded<AnyEvent>('stk.ministry-2', ...dated(dissolved('mf'))),
  ];

  it('is one of the jurisdiction file, or was established', () => {
    knownSpec(...recut).then(strangersAmong(['stk', 'mid', 'mx']), null);
    knownSpec(...recut).then(strangersAmong(['stk', 'my']), 'There is no ministry my.');
  });

  it('was not dissolved', () => knownSpec(...recut).then(strangersAmong(['mf']), 'There is no ministry mf.'));
});
