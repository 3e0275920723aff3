import type { EventIn, IndicatorDefined, indicatorEvents } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';

import type { Cells } from '../tables/column';
import { begins, changes, type Part } from './bundle-row';
import type { PartsOf } from './parts-of';

type IndicatorEvent = Recorded<EventIn<typeof indicatorEvents>>;

const definitionCells = ({ baseline, ...definition }: Omit<IndicatorDefined, 'indicatorId' | 'targetPath'>): Cells => ({
  ...definition,
  ...{ baselineValue: baseline?.value ?? null, baselineDate: baseline?.date ?? null },
});

/** By the revision that gave the value, as what is found of it later names no period. */
const observation = (thing: string, revision: number, change: Part['change']): Part => ({
  ...{ table: 'observations', name: String(revision), thing, change },
});

export const indicatorParts = {
  IndicatorDefined: ({ data: { indicatorId, targetPath, ...definition }, meta: { ministry, occurredOn } }) => [
    {
      ...{ table: 'indicators', thing: indicatorId },
      change: begins(
        { ministry, ...definitionCells(definition), on: occurredOn },
        targetPath.map(({ date, value }) => ({ date, value })),
      ),
    },
  ],
  IndicatorLinkedToGoal: ({ data: { indicatorId, goalId } }) => [
    {
      ...{ table: 'indicators', thing: indicatorId },
      change: (before) => changes({ goals: [...((before?.cells.goals ?? []) as readonly string[]), goalId] })(before),
    },
  ],
  ObservationReported: ({ data: { indicatorId, ...said }, meta: { revision, occurredOn } }) => [
    observation(
      indicatorId,
      revision,
      begins({ indicator: indicatorId, ...said, standing: null, reason: null, on: occurredOn }),
    ),
  ],
  ObservationCorrected: ({ data: { indicatorId, corrects, period, value, provisional }, meta }) => [
    observation(indicatorId, corrects, () => null),
    observation(
      indicatorId,
      meta.revision,
      begins({
        ...{ indicator: indicatorId, period, value, provisional, source: null },
        ...{ standing: null, reason: null, on: meta.occurredOn },
      }),
    ),
  ],
  ObservationFoundPlausible: ({ data: { indicatorId, observation: of } }) => [
    { ...observation(indicatorId, of, changes({ standing: 'plausible', reason: null })), keepsTrace: true },
  ],
  ObservationRefused: ({ data: { indicatorId, observation: of, reason } }) => [
    { ...observation(indicatorId, of, changes({ standing: 'refused', reason })), keepsTrace: true },
  ],
} satisfies PartsOf<IndicatorEvent>;
