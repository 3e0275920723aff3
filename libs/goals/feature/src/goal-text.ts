// What a draft and a revision say about a goal.
import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { GoalContent } from '@zielwerk/contracts';
import { type Rejection, rejections } from '@zielwerk/kernel';
import type { Jurisdiction } from '@zielwerk/platform';

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

const refuse = rejections({ 'theme-unknown': 'invalid', 'ministry-unknown': 'invalid' });

/** Null when the jurisdiction has the theme and all the participants. */
export const strangerIn = (content: GoalContent, { themes, ministries }: Jurisdiction): Rejection | null => {
  if (!themes.some(({ code }) => code === content.theme))
    return refuse('theme-unknown', `There is no theme ${content.theme} in this jurisdiction.`);
  const stranger = content.participants.find((participant) => !ministries.some(({ code }) => code === participant));
  return stranger === undefined
    ? null
    : refuse('ministry-unknown', `There is no ministry ${stranger} in this jurisdiction.`);
};
