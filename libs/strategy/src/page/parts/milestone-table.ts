import type { MilestoneView } from '../../views/measure';
import { html, type Html, type Part } from '../html';
import type { Site } from '../site';
import { daysAgainstPlan } from './health-card';
import { table } from './table';

/** When each milestone was planned, is expected and was reached. */
export const milestoneTable = (site: Site, milestones: readonly MilestoneView[]): Html => {
  const { text, day } = site.wording;
  const dated = (date: string | null) => (date === null ? '–' : day(date));
  return table({
    caption: text('measure.milestones.caption'),
    columns: [
      { label: text('column.milestone'), width: 4 },
      { label: text('column.planned'), numeric: true },
      { label: text('column.forecast'), numeric: true },
      { label: text('column.actual'), numeric: true },
      { label: text('column.slip'), width: 4 },
    ],
    rows: milestones.map((milestone) => [
      milestone.title,
      day(milestone.baselineDate),
      dated(milestone.forecastDate),
      dated(milestone.actualDate),
      againstPlan(site, milestone),
    ]),
  });
};

const againstPlan = (site: Site, { status, slipDays, missed, reason }: MilestoneView): Part => {
  const { text } = site.wording;
  const slip = status === 'dropped' ? text('milestone.dropped') : daysAgainstPlan(site, slipDays);
  // What is overdue is not as planned, even where nobody has said when it is expected.
  const words = missed && slipDays === 0 ? [] : [slip];
  return html`${words}${missed && html` <strong>${text('milestone.missed')}</strong>`}
  ${reason !== null && html`<p class="zw-note">${reason}</p>`}`;
};
