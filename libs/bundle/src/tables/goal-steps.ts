// What happens to goals.
import type { StepOf } from './step';

export const GOAL_STEPS: readonly StepOf[] = [
  {
    ...{ step: 'recordAdoption', command: 'RecordGoalAdoption', event: 'GoalAdopted', by: 'cabinet-office' },
    cells: { text: 'decisionNumber', date: 'decidedOn' },
    needs: ['text', 'date'],
    sameDay: 'date',
    about: 'The cabinet adopted it; text is the number of the decision, date its day, as on.',
  },
  {
    ...{ step: 'begin', command: 'BeginGoal', event: 'GoalBegun', by: 'editor' },
    cells: {},
    needs: [],
    about: 'Work has begun: a released measure contributes.',
  },
  {
    ...{ step: 'defer', command: 'DeferGoal', event: 'GoalDeferred', by: 'editor' },
    cells: { reason: 'reason', date: 'until' },
    needs: ['reason'],
    about: 'It rests, and perhaps until date.',
  },
  {
    ...{ step: 'resume', command: 'ResumeGoal', event: 'GoalResumed', by: 'editor' },
    cells: {},
    needs: [],
    about: 'It goes on where it was deferred.',
  },
  {
    ...{ step: 'withdraw', command: 'WithdrawGoal', event: 'GoalWithdrawn', by: 'editor' },
    cells: { reason: 'reason' },
    needs: ['reason'],
    about: 'It is given up before it came to the cabinet.',
  },
  {
    ...{ step: 'declareHealth', command: 'DeclareGoalHealth', event: 'GoalHealthDeclared', by: 'editor' },
    cells: { health: 'health', reason: 'reason' },
    needs: ['health', 'reason'],
    about: 'How the lead sees it.',
  },
  {
    ...{ step: 'proposeOutcome', command: 'ProposeGoalOutcome', event: 'GoalOutcomeProposed', by: 'editor' },
    cells: {
      value: { command: 'outcome', event: 'proposed.outcome' },
      date: { command: 'cutOffDate', event: 'proposed.cutOffDate' },
      text: { command: 'statement', event: 'proposed.statement' },
    },
    needs: ['value', 'date', 'text'],
    about: 'What became of it: value is reached, partlyReached or missed, date the cut-off date, text what shows it.',
  },
  {
    ...{ step: 'confirmOutcome', command: 'ConfirmGoalOutcome', event: 'GoalConcluded', by: 'strategy-office' },
    cells: {},
    needs: [],
    about: 'The strategy office confirms what was proposed.',
  },
  {
    ...{
      step: 'sendBackOutcome',
      command: 'SendBackGoalOutcome',
      event: 'GoalProposalSentBack',
      by: 'strategy-office',
    },
    cells: { reason: 'reason' },
    needs: ['reason'],
    about: 'The strategy office does not confirm it.',
  },
  {
    ...{ step: 'abandon', command: 'AbandonGoal', event: 'GoalAbandoned', by: 'editor' },
    cells: { reason: 'reason' },
    needs: ['reason'],
    about: 'It is pursued no longer.',
  },
  {
    ...{ step: 'supersede', command: 'SupersedeGoal', event: 'GoalSuperseded', by: 'editor' },
    cells: { reason: 'reason', other: 'successorGoalId' },
    needs: ['reason', 'other'],
    about: 'The goal in other takes its place.',
    other: 'goal',
  },
];
