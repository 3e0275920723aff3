import { defineSlice } from '@zielwerk/platform';

import { askingFor, AskingMeasure } from './asking-measure';
import { measureAggregate } from './measure.aggregate';

class DependencyAcceptance extends AskingMeasure {}

export const acceptMeasureDependency = defineSlice({
  command: 'AcceptMeasureDependency',
  summary: 'Accepts that a measure of another house needs this one before; from here on it counts.',
  route: 'measures/:measureId/dependency-acceptances',
  act: 'link',
  aggregate: measureAggregate,
  body: DependencyAcceptance,
  order: (measureId, body, facts) => {
    const asking = askingFor(measureId, body, facts);
    if ('code' in asking) return asking;
    const before = [...facts.known.measures.before(measureId)];
    const { neededBy } = body;
    return { type: 'AcceptMeasureDependency', data: { measureId, neededBy, ...asking, before } };
  },
});
