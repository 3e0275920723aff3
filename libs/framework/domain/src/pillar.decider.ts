// Pure: no framework, no clock, no I/O.
import type { PillarDefined, PillarEvent } from '@zielwerk/contracts';
import { type Message, rejections } from '@zielwerk/kernel';

import { type Defined, definedOnce } from './defined-once';

export type PillarCommand = Message<'DefinePillar', PillarDefined>;
export type Pillar = Defined<PillarDefined>;

const refuse = rejections({ 'pillar-already-defined': 'conflict' });

/** Säule: defined once by the strategy office. */
export const pillarDecider = definedOnce<PillarCommand, PillarEvent, PillarDefined>({
  event: (data) => ({ type: 'PillarDefined', data }),
  refusal: ({ pillar }) => refuse('pillar-already-defined', `The pillar ${pillar} is defined in other words.`),
});
