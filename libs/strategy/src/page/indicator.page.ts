import type { Answer } from '../views/answer';
import type { IndicatorDetail, ObservationView } from '../views/indicator';
import { html } from './html';
import { layout } from './layout';
import { facts, lines, paragraphs } from './parts/facts';
import { history } from './parts/history';
import { howByValues } from './parts/how';
import { paceCard } from './parts/pace-card';
import { baselineText, latestText, targetText } from './parts/indicator-table';
import { lineChart } from './parts/line-chart';
import { indicatorProgress } from './parts/progress';
import { table } from './parts/table';
import { titleBlock } from './parts/title-block';
import { goalPath, link, ministryLink, ministryName, ministryPath, type Site } from './site';

/** `/indicators/<id>`: one indicator with its values, its target and how far it has come. */
export const renderIndicator = (site: Site, indicator: Answer<IndicatorDetail>): string => {
  const { text } = site.wording;
  return layout(site, {
    title: indicator.title,
    section: null,
    trail: [{ path: ministryPath(indicator.ministry), label: ministryName(site, indicator.ministry) }],
    asOf: indicator.asOf,
    stale: indicator.stale,
    data: `/api/strategy/indicators/${indicator.indicatorId}`,
    main: html`
      ${titleBlock({ preline: text('column.indicator'), heading: indicator.title, below: html`${paragraphs(indicator.description)}` })}
      <div class="zw-columns">
        <section aria-labelledby="angaben">
          <h2 class="kern-heading-medium" id="angaben">${text('indicator.facts')}</h2>
          ${indicatorFacts(site, indicator)}
        </section>
        <div>${progress(site, indicator)} ${paceCard(site, indicator)}</div>
      </div>
      ${values(site, indicator)} ${path(site, indicator)} ${history(site, indicator.history)}
    `,
  });
};

const indicatorFacts = (site: Site, indicator: IndicatorDetail) => {
  const { text, word } = site.wording;
  const { goals, region } = indicator;
  return facts([
    [text('column.latest'), latestText(site, indicator)],
    [text('column.baseline'), indicator.baseline && baselineText(site, indicator)],
    [text('column.target'), indicator.targetPath.length > 0 && targetText(site, indicator)],
    [text('indicator.kind'), word('indicatorKind', indicator.kind)],
    [text('indicator.ministry'), ministryLink(site, indicator.ministry)],
    [text('indicator.periodicity'), word('periodicity', indicator.periodicity)],
    [
      text('indicator.region'),
      region === null ? text('indicator.region.state') : text('indicator.region.key', { key: region }),
    ],
    [text('indicator.source'), indicator.source],
    [
      text('indicator.goals'),
      goals.length === 0
        ? text('indicator.goals.none')
        : lines(goals.map(({ goalId, title }) => link(site, goalPath(goalId), title))),
    ],
    [text('goal.reference'), indicator.reference],
  ]);
};

const progress = (site: Site, { title, kind, decimals, progress: computed }: IndicatorDetail) => {
  const { text } = site.wording;
  return html`<section class="zw-card" aria-labelledby="fortschritt">
    <h2 class="kern-heading-medium" id="fortschritt">${text('indicator.progress')}</h2>
    <div class="zw-figure">${indicatorProgress(site.wording, computed, `${text('column.progress')}: ${title}`)}</div>
    <p class="zw-note">${text(`indicator.explain.${kind}`)}</p>
    ${kind !== 'observed' && howByValues(site, computed, decimals)}
  </section>`;
};

const values = (site: Site, indicator: IndicatorDetail) => {
  const { text } = site.wording;
  return html`<section aria-labelledby="messwerte">
    <h2 class="kern-heading-large" id="messwerte">${text('indicator.observations')}</h2>
    ${lineChart(site.wording, indicator)}
    ${indicator.observations.length === 0 ? html`<p>${text('indicator.observations.none')}</p>` : observations(site, indicator)}
  </section>`;
};

const observations = (site: Site, indicator: IndicatorDetail) => {
  const { text, percent, period, day, word } = site.wording;
  return table({
    caption: text('indicator.observations.caption', { unit: indicator.unit }),
    captionShown: true,
    columns: [
      { label: text('column.period') },
      { label: text('column.value'), numeric: true, width: 3 },
      { label: text('column.share'), numeric: true },
      { label: text('column.standing'), width: 3 },
      { label: text('column.reportedOn'), numeric: true },
    ],
    rows: indicator.observations
      .toReversed()
      .map((observation) => [
        period(observation.period),
        valueOf(site, indicator, observation),
        observation.ratio === null ? '–' : percent(observation.ratio),
        html`${word('standing', observation.standing)} ${noteOn(site, observation)}`,
        day(observation.occurredOn),
      ]),
  });
};

const valueOf = (site: Site, { decimals }: IndicatorDetail, { value, provisional, firstValue }: ObservationView) => {
  const { text, number } = site.wording;
  return html`${number(value, decimals)}${provisional && html` <span class="zw-note">(${text('indicator.provisional')})</span>`}
  ${firstValue !== null && html`<p class="zw-note">${text('observation.first', { value: number(firstValue, decimals) })}</p>`}`;
};

const noteOn = ({ wording: { text } }: Site, { reason, source }: ObservationView) => [
  reason !== null && html`<p class="zw-note">${text('observation.reason', { reason })}</p>`,
  source !== null && html`<p class="zw-note">${text('observation.source', { source })}</p>`,
];

const path = (site: Site, { targetPath, unit, decimals }: IndicatorDetail) => {
  const { text, number, day } = site.wording;
  if (targetPath.length === 0) return null;
  return html`<section aria-labelledby="zielpfad">
    <h2 class="kern-heading-large" id="zielpfad">${text('indicator.path')}</h2>
    ${table({
      caption: text('indicator.path.caption', { unit }),
      captionShown: true,
      columns: [
        { label: text('column.date'), width: 4 },
        { label: text('column.value'), numeric: true },
      ],
      rows: targetPath.map(({ date, value }) => [day(date), number(value, decimals)]),
    })}
  </section>`;
};
