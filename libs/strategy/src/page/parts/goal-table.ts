import type { GoalSummary } from '../../views';
import type { Html } from '../html';
import { goalPath, link, ministryLink, type Site } from '../site';
import { lightBadge } from './health';
import { bar } from './progress';
import { table } from './table';

/** Goals with how far they are, and with who leads them unless that is the same for all. */
export const goalTable = (
  site: Site,
  goals: readonly GoalSummary[],
  { caption, withLead }: Readonly<{ caption: string; withLead: boolean }>,
): Html => {
  const { text, word } = site.wording;
  const progress = (kind: 'byIndicators' | 'byMeasures', { title, progress: all }: GoalSummary) =>
    bar(site.wording, all[kind].value, `${text(`column.${kind}`)}: ${title}`);
  return table({
    caption,
    columns: [
      { label: text('column.goal'), width: 4 },
      ...(withLead ? [{ label: text('goal.lead'), width: 3 } as const] : []),
      { label: text('column.state') },
      { label: text('column.health'), width: 3 },
      { label: text('column.byIndicators') },
      { label: text('column.byMeasures') },
    ],
    rows: goals.map((goal) => [
      link(site, goalPath(goal.goalId), goal.title),
      ...(withLead ? [ministryLink(site, goal.lead)] : []),
      word('goalState', goal.state),
      lightBadge(site.wording, goal.declaredHealth),
      progress('byIndicators', goal),
      progress('byMeasures', goal),
    ]),
  });
};
