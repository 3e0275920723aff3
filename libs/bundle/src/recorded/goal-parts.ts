import type { EventIn, GoalContent, goalEvents } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';

import type { Cells } from '../tables/column';
import { begins, changes } from './bundle-row';
import type { PartsOf } from './parts-of';

type GoalEvent = Recorded<EventIn<typeof goalEvents>>;

const contentCells = ({ parentGoalId, ...content }: GoalContent): Cells => ({ ...content, parent: parentGoalId });
const unjustified = { rationale: null, qualitative: false, touchesMoney: false };

export const goalParts = {
  GoalDrafted: ({ data: { goalId, reference, content }, meta: { ministry, occurredOn } }) => [
    {
      ...{ table: 'goals', thing: goalId },
      change: begins({ reference, ministry, ...contentCells(content), ...unjustified, reason: null, on: occurredOn }),
    },
  ],
  GoalRevised: ({ data: { goalId, content } }) => [
    { table: 'goals', thing: goalId, change: changes(contentCells(content)) },
  ],
  // What was adopted is what the public may read, and not what was drafted.
  GoalAdopted: ({ data: { goalId, reference, content } }) => [
    { table: 'goals', thing: goalId, change: changes({ reference, ...contentCells(content) }) },
  ],
  GoalJustified: ({ data: { goalId, rationale, qualitative, touchesMoney } }) => [
    { table: 'goals', thing: goalId, change: changes({ rationale, qualitative, touchesMoney }), keepsTrace: true },
  ],
  GoalWordingCorrected: ({ data: { goalId, title, description } }) => [
    { table: 'goals', thing: goalId, change: changes({ title, description }) },
  ],
} satisfies PartsOf<GoalEvent>;
