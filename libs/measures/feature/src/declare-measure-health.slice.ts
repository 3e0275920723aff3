import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { Blocker, HasParts, MeasureHealthDeclared } from '@zielwerk/contracts';
import { defineSlice, strangerAmong } from '@zielwerk/platform';
import { IsOptional } from 'class-validator';

import { measureAggregate } from './measure.aggregate';

class BlockerGiven extends IntersectionType(
  PickType(Blocker, ['what']),
  PartialType(PickType(Blocker, ['helpFrom', 'help'])),
) {}

class MeasureHealth extends IntersectionType(
  PickType(MeasureHealthDeclared, ['health', 'reason']),
  PartialType(PickType(MeasureHealthDeclared, ['note'])),
) {
  @IsOptional() @HasParts(() => BlockerGiven, { max: 20 }) readonly blockers?: readonly BlockerGiven[] | null;
}

const blockerOf = ({ what, helpFrom, help }: BlockerGiven): Blocker => ({
  what,
  helpFrom: helpFrom ?? null,
  help: help ?? null,
});

export const declareMeasureHealth = defineSlice({
  command: 'DeclareMeasureHealth',
  summary: 'Declares green, amber or red, why, what holds the measure up and which ministry is asked to help.',
  route: 'measures/:measureId/health-declarations',
  act: 'report',
  aggregate: measureAggregate,
  body: MeasureHealth,
  order: (measureId, { health, reason, blockers, note }, facts) => {
    const asked = (blockers ?? []).map(blockerOf);
    return (
      strangerAmong(
        asked.flatMap(({ helpFrom }) => helpFrom ?? []),
        facts,
      ) ?? { type: 'DeclareMeasureHealth', data: { measureId, health, reason, blockers: asked, note: note ?? null } }
    );
  },
});
