import { defineSlice, limitsOf } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureRelease {}

export const releaseMeasure = defineSlice({
  command: 'ReleaseMeasure',
  summary: 'Releases a measure whose plan leaves nothing open; from here on the public may read it.',
  route: 'measures/:measureId/release',
  act: 'plan',
  aggregate: measureAggregate,
  body: MeasureRelease,
  order: (measureId, _release, { jurisdiction }) => ({
    type: 'ReleaseMeasure',
    data: { measureId, appraisalAboveCents: limitsOf(jurisdiction).appraisalAboveCents },
  }),
});
