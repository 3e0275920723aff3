// A revision states all participants anew. Whoever is no longer among them keeps a row with an older revision than the
// goal's `content_revision`: an event cannot name the rows it does not mention.
import type { GoalContent, GoalEvent } from '@zielwerk/contracts';
import { defineProjection, type Recorded, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type GoalParticipantRow = Trace & Readonly<{ participation: string; goal_id: string; ministry: string }>;

export type GoalContentEvent = Extract<GoalEvent, { data: { content: GoalContent } }>;

const rowOf = (_: unknown, { data, meta }: Recorded<GoalContentEvent>, key: string): GoalParticipantRow => ({
  ...traceOf(meta),
  participation: key,
  goal_id: data.goalId,
  ministry: key.slice(meta.stream.length + 1),
});

/** Which ministries take part in which goal. */
export const goalParticipantProjection = defineProjection<GoalContentEvent, GoalParticipantRow>({
  name: 'goal_participant',
  version: 1,
  key: 'participation',
  columns: { ...traceColumns, participation: 'text', goal_id: 'text', ministry: 'text' },
  indexes: [['ministry', 'stream', 'revision']],
  keyOf: ({ data, meta }) => data.content.participants.map((ministry) => `${meta.stream}/${ministry}`),
  on: { GoalDrafted: rowOf, GoalRevised: rowOf, GoalAdopted: rowOf },
});
