import type { GoalSummary } from '../../views/goal';
import { html, type Html, type Part } from '../html';
import { goalPath, link, ministryLink, type Site } from '../site';
import { bothLights, computedOn } from './health';
import { bar } from './progress';
import { table } from './table';

/** Goals with how far they are, and with who leads them unless that is the same for all. */
export const goalTable = (
  site: Site,
  goals: readonly GoalSummary[],
  { caption, withLead }: Readonly<{ caption: string; withLead: boolean }>,
): Html => {
  const { text } = site.wording;
  const progress = (kind: 'byIndicators' | 'byMeasures', { title, progress: all }: GoalSummary) =>
    bar(site.wording, all[kind].value, `${text(`column.${kind}`)}: ${title}`);
  return html`${table({
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
      stateOf(site, goal),
      bothLights(site.wording, goal, 'ended'),
      progress('byIndicators', goal),
      progress('byMeasures', goal),
    ]),
  })}
  ${computedOn(site.wording, goals, 'health.goalsAsOf')}`;
};

const stateOf = ({ wording: { text, word } }: Site, { state, overdue }: GoalSummary): Part =>
  html`${word('goalState', state)}${overdue && html`<p class="zw-note">${text('goal.overdue')}</p>`}`;
