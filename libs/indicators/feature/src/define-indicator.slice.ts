import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { Baseline, HasPart, IndicatorDefined } from '@zielwerk/contracts';
import { defineSlice, takenElsewhere } from '@zielwerk/platform';
import { IsOptional } from 'class-validator';

import { indicatorAggregate } from './indicator.aggregate';
import { goalsNotKnown } from './known-goals';

class BaselineGiven extends IntersectionType(
  PickType(Baseline, ['value']),
  PartialType(PickType(Baseline, ['date'])),
) {}

class IndicatorDefinition extends IntersectionType(
  PickType(IndicatorDefined, ['title', 'unit', 'kind', 'periodicity', 'goals']),
  PartialType(PickType(IndicatorDefined, ['reference', 'description', 'decimals', 'targetPath', 'source', 'region'])),
) {
  @IsOptional() @HasPart(() => BaselineGiven) readonly baseline?: BaselineGiven | null;
}

const baselineOf = ({ value, date }: BaselineGiven): Baseline => ({ value, date: date ?? null });

const definitionOf = (indicatorId: string, body: IndicatorDefinition): IndicatorDefined => {
  const { title, unit, kind, periodicity, goals, baseline } = body;
  return {
    ...{ indicatorId, title, unit, kind, periodicity, goals },
    reference: body.reference ?? null,
    description: body.description ?? null,
    decimals: body.decimals ?? 0,
    baseline: baseline ? baselineOf(baseline) : null,
    targetPath: body.targetPath ?? [],
    source: body.source ?? null,
    region: body.region ?? null,
  };
};

export const defineIndicator = defineSlice({
  command: 'DefineIndicator',
  summary: 'Defines an indicator that this house observes, for goals of this or other houses.',
  route: 'indicators',
  act: 'observe',
  aggregate: indicatorAggregate,
  body: IndicatorDefinition,
  order: (indicatorId, body, facts) =>
    takenElsewhere(facts.known.indicators.ownerOf(indicatorId), facts) ??
    goalsNotKnown(body.goals, facts) ?? { type: 'DefineIndicator', data: definitionOf(indicatorId, body) },
});
