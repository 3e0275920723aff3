// What a draft and a revision say about a goal.
import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { GoalContent } from '@zielwerk/contracts';
import type { Rejection } from '@zielwerk/kernel';
import { type Facts, notKnownHereYet, strangerAmong } from '@zielwerk/platform';

export class GoalText extends IntersectionType(
  PickType(GoalContent, ['title', 'theme']),
  PartialType(PickType(GoalContent, ['description', 'participants', 'parentGoalId', 'targetDate', 'fileReference'])),
) {}

export const contentOf = ({ title, theme, participants, ...text }: GoalText): GoalContent => ({
  title,
  description: text.description ?? null,
  theme,
  participants: participants ?? [],
  parentGoalId: text.parentGoalId ?? null,
  targetDate: text.targetDate ?? null,
  fileReference: text.fileReference ?? null,
});

/** Null when the theme, all the participants and the parent are there. A goal may name itself: its rules refuse that. */
export const strangerIn = (content: GoalContent, goalId: string, facts: Facts): Rejection | null => {
  const { theme, participants, parentGoalId } = content;
  const { framework, goals } = facts.known;
  if (!framework.hasTheme(theme)) return notKnownHereYet(`Theme ${theme}`);
  if (parentGoalId !== null && parentGoalId !== goalId && !goals.find(parentGoalId))
    return notKnownHereYet(`Goal ${parentGoalId}`);
  return strangerAmong(participants, facts);
};

/** The goals above the one that the content names as parent, as far as is known here. */
export const ancestorsOf = ({ parentGoalId }: GoalContent, { known }: Facts): readonly string[] =>
  parentGoalId === null ? [] : known.goals.above(parentGoalId);
