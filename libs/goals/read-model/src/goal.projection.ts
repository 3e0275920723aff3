// Keyed by the stream and not by the goal's id: whatever another house writes, it cannot touch this row.
import type { GoalContent, GoalEvent, Health } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  folded,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

export type GoalState = 'draft' | 'adopted' | 'underway';

export type GoalRow = Trace &
  Readonly<{
    goal_id: string;
    created_at: string;
    lead: string;
    reference: string | null;
    state: GoalState;
    /** `public` from the adoption on. */
    audience: 'government' | 'public';
    title: string;
    description: string | null;
    theme: string;
    participants: readonly string[];
    parent_goal_id: string | null;
    target_date: CalendarDate | null;
    file_reference: string | null;
    /** The revision that gave the content; rows of `goal_participant` with an older one are out of date. */
    content_revision: number;
    /** Of the cabinet's decision. */
    decision_number: string | null;
    decided_on: CalendarDate | null;
    /** As the lead declared it. */
    health: Health | null;
    health_reason: string | null;
    health_on: CalendarDate | null;
    title_key: string;
    /** No date comes last. */
    target_key: string;
    search_text: string;
  }>;

const NO_DATE = '9999-12-31';

const contentOf = ({ participants, ...content }: GoalContent, reference: string | null) => ({
  title: content.title,
  description: content.description,
  theme: content.theme,
  participants,
  parent_goal_id: content.parentGoalId,
  target_date: content.targetDate,
  file_reference: content.fileReference,
  title_key: folded(content.title),
  target_key: content.targetDate ?? NO_DATE,
  search_text: folded([content.title, content.description, reference].join(' ')),
});

/** Every goal with what it says, its adoption and its declared health. */
export const goalProjection = defineProjection<GoalEvent, GoalRow>({
  name: 'goal',
  version: 1,
  key: 'stream',
  columns: {
    ...traceColumns,
    goal_id: 'text',
    created_at: 'text',
    lead: 'text',
    reference: 'text',
    state: 'text',
    audience: 'text',
    title: 'text',
    description: 'text',
    theme: 'text',
    participants: 'json',
    parent_goal_id: 'text',
    target_date: 'text',
    file_reference: 'text',
    content_revision: 'integer',
    decision_number: 'text',
    decided_on: 'text',
    health: 'text',
    health_reason: 'text',
    health_on: 'text',
    title_key: 'text',
    target_key: 'text',
    search_text: 'text',
  },
  // A list is read in the order of its sort key; the columns behind it decide on a row without fetching it.
  indexes: [
    ['goal_id', 'audience', 'title', 'lead', 'state'],
    ['title_key', 'stream', 'audience', 'theme', 'lead', 'state', 'health', 'goal_id'],
    ['target_key', 'stream', 'audience', 'theme', 'lead', 'state', 'health'],
  ],
  keyOf: (event) => event.meta.stream,
  on: {
    GoalDrafted: (_, { data, meta }) => ({
      ...traceOf(meta),
      ...contentOf(data.content, data.reference),
      goal_id: data.goalId,
      created_at: meta.recordedAt,
      lead: meta.ministry,
      reference: data.reference,
      state: 'draft',
      audience: 'government',
      content_revision: meta.revision,
      decision_number: null,
      decided_on: null,
      health: null,
      health_reason: null,
      health_on: null,
    }),

    GoalRevised: (row, { data, meta }) => {
      const goal = present(row);
      return { ...goal, ...traceOf(meta), ...contentOf(data.content, goal.reference), content_revision: meta.revision };
    },

    GoalAdopted: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      ...contentOf(data.content, data.reference),
      reference: data.reference,
      state: 'adopted',
      audience: 'public',
      content_revision: meta.revision,
      decision_number: data.decisionNumber,
      decided_on: data.decidedOn,
    }),

    GoalBegun: (row, { meta }) => ({ ...present(row), ...traceOf(meta), state: 'underway' }),

    GoalHealthDeclared: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      health: data.health,
      health_reason: data.reason,
      health_on: meta.occurredOn,
    }),
  },
});
