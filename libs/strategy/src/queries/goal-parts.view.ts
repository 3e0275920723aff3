// What a goal's own page says beside its figures.
import type { Audience } from '@zielwerk/contracts';
import { type GoalRow, missingForCoordination } from '@zielwerk/goals-read-model';

import { hasEnded } from '../goal-health';
import type { GoalDetail, GoalReference, GoalSummary } from '../views/goal';

export const goalReference = (row: Pick<GoalRow, 'goal_id' | 'title' | 'lead' | 'state'>): GoalReference => ({
  goalId: row.goal_id,
  title: row.title,
  lead: row.lead,
  state: row.state,
});

type Preparation = Pick<GoalDetail, 'justification' | 'missingForCoSignature' | 'proposal'>;
const KEPT: Preparation = { justification: null, missingForCoSignature: [], proposal: null };

/** What is being prepared; it is kept from the public. */
export const preparation = (row: GoalRow, { indicatorCount }: GoalSummary, audience: Audience): Preparation =>
  audience === 'public'
    ? KEPT
    : {
        justification: justificationOf(row),
        missingForCoSignature:
          row.state === 'draft' ? missingForCoordination({ ...row, indicators: indicatorCount }) : [],
        proposal: row.open_proposal && { proposal: row.open_proposal.proposal, ...row.open_proposal.proposed },
      };

const justificationOf = ({ rationale, qualitative, touches_money }: GoalRow): GoalDetail['justification'] =>
  rationale === null ? null : { rationale, qualitative: qualitative === true, touchesMoney: touches_money === true };

/** What has become of it. After its end nothing more happens to a goal: its last event is its end. */
export const goalEnd = (row: GoalRow): Pick<GoalDetail, 'outcome' | 'ended'> => ({
  outcome: outcomeOf(row),
  ended: hasEnded(row.state) && row.end_reason !== null ? { reason: row.end_reason, on: row.occurred_on } : null,
});

const outcomeOf = (row: GoalRow): GoalDetail['outcome'] =>
  row.outcome && {
    outcome: row.outcome,
    cutOffDate: row.cut_off_date ?? row.occurred_on,
    statement: row.outcome_statement ?? '',
    evidence: row.evidence ?? [],
    on: row.occurred_on,
  };
