import { PickType } from '@nestjs/mapped-types';
import { MeasureMerged } from '@zielwerk/contracts';
import { rejections } from '@zielwerk/kernel';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureMerger extends PickType(MeasureMerged, ['into', 'reason']) {}

const refuse = rejections({ 'merged-into-closed': 'conflict' });

export const mergeMeasure = defineSlice({
  command: 'MergeMeasure',
  summary: 'Says that a measure goes on as part of another one, of this or another house.',
  route: 'measures/:measureId/mergers',
  act: 'plan',
  aggregate: measureAggregate,
  body: MeasureMerger,
  order: (measureId, { into, reason }, { known }) => {
    const other = known.measures.find(into);
    if (!other) return notKnownHereYet(`Measure ${into}`);
    return other.open
      ? { type: 'MergeMeasure', data: { measureId, into, reason } }
      : refuse('merged-into-closed', `Measure ${into} has ended; one that goes on can take another in.`);
  },
});
