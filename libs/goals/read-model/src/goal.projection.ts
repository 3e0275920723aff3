// Keyed by the stream and not by the goal's id: whatever another house writes, it cannot touch this row.
import type { GoalContent, GoalEvent, GoalOutcome, GoalOutcomeProposed, Health, Outcome } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  folded,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

/** In the order of a goal's life. */
export const GOAL_STATES = [
  ...(['draft', 'deferred', 'withdrawn', 'adopted', 'underway'] as const),
  ...(['reached', 'partlyReached', 'missed', 'abandoned', 'superseded'] as const),
] as const;
export type GoalState = (typeof GOAL_STATES)[number];

/** The trace is of the last event that all who may read the row may read. */
export type GoalRow = Trace &
  Readonly<{
    goal_id: string;
    created_at: string;
    lead: string;
    reference: string | null;
    state: GoalState;
    /** `public` from the adoption on. */
    audience: 'government' | 'public';
    /** As corrected last; the first correction keeps in `first_title` what was adopted. */
    title: string;
    first_title: string | null;
    description: string | null;
    /** The revision that gave the wording: the one that a correction names. */
    wording_revision: number;
    theme: string;
    participants: readonly string[];
    parent_goal_id: string | null;
    target_date: CalendarDate | null;
    /** For the government only, as are the justification and the open proposal. */
    file_reference: string | null;
    /** Null, like the two behind it, until the goal is justified. */
    rationale: string | null;
    qualitative: boolean | null;
    touches_money: boolean | null;
    /** The revision that gave the content; rows of `goal_participant` with an older one are out of date. */
    content_revision: number;
    /** Of the cabinet's decision. */
    decision_number: string | null;
    decided_on: CalendarDate | null;
    /** As the lead declared it. */
    health: Health | null;
    health_reason: string | null;
    health_on: CalendarDate | null;
    /** The state to which it resumes; null, like the two behind it, unless it is deferred. */
    deferred_from: GoalState | null;
    deferred_reason: string | null;
    deferred_until: CalendarDate | null;
    /** Waits for the strategy office. */
    open_proposal: Omit<GoalOutcomeProposed, 'goalId'> | null;
    /** As the strategy office confirmed it. */
    outcome: Outcome | null;
    cut_off_date: CalendarDate | null;
    outcome_statement: string | null;
    evidence: GoalOutcome['evidence'] | null;
    /** Why it was withdrawn, abandoned or superseded. */
    end_reason: string | null;
    successor_goal_id: string | null;
    title_key: string;
    /** No date comes last. */
    target_key: string;
    search_text: string;
  }>;

const NO_DATE = '9999-12-31';

const wordingOf = (title: string, description: string | null, reference: string | null) => ({
  title,
  description,
  title_key: folded(title),
  search_text: folded([title, description, reference].join(' ')),
});

const contentOf = ({ title, description, ...content }: GoalContent, reference: string | null, revision: number) => ({
  ...wordingOf(title, description, reference),
  wording_revision: revision,
  theme: content.theme,
  participants: content.participants,
  parent_goal_id: content.parentGoalId,
  target_date: content.targetDate,
  file_reference: content.fileReference,
  content_revision: revision,
  target_key: content.targetDate ?? NO_DATE,
});

const undeclared = { health: null, health_reason: null, health_on: null };
const notDeferred = { deferred_from: null, deferred_reason: null, deferred_until: null };
const blank = {
  ...{ first_title: null, rationale: null, qualitative: null, touches_money: null },
  ...{ decision_number: null, decided_on: null },
  ...undeclared,
  ...notDeferred,
  ...{ open_proposal: null, outcome: null, cut_off_date: null, outcome_statement: null, evidence: null },
  ...{ end_reason: null, successor_goal_id: null },
};

