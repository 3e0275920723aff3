import type { MinistryEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { ministryProjection } from './ministry.projection';
import { remitTransferProjection } from './remit-transfer.projection';

const streamOf = (n: number) => `stk.ministry-0190a1de-0000-7000-8000-00000000000${n}`;
const [added, old] = [streamOf(1), streamOf(2)];
const minute = (n: number) => `2026-12-01T00:0${n}:00.000Z`;
const first = { name: 'Ministerium für Digitales', shortName: 'MDZ' };
const later = { name: 'Ministerium für Digitales und Zukunft', shortName: 'MDZ' };
const kept = { name: 'Ministerium für Infrastruktur', shortName: 'MI' };

const streams = [
  recorded<MinistryEvent>(
    added,
    ['2026-06-01', { type: 'MinistryEstablished', data: { ministry: 'mdz', ...first } }],
    ['2026-07-01', { type: 'MinistryRenamed', data: { ministry: 'mdz', ...later } }],
    ['2026-08-01', { type: 'RemitTransferred', data: { ministry: 'mdz', to: 'mid', remit: 'Rechenzentren' } }],
    ['2026-09-01', { type: 'MinistryDissolved', data: { ministry: 'mdz', successor: 'mid' } }],
  ),
  recorded<MinistryEvent>(
    old,
    ['2026-06-01', { type: 'RemitTransferred', data: { ministry: 'mid', to: 'mdz', remit: 'Netze' } }],
    ['2026-06-02', { type: 'MinistryRenamed', data: { ministry: 'mid', ...kept } }],
  ),
];

it('ministry keeps each name with its day, and the beginning and the end, under the code', () =>
  projectionSpec(ministryProjection)(...streams).then({
    [added]: {
      stream: added,
      revision: 3,
      occurred_on: '2026-09-01',
      recorded_at: minute(3),
      code: 'mdz',
      name: later.name,
      short_name: later.shortName,
      names: [
        { ...first, since: '2026-06-01' },
        { ...later, since: '2026-07-01' },
      ],
      established_on: '2026-06-01',
      dissolved_on: '2026-09-01',
      successor: 'mid',
    },
    [old]: {
      stream: old,
      revision: 1,
      occurred_on: '2026-06-02',
      recorded_at: minute(1),
      code: 'mid',
      name: kept.name,
      short_name: kept.shortName,
      names: [{ ...kept, since: '2026-06-02' }],
      established_on: null,
      dissolved_on: null,
      successor: null,
    },
  }));

it('ministry takes one of the jurisdiction file that is dissolved first of all', () =>
  projectionSpec(ministryProjection)(
    recorded<MinistryEvent>(old, [
      '2026-06-01',
      { type: 'MinistryDissolved', data: { ministry: 'mid', successor: null } },
    ]),
  ).then({
    [old]: {
      stream: old,
      revision: 0,
      occurred_on: '2026-06-01',
      recorded_at: minute(0),
      code: 'mid',
      name: null,
      short_name: null,
      names: [],
      established_on: null,
      dissolved_on: '2026-06-01',
      successor: null,
    },
  }));

it('remit_transfer keeps who gave which remit to whom, and since when', () =>
  projectionSpec(remitTransferProjection)(...streams).then({
    [`${added}@2`]: {
      stream: added,
      revision: 2,
      occurred_on: '2026-08-01',
      recorded_at: minute(2),
      transfer: `${added}@2`,
      giver: 'mdz',
      receiver: 'mid',
      remit: 'Rechenzentren',
    },
    [`${old}@0`]: {
      stream: old,
      revision: 0,
      occurred_on: '2026-06-01',
      recorded_at: minute(0),
      transfer: `${old}@0`,
      giver: 'mid',
      receiver: 'mdz',
      remit: 'Netze',
    },
  }));
