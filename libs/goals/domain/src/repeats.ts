// What is asked once more although it is so already: there is nothing to do.
import { sameData } from '@zielwerk/kernel';

import type { KnownGoal, Later, Orders } from './goal';

type Repeats = { readonly [Type in Later]?: (order: Orders[Type], goal: KnownGoal) => boolean };

/** By command whether the goal is as it would have it. */
export const REPEATS: Repeats = {
  ReviseGoal: ({ content }, goal) => sameData(content, goal.content),
  JustifyGoal: ({ rationale, qualitative, touchesMoney }, { justification }) =>
    sameData({ rationale, qualitative, touchesMoney }, justification),
  CorrectGoalWording: ({ title, description }, { content, wordedBy }) =>
    wordedBy !== null && title === content.title && description === content.description,
  DeferGoal: ({ reason, until }, { deferral }) =>
    deferral !== null && sameData({ reason, until }, { reason: deferral.reason, until: deferral.until }),
  AdoptGoal: ({ decisionNumber, decidedOn }, { adoption }) => sameData({ decisionNumber, decidedOn }, adoption),
  BeginGoal: (_order, { status }) => status === 'underway',
  DeclareGoalHealth: ({ health, reason }, goal) => sameData({ health, reason }, goal.health),
  ProposeGoalOutcome: ({ outcome, cutOffDate, statement, evidence }, { proposal }) =>
    sameData({ outcome, cutOffDate, statement, evidence }, proposal?.proposed ?? null),
};
