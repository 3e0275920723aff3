import type { ContributingMeasure } from '../../views/goal';
import type { MeasureSummary } from '../../views/measure';
import { html, type Html, type Part } from '../html';
import { link, measurePath, ministryLink, type Site } from '../site';
import { bothLights, computedOn } from './health';
import { bar } from './progress';
import { type Column, table } from './table';

/** A measure's percent as last reported. */
export const measureProgress = (site: Site, { percent, lastPeriod, title }: MeasureSummary): Part => {
  const { text, period } = site.wording;
  if (percent === null) return html`<span class="zw-muted">${text('progress.noReport')}</span>`;
  return html`${bar(site.wording, percent / 100, `${text('column.progress')}: ${title}`)}
  ${lastPeriod !== null && html`<span class="zw-note">${period(lastPeriod)}</span>`}`;
};

type Extra<Measure> = Readonly<{ column: Column; cell: (measure: Measure) => Part }>;

/** The house that carries the measure out. */
export const ministryColumn = (site: Site): Extra<MeasureSummary> => ({
  column: { label: site.wording.text('column.ministry'), width: 3 },
  cell: ({ ministry }) => ministryLink(site, ministry),
});

/** The last day of its time. */
export const endColumn = ({ wording: { text, day } }: Site): Extra<MeasureSummary> => ({
  column: { label: text('column.endsOn'), width: 1 },
  cell: ({ endsOn }) => (endsOn === null ? '–' : day(endsOn)),
});

/** The milestone that is expected next; one whose day has passed says so. */
export const nextMilestoneColumn = ({ wording: { text, day } }: Site): Extra<MeasureSummary> => ({
  column: { label: text('column.nextMilestone'), width: 3 },
  cell: ({ nextMilestone: next }) =>
    next === null
      ? '–'
      : html`${next.title}
          <p class="zw-note">
            ${text('milestone.next', { day: day(next.day) })}${next.missed && html` <strong>${text('milestone.missed')}</strong>`}
          </p>`,
});

/** The measures that contribute to one goal, from whichever ministry. */
export const contributingTable = (site: Site, measures: readonly ContributingMeasure[]): Html => {
  const { text, number } = site.wording;
  return measureTable(site, measures, {
    caption: text('goal.measures'),
    before: [
      ministryColumn(site),
      { column: { label: text('column.weight'), numeric: true, width: 1 }, cell: ({ weight }) => number(weight) },
    ],
  });
};

type MeasureTable<Measure> = Readonly<{
  caption: string;
  /** Columns right after the title. */
  before?: readonly Extra<Measure>[];
  /** Columns at the end. */
  after?: readonly Extra<Measure>[];
}>;

/** Measures with state, lights and progress. */
export const measureTable = <Measure extends MeasureSummary>(
  site: Site,
  measures: readonly Measure[],
  { caption, before = [], after = [] }: MeasureTable<Measure>,
): Html => {
  const { text, word } = site.wording;
  return html`${table({
    caption,
    columns: [
      { label: text('column.measure'), width: 4 },
      ...before.map(({ column }) => column),
      { label: text('column.state') },
      { label: text('column.health'), width: 3 },
      { label: text('column.progress') },
      ...after.map(({ column }) => column),
    ],
    rows: measures.map((measure) => [
      link(site, measurePath(measure.measureId), measure.title),
      ...before.map(({ cell }) => cell(measure)),
      word('measureState', measure.state),
      bothLights(site.wording, measure, 'notRunning'),
      measureProgress(site, measure),
      ...after.map(({ cell }) => cell(measure)),
    ]),
  })}
  ${computedOn(site.wording, measures, 'health.measuresAsOf')}`;
};
