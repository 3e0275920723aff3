import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureDependencyDeclared } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

/** Without `giver` it is the house that has the needed measure. */
class Dependency extends IntersectionType(
  PickType(MeasureDependencyDeclared, ['needs', 'reason']),
  PartialType(PickType(MeasureDependencyDeclared, ['giver'])),
) {}

export const declareMeasureDependency = defineSlice({
  command: 'DeclareMeasureDependency',
  summary: 'Says that a measure needs another one before; between houses it counts once the giver has accepted it.',
  route: 'measures/:measureId/dependencies',
  act: 'link',
  aggregate: measureAggregate,
  body: Dependency,
  order: (measureId, { needs, giver, reason }, { known: { measures } }) => {
    const needed = measures.find(needs, giver ?? undefined);
    if (!needed) return notKnownHereYet(giver ? `A measure ${needs} of ${giver}` : `Measure ${needs}`);
    const before = [...measures.before(needs)];
    return { type: 'DeclareMeasureDependency', data: { measureId, needs, giver: needed.ministry, reason, before } };
  },
});
