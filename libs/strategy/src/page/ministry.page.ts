import type { AsOf, Page } from '../views/answer';
import type { GoalSummary } from '../views/goal';
import type { IndicatorSummary } from '../views/indicator';
import type { MeasureSummary } from '../views/measure';
import type { MinistryDetail, MinistryView, RequestsView } from '../views/overview';
import { freshness } from './freshness';
import { html, type Html } from './html';
import { layout } from './layout';
import { dueSection, lateSection } from './parts/agenda';
import { facts } from './parts/facts';
import { goalTable } from './parts/goal-table';
import { lightCounts } from './parts/health';
import { indicatorTable } from './parts/indicator-table';
import { endColumn, measureTable, nextMilestoneColumn } from './parts/measure-table';
import { medianBar } from './parts/progress';
import { helpSection, waitingSection } from './parts/requests';
import { section } from './parts/section';
import { table } from './parts/table';
import { titleBlock } from './parts/title-block';
import { addressOf, ministryLink, type Site } from './site';

export type MinistryContent = Readonly<{
  ministry: MinistryDetail;
  /** The goals it leads. Of each kind a first page; the rest, should there be more, is one link away. */
  goals: Page<GoalSummary>;
  measures: Page<MeasureSummary>;
  indicators: Page<IndicatorSummary>;
  /** Empty for the public. */
  requests: RequestsView;
  asOf: AsOf;
}>;

/** `/ministries/<code>`: what one house has taken on, what is due there and what is late. */
export const renderMinistry = (site: Site, content: MinistryContent): string => {
  const { text } = site.wording;
  const { ministry: house, goals, measures, indicators, requests, asOf } = content;
  const { ministry: code } = house;
  return layout(site, {
    title: house.name,
    section: null,
    asOf,
    data: `/api/strategy/ministries/${encodeURIComponent(code)}`,
    main: html`
      ${titleBlock({ preline: text('ministry.code', { code: house.shortName }), heading: house.name, below: dissolution(site, house) })}
      ${figures(site, house, asOf.day)} ${lateSection(site, house)} ${dueSection(site, house)}
      ${helpSection(site, requests)} ${waitingSection(site, requests)} ${goalSection(site, code, goals)}
      ${measureSection(site, code, measures)} ${indicatorSection(site, code, indicators)} ${remitSection(site, house)}
    `,
  });
};

const figures = (site: Site, { tally, measures, indicators, freshness: fresh }: MinistryView, today: string) => {
  const { text, number, day } = site.wording;
  const computed = (key: 'figure.computedHealth' | 'figure.measureComputedHealth') => text(key, { day: day(today) });
  const { byIndicators, byMeasures } = tally.progress;
  return html`<section aria-labelledby="zahlen">
    <h2 class="kern-sr-only" id="zahlen">${text('overview.figures')}</h2>
    ${facts([
      [text('column.goals'), number(tally.goals.total)],
      [text('column.measures'), number(measures.total)],
      [text('column.indicators'), number(indicators)],
      [text('figure.health'), lightCounts(site.wording, tally.goals.byHealth, text('health.noGoals'))],
      [
        computed('figure.computedHealth'),
        lightCounts(site.wording, tally.goals.byComputedHealth, text('health.noGoals')),
      ],
      [text('figure.measureHealth'), lightCounts(site.wording, measures.byHealth, text('health.noMeasures'))],
      [
        computed('figure.measureComputedHealth'),
        lightCounts(site.wording, measures.byComputedHealth, text('health.noMeasures')),
      ],
      [text('figure.medianByIndicators'), medianBar(site.wording, byIndicators, text('figure.medianByIndicators'))],
      [text('figure.medianByMeasures'), medianBar(site.wording, byMeasures, text('figure.medianByMeasures'))],
      [text('column.latestReport'), freshness(site.wording, fresh, today)],
    ])}
  </section>`;
};

const goalSection = (site: Site, ministry: string, goals: Page<GoalSummary>) => {
  const { text } = site.wording;
  const caption = text('ministry.goals');
  return listed(site, goals, {
    ...{ id: 'ziele', kind: 'goals', ministry },
    table: () => goalTable(site, goals.items, { caption, withLead: false }),
  });
};

const measureSection = (site: Site, ministry: string, measures: Page<MeasureSummary>) => {
  const { text } = site.wording;
  const caption = text('ministry.measures');
  const after = [nextMilestoneColumn(site), endColumn(site)];
  return listed(site, measures, {
    ...{ id: 'massnahmen', kind: 'measures', ministry },
    table: () => measureTable(site, measures.items, { caption, after }),
  });
};

const indicatorSection = (site: Site, ministry: string, indicators: Page<IndicatorSummary>) => {
  const { text } = site.wording;
  const caption = text('ministry.indicators');
  return listed(site, indicators, {
    ...{ id: 'kennzahlen', kind: 'indicators', ministry },
    table: () => indicatorTable(site, indicators.items, { caption }),
  });
};

type Listed = Readonly<{
  id: string;
  kind: 'goals' | 'measures' | 'indicators';
  ministry: string;
  table: () => Html;
}>;

/** Everything of one kind that a house has, and the way to where it can be searched. */
const listed = (site: Site, { items, cursor }: Page<unknown>, { id, kind, ministry, table: shown }: Listed) => {
  const { text } = site.wording;
  const search = html`<a class="zw-link" href="${addressOf(site, `/${kind}`, { ministry })}"
    >${text(`ministry.${kind}.search`)}</a
  >`;
  return section(
    id,
    text(`ministry.${kind}`),
    items.length === 0
      ? html`<p>${text(`ministry.${kind}.none`)}</p>`
      : html`${shown()}
          <p>${cursor !== null && text('ministry.truncated', { n: items.length })} ${search}</p>`,
  );
};

const dissolution = (site: Site, { dissolved }: MinistryView) => {
  const { text, day } = site.wording;
  if (dissolved === null) return null;
  const { on, successor } = dissolved;
  return html`<div class="zw-notice">
    <p>${text('ministry.dissolved', { day: day(on) })}</p>
    ${successor !== null && html`<p>${text('ministry.successor')}: ${ministryLink(site, successor)}</p>`}
  </div>`;
};

const remitSection = (site: Site, { remits }: MinistryView) => {
  const { text, day } = site.wording;
  if (remits.length === 0) return null;
  return section(
    'zustaendigkeiten',
    text('ministry.remits'),
    table({
      caption: text('ministry.remits'),
      columns: [
        { label: text('column.remit'), width: 4 },
        { label: text('column.remitFrom'), width: 3 },
        { label: text('column.remitTo'), width: 3 },
        { label: text('column.remitOn'), width: 2 },
      ],
      rows: remits.map(({ remit, from, to, on }) => [remit, ministryLink(site, from), ministryLink(site, to), day(on)]),
    }),
  );
};
