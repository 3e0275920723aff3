import type { IndicatorSummary } from '../../views/indicator';
import { html, type Html, type Part } from '../html';
import { indicatorPath, link, ministryLink, type Site } from '../site';
import { indicatorProgress } from './progress';
import { table } from './table';

/** A value in the indicator's unit and with its decimals. */
export const valueText = (site: Site, { unit, decimals }: IndicatorSummary, value: number): string =>
  site.wording.text('indicator.value', { value: site.wording.number(value, decimals), unit });

/** A value and when it was or is to be so. */
const dated = (value: string, when: string | null): Part =>
  html`${value}${when !== null && html`<br /><span class="zw-note">${when}</span>`}`;

export const baselineText = (site: Site, indicator: IndicatorSummary): Part => {
  const { baseline } = indicator;
  if (baseline === null) return '–';
  return dated(valueText(site, indicator, baseline.value), baseline.date && site.wording.day(baseline.date));
};

export const targetText = (site: Site, indicator: IndicatorSummary): Part => {
  const target = indicator.targetPath.at(-1);
  return target ? dated(valueText(site, indicator, target.value), site.wording.day(target.date)) : '–';
};

export const latestText = (site: Site, indicator: IndicatorSummary): Part => {
  const { latest } = indicator;
  if (latest === null) return site.wording.text('indicator.none');
  const { period, text } = site.wording;
  const when = [period(latest.period), latest.provisional && text('indicator.provisional')].filter(Boolean).join(', ');
  return dated(valueText(site, indicator, latest.value), when);
};

/** How it stands to its path, where there is anything to compare. */
const paceNote = ({ wording: { text, percent, day } }: Site, { pace }: IndicatorSummary): Part =>
  pace.rule === 'compared' &&
  html`<p class="zw-note">${text('pace.note', { share: percent(pace.value ?? 0), day: day(pace.day) })}</p>`;

type IndicatorTable = Readonly<{ caption: string; withOwner?: boolean }>;

/** Indicators with baseline, latest value, target and how far they are, and with who observes them unless that is the same for all. */
export const indicatorTable = (
  site: Site,
  indicators: readonly IndicatorSummary[],
  { caption, withOwner = false }: IndicatorTable,
): Html => {
  const { text } = site.wording;
  return table({
    caption,
    columns: [
      { label: text('column.indicator'), width: 4 },
      ...(withOwner ? [{ label: text('indicator.ministry'), width: 3 } as const] : []),
      { label: text('column.baseline'), numeric: true },
      { label: text('column.latest'), numeric: true, width: 3 },
      { label: text('column.target'), numeric: true },
      { label: text('column.progress') },
    ],
    rows: indicators.map((indicator) => [
      link(site, indicatorPath(indicator.indicatorId), indicator.title),
      ...(withOwner ? [ministryLink(site, indicator.ministry)] : []),
      baselineText(site, indicator),
      latestText(site, indicator),
      targetText(site, indicator),
      html`${indicatorProgress(site.wording, indicator.progress, `${text('column.progress')}: ${indicator.title}`)}
      ${paceNote(site, indicator)}`,
    ]),
  });
};
