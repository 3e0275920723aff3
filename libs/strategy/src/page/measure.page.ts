import type { Answer } from '../views/answer';
import type { MeasureDetail, ProgressReportView } from '../views/measure';
import { html, type Part } from './html';
import { layout } from './layout';
import { facts, paragraphs } from './parts/facts';
import { history } from './parts/history';
import { budgetTable } from './parts/budget-table';
import { measureHealthCard } from './parts/health-card';
import { blockers, dependencies, measureEnd } from './parts/measure-parts';
import { measureProgress } from './parts/measure-table';
import { milestoneTable } from './parts/milestone-table';
import { section } from './parts/section';
import { type Column, table } from './parts/table';
import { titleBlock } from './parts/title-block';
import { goalPath, link, ministryLink, ministryName, ministryPath, type Site } from './site';

/** `/measures/<id>`: one measure with its charter, milestones, reports and the goals it serves. */
export const renderMeasure = (site: Site, measure: Answer<MeasureDetail>): string => {
  const { text, word } = site.wording;
  return layout(site, {
    title: measure.title,
    section: null,
    trail: [{ path: ministryPath(measure.ministry), label: ministryName(site, measure.ministry) }],
    asOf: measure.asOf,
    stale: measure.stale,
    data: `/api/strategy/measures/${measure.measureId}`,
    main: html`
      ${titleBlock({
        preline: text('column.measure'),
        heading: measure.title,
        below: html`<p class="zw-badges"><span class="zw-badge">${word('measureState', measure.state)}</span></p>
          ${paragraphs(measure.description)}`,
      })}
      <div class="zw-columns">
        <section aria-labelledby="angaben">
          <h2 class="kern-heading-medium" id="angaben">${text('measure.facts')}</h2>
          ${measureFacts(site, measure)}
        </section>
        <div>
          ${measureHealthCard(site, measure)}
          <section class="zw-card zw-card--next" aria-labelledby="fortschritt">
            <h2 class="kern-heading-medium" id="fortschritt">${text('measure.progress')}</h2>
            <div class="zw-figure">${measureProgress(site, measure)}</div>
            ${measure.setbacks > 0 && html`<p>${text('measure.setbacks', { n: measure.setbacks })}</p>`}
          </section>
        </div>
      </div>
      ${measureEnd(site, measure)} ${charter(site, measure)} ${contributions(site, measure)}
      ${milestones(site, measure)} ${blockers(site, measure)} ${dependencies(site, measure)} ${money(site, measure)}
      ${reports(site, measure)} ${history(site, measure.history)}
    `,
  });
};

const measureFacts = (site: Site, measure: MeasureDetail) => {
  const { text, day } = site.wording;
  const { startsOn, endsOn, projectLead, budgetLine } = measure;
  const open = text('measure.time.open');
  return facts([
    [text('measure.ministry'), ministryLink(site, measure.ministry)],
    [text('measure.lead'), projectLead && text('measure.lead.text', projectLead)],
    [
      text('measure.time'),
      text('measure.time.text', { start: startsOn ? day(startsOn) : open, end: endsOn ? day(endsOn) : open }),
    ],
    [text('measure.begunOn'), measure.begunOn && day(measure.begunOn)],
    [text('measure.budget'), budgetLine ?? (measure.needsNoMoney && text('measure.noMoney'))],
    [text('measure.continues'), measure.continues && ministryLink(site, measure.continues.ministry)],
    [text('goal.reference'), measure.reference],
  ]);
};

const charter = (site: Site, measure: MeasureDetail) => {
  const { text } = site.wording;
  if (measure.charter === null) return null;
  return section(
    'auftrag',
    text('measure.charter'),
    facts([
      [text('measure.purpose'), paragraphs(measure.charter.purpose)],
      [text('measure.result'), paragraphs(measure.charter.result)],
      [text('measure.achieved'), paragraphs(measure.result)],
    ]),
  );
};

const contributions = (site: Site, measure: MeasureDetail) => {
  const { text, number } = site.wording;
  const rows = measure.contributions.map(({ goalId, title, lead, weight }) => [
    link(site, goalPath(goalId), title),
    ministryLink(site, lead),
    number(weight),
  ]);
  const columns: readonly Column[] = [
    { label: text('column.goal'), width: 4 },
    { label: text('goal.lead'), width: 4 },
    { label: text('column.weight'), numeric: true, width: 1 },
  ];
  return section(
    'beitrag',
    text('measure.contributions'),
    rows.length === 0
      ? html`<p>${text('measure.contributions.none')}</p>`
      : table({ caption: text('measure.contributions'), columns, rows }),
  );
};

const milestones = (site: Site, { milestones: all }: MeasureDetail) => {
  const { text } = site.wording;
  return section(
    'meilensteine',
    text('measure.milestones'),
    all.length === 0 ? html`<p>${text('measure.milestones.none')}</p>` : milestoneTable(site, all),
  );
};

const money = (site: Site, { budget }: MeasureDetail) =>
  budget.lines.length > 0 && section('haushalt', site.wording.text('measure.money'), budgetTable(site, budget));

const reports = (site: Site, measure: MeasureDetail) => {
  const { text, percent, period, day } = site.wording;
  const rows = measure.reports
    .toReversed()
    .map((report) => [
      period(report.period),
      percent(report.percent / 100),
      reportText(site, report),
      day(report.occurredOn),
    ]);
  const columns: readonly Column[] = [
    { label: text('column.period') },
    { label: text('column.progress'), numeric: true },
    { label: text('column.text'), width: 4 },
    { label: text('column.reportedOn'), numeric: true },
  ];
  return section(
    'berichte',
    text('measure.reports'),
    rows.length === 0
      ? html`<p>${text('measure.reports.none')}</p>`
      : table({ caption: text('measure.reports.caption'), columns, rows }),
  );
};

const reportText = (site: Site, { text: said, explanation, corrected }: ProgressReportView): Part => {
  const { text, percent } = site.wording;
  return html`${paragraphs(said)}
  ${explanation !== null && html`<p>${text('measure.explanation', { text: explanation })}</p>`}
  ${
    corrected &&
    html`<p class="zw-note">
      ${text('report.corrected', { percent: percent(corrected.firstPercent / 100), reason: corrected.reason })}
    </p>`
  }`;
};
