import { PickType } from '@nestjs/mapped-types';
import { MeasureHandedOverV2 } from '@zielwerk/contracts';
import { rejections } from '@zielwerk/kernel';
import { defineSlice, strangerAmong } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureHandover extends PickType(MeasureHandedOverV2, ['to', 'reason']) {}

const refuse = rejections({ 'led-there-before': 'conflict' });

export const handOverMeasure = defineSlice({
  command: 'HandOverMeasure',
  summary: 'Hands a measure over to another ministry with all that it needs to go on; here it ends.',
  route: 'measures/:measureId/handovers',
  act: 'sign',
  aggregate: measureAggregate,
  body: MeasureHandover,
  order: (measureId, { to, reason }, facts) => {
    // A stream that has ended does not begin again: there the measure could not go on.
    if (to !== facts.ministry && facts.known.measures.find(measureId, to))
      return refuse('led-there-before', `${to} has led a measure with this id before; it goes to another ministry.`);
    return strangerAmong([to], facts) ?? { type: 'HandOverMeasure', data: { measureId, to, reason } };
  },
});