/** Every goal with what it says, where it stands, its declared health and its end. */
export const goalProjection = defineProjection<GoalEvent, GoalRow>({
  name: 'goal',
  version: 2,
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
    first_title: 'text',
    description: 'text',
    wording_revision: 'integer',
    theme: 'text',
    participants: 'json',
    parent_goal_id: 'text',
    target_date: 'text',
    file_reference: 'text',
    rationale: 'text',
    qualitative: 'boolean',
    touches_money: 'boolean',
    content_revision: 'integer',
    decision_number: 'text',
    decided_on: 'text',
    health: 'text',
    health_reason: 'text',
    health_on: 'text',
    deferred_from: 'text',
    deferred_reason: 'text',
    deferred_until: 'text',
    open_proposal: 'json',
    outcome: 'text',
    cut_off_date: 'text',
    outcome_statement: 'text',
    evidence: 'json',
    end_reason: 'text',
    successor_goal_id: 'text',
    title_key: 'text',
    target_key: 'text',
    search_text: 'text',
  },
  // A list is read in the order of its sort key; the columns behind it decide on a row without fetching it.
  indexes: [
    ['goal_id', 'audience', 'title', 'lead', 'state'],
    ['parent_goal_id', 'title_key', 'stream', 'audience'],
    ['title_key', 'stream', 'audience', 'theme', 'lead', 'state', 'health', 'goal_id'],
    ['target_key', 'stream', 'audience', 'theme', 'lead', 'state', 'health'],
  ],
  keyOf: (event) => event.meta.stream,
  on: {
    GoalDrafted: (_, { data, meta }) => ({
      ...blank,
      ...traceOf(meta),
      ...contentOf(data.content, data.reference, meta.revision),
      goal_id: data.goalId,
      created_at: meta.recordedAt,
      lead: meta.ministry,
      reference: data.reference,
      state: 'draft',
      audience: 'government',
    }),

    GoalRevised: (row, { data, meta }) => {
      const goal = present(row);
      return { ...goal, ...traceOf(meta), ...contentOf(data.content, goal.reference, meta.revision) };
    },

    GoalJustified: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      rationale: data.rationale,
      qualitative: data.qualitative,
      touches_money: data.touchesMoney,
    }),

    GoalDeferred: (row, { data, meta }) => {
      const goal = present(row);
      return {
        ...goal,
        ...traceOf(meta),
        state: 'deferred',
        deferred_from: goal.state,
        deferred_reason: data.reason,
        deferred_until: data.until,
        open_proposal: null,
      };
    },

    GoalResumed: (row, { meta }) => {
      const goal = present(row);
      return { ...goal, ...traceOf(meta), ...notDeferred, state: goal.deferred_from ?? goal.state };
    },

    GoalWithdrawn: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      ...notDeferred,
      state: 'withdrawn',
      end_reason: data.reason,
    }),

    GoalAdopted: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      ...contentOf(data.content, data.reference, meta.revision),
      reference: data.reference,
      state: 'adopted',
      audience: 'public',
      decision_number: data.decisionNumber,
      decided_on: data.decidedOn,
    }),

    GoalWordingCorrected: (row, { data, meta }) => {
      const goal = present(row);
      return {
        ...goal,
        ...traceOf(meta),
        ...wordingOf(data.title, data.description, goal.reference),
        first_title: goal.first_title ?? goal.title,
        wording_revision: meta.revision,
      };
    },

    GoalBegun: (row, { meta }) => ({ ...present(row), ...traceOf(meta), state: 'underway' }),

    GoalHealthDeclared: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      health: data.health,
      health_reason: data.reason,
      health_on: meta.occurredOn,
    }),

    // For the government alone: the trace, which the public reads as well, stays as it was.
    GoalOutcomeProposed: (row, { data }) => ({
      ...present(row),
      open_proposal: { proposal: data.proposal, proposed: data.proposed },
    }),

    GoalProposalSentBack: (row) => ({ ...present(row), open_proposal: null }),

    GoalConcluded: (row, { data: { concluded }, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      state: concluded.outcome,
      open_proposal: null,
      outcome: concluded.outcome,
      cut_off_date: concluded.cutOffDate,
      outcome_statement: concluded.statement,
      evidence: concluded.evidence,
    }),

    GoalAbandoned: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      state: 'abandoned',
      open_proposal: null,
      end_reason: data.reason,
    }),

    GoalSuperseded: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      state: 'superseded',
      open_proposal: null,
      end_reason: data.reason,
      successor_goal_id: data.successorGoalId,
    }),
  },
});
