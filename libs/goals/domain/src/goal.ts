// What can be asked of a goal, and what `decide` needs to know of it. What people want to read belongs to projections.
import type {
  GoalAbandoned,
  GoalAdopted,
  GoalConcluded,
  GoalContent,
  GoalDeferred,
  GoalDrafted,
  GoalEvent,
  GoalHealthDeclared,
  GoalJustified,
  GoalOutcome,
  GoalOutcomeProposed,
  GoalProposalSentBack,
  GoalRevised,
  GoalSuperseded,
  GoalWithdrawn,
  GoalWordingCorrected,
  Outcome,
} from '@zielwerk/contracts';
import type { Circumstances, Decision, Message } from '@zielwerk/kernel';

type Named = Readonly<{ goalId: string }>;
/** `ancestors`: the goals above the parent, as far as is known here. */
type Placed<Said> = Said & Readonly<{ ancestors: readonly string[] }>;

/** What each command says. Adoption, conclusion and sending back come from policies only. */
export type Orders = {
  DraftGoal: Placed<GoalDrafted>;
  ReviseGoal: Placed<GoalRevised>;
  JustifyGoal: GoalJustified;
  CorrectGoalWording: GoalWordingCorrected;

  DeferGoal: GoalDeferred;
  ResumeGoal: Named;
  WithdrawGoal: GoalWithdrawn;
  AdoptGoal: Omit<GoalAdopted, 'reference' | 'content'>;
  /** `releasedMeasures`: how many of any house contribute to the goal, as far as is known here. */
  BeginGoal: Named & Readonly<{ releasedMeasures: number }>;
  DeclareGoalHealth: GoalHealthDeclared;
  AbandonGoal: GoalAbandoned;
  SupersedeGoal: GoalSuperseded;

  /** `indicators`: how many of any house serve the goal, as far as is known here. */
  ProposeGoalOutcome: Named & GoalOutcome & Readonly<{ indicators: number }>;
  ConcludeGoal: Omit<GoalConcluded, 'concluded'>;
  SendBackProposal: GoalProposalSentBack;
};
export type Later = Exclude<keyof Orders, 'DraftGoal'>;
export type GoalCommand = { [Type in keyof Orders]: Message<Type, Orders[Type]> }[keyof Orders];

export type GoalEnd = Outcome | 'withdrawn' | 'abandoned' | 'superseded';
export type GoalStatus = 'draft' | 'adopted' | 'underway' | 'deferred' | GoalEnd;

export type KnownGoal = Readonly<{
  status: GoalStatus;
  /** Of the last event: a correction names the one it corrects. */
  revision: number;
  reference: string | null;
  content: GoalContent;
  justification: Omit<GoalJustified, 'goalId'> | null;
  adoption: Pick<GoalAdopted, 'decisionNumber' | 'decidedOn'> | null;
  /** The revision of the event that gave the wording now in force; null before the adoption. */
  wordedBy: number | null;
  health: Pick<GoalHealthDeclared, 'health' | 'reason'> | null;
  deferral: (Pick<GoalDeferred, 'reason' | 'until'> & Readonly<{ from: GoalStatus }>) | null;
  /** The number of the last outcome that was proposed; 0 before the first. */
  proposals: number;
  /** What the strategy office has yet to decide on. */
  proposal: Omit<GoalOutcomeProposed, 'goalId'> | null;
}>;
export type Goal = Readonly<{ status: 'unknown' }> | KnownGoal;

export type Rule<Order> = (order: Order, goal: KnownGoal, circumstances: Circumstances) => Decision<GoalEvent>;
/** The rules of some commands; each topic has a file of its own, and `goal.decider.ts` puts them together. */
export type Rules<Types extends Later> = { readonly [Type in Types]: Rule<Orders[Type]> };
