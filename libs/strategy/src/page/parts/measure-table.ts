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

/** The measures that contribute to one goal, from whichever ministry. */
export const contributingTable = (site: Site, measures: readonly ContributingMeasure[]): Html => {
  const { text, number } = site.wording;
  return measureTable(site, measures, text('goal.measures'), [
    { column: { label: text('column.ministry'), width: 3 }, cell: ({ ministry }) => ministryLink(site, ministry) },
    { column: { label: text('column.weight'), numeric: true, width: 1 }, cell: ({ weight }) => number(weight) },
  ]);
};

type Extra<Measure> = Readonly<{ column: Column; cell: (measure: Measure) => Part }>;

/** Measures with state and progress; further columns stand after the title. */
export const measureTable = <Measure extends MeasureSummary>(
  site: Site,
  measures: readonly Measure[],
  caption: string,
  extra: readonly Extra<Measure>[] = [],
): Html => {
  const { text, word } = site.wording;
  return html`${table({
    caption,
    columns: [
      { label: text('column.measure'), width: 4 },
      ...extra.map(({ column }) => column),
      { label: text('column.state') },
      { label: text('column.health'), width: 3 },
      { label: text('column.progress') },
    ],
    rows: measures.map((measure) => [
      link(site, measurePath(measure.measureId), measure.title),
      ...extra.map(({ cell }) => cell(measure)),
      word('measureState', measure.state),
      bothLights(site.wording, measure, 'notRunning'),
      measureProgress(site, measure),
    ]),
  })}
  ${computedOn(site.wording, measures, 'health.measuresAsOf')}`;
};
