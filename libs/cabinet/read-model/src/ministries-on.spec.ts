import type { MinistryEvent } from '@zielwerk/contracts';
import { applyEvent, emptyRows } from '@zielwerk/kernel';
import { recorded } from '@zielwerk/testing';

import { ministriesOn } from './ministries-on';
import { ministryProjection, type MinistryRow } from './ministry.projection';

const file = {
  ministries: [
    { code: 'mid', name: 'Infrastruktur und Digitales', shortName: 'MID' },
    { code: 'mf', name: 'Finanzen', shortName: 'MF' },
  ],
};
const history = [
  recorded<MinistryEvent>(
    'stk.ministry-1',
    ['2026-06-01', { type: 'MinistryEstablished', data: { ministry: 'mdz', name: 'Digitales', shortName: 'MDZ' } }],
    [
      '2026-07-01',
      { type: 'MinistryRenamed', data: { ministry: 'mdz', name: 'Digitales und Zukunft', shortName: 'MDZ' } },
    ],
  ),
  recorded<MinistryEvent>(
    'stk.ministry-2',
    ['2026-07-01', { type: 'MinistryRenamed', data: { ministry: 'mid', name: 'Infrastruktur', shortName: 'MI' } }],
    ['2026-09-01', { type: 'MinistryDissolved', data: { ministry: 'mid', successor: 'mdz' } }],
  ),
].flat();
const rows: readonly MinistryRow[] = [
  ...history
    .reduce((kept, event) => applyEvent(ministryProjection, kept, event), emptyRows<MinistryRow>())
    .rows.values(),
];

const finance = { code: 'mf', name: 'Finanzen', shortName: 'MF', dissolvedOn: null, successor: null };
const infrastructure = { code: 'mid', name: 'Infrastruktur', shortName: 'MI', dissolvedOn: null, successor: null };
const before = { ...infrastructure, name: 'Infrastruktur und Digitales', shortName: 'MID' };
const digital = { code: 'mdz', name: 'Digitales', shortName: 'MDZ', dissolvedOn: null, successor: null };

describe('names of ministries change, history stays: a ministry is called', () => {
  it.each([
    ['2026-05-31', 'as the jurisdiction file says', [before, finance]],
    ['2026-06-01', 'as it was established, from that day on', [before, finance, digital]],
    ['2026-06-30', 'by its old name until it is renamed', [before, finance, digital]],
    [
      '2026-07-01',
      'by its new name from that day on',
      [...[infrastructure, finance], { ...digital, name: 'Digitales und Zukunft' }],
    ],
    [
      '2026-09-01',
      'as it was at its end, with its successor',
      [
        { ...infrastructure, dissolvedOn: '2026-09-01', successor: 'mdz' },
        ...[finance, { ...digital, name: 'Digitales und Zukunft' }],
      ],
    ],
  ])('on %s %s', (day, _, expected) => expect(ministriesOn(rows, file, day)).toEqual(expected));

  it('by no name before it was established, even when the file has it by now', () => {
    const grown = { ministries: [...file.ministries, { code: 'mdz', name: 'Zukunft', shortName: 'Z' }] };
    expect(ministriesOn(rows, grown, '2026-05-31')).toEqual([before, finance]);
    expect(ministriesOn(rows, grown, '2026-06-01')).toEqual([before, finance, digital]);
  });
});
