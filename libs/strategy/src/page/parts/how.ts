import type { GoalProgress, IndicatorProgress, Missing } from '../../views/figures';
import { html, type Html, type Part } from '../html';
import { indicatorPath, link, measurePath, type Site } from '../site';
import { type Column, table } from './table';

/** Everything that is needed to compute a figure again by hand, closed until somebody asks. */
export const how = (site: Site, statement: Part, inputs: Part, missing: Part = null): Html => {
  const { text } = site.wording;
  return html`<details class="zw-details">
    <summary>${text('progress.how')}</summary>
    <p>${statement}</p>
    ${inputs} ${missing}
  </details>`;
};

/** A formula, to be read as it stands. */
export const formula = ({ wording: { text } }: Site, terms: string): Html =>
  html`${text('progress.formula')}: <code>${terms}</code>`;

/** A rule in words. */
export const rule = ({ wording: { text } }: Site, words: string): Html => html`${text('progress.rule')}: ${words}`;

const missingList = (site: Site, missing: readonly Missing[], path: (id: string) => string) =>
  missing.length > 0 &&
  html`<p>${site.wording.text('progress.missing')}:</p>
    <ul class="zw-bullets">
      ${missing.map(
        ({ id, title, reason }) =>
          html`<li>${link(site, path(id), title)} – ${site.wording.word('missing', reason)}</li>`,
      )}
    </ul>`;

export const inputsTable = (site: Site, columns: readonly Column[], rows: readonly (readonly Part[])[]) =>
  rows.length === 0
    ? html`<p>${site.wording.text('progress.inputs.none')}</p>`
    : table({ caption: site.wording.text('progress.inputs'), columns, rows });

/** How a goal's progress by its indicators came about. */
export const howByIndicators = (site: Site, { inputs, missing }: GoalProgress['byIndicators']): Html => {
  const { text, percent } = site.wording;
  const columns: readonly Column[] = [
    { label: text('column.indicator'), width: 4 },
    { label: text('column.progress'), numeric: true, width: 3 },
  ];
  const rows = inputs.map(({ indicatorId, title, value }) => [
    link(site, indicatorPath(indicatorId), title),
    percent(value),
  ]);
  return how(
    site,
    formula(site, text('formula.byIndicators')),
    inputsTable(site, columns, rows),
    missingList(site, missing, indicatorPath),
  );
};

/** How a goal's progress by its measures came about. */
export const howByMeasures = (site: Site, { inputs, missing }: GoalProgress['byMeasures']): Html => {
  const { text, percent, number } = site.wording;
  const columns: readonly Column[] = [
    { label: text('column.measure'), width: 4 },
    { label: text('column.weight'), numeric: true, width: 1 },
    { label: text('column.progress'), numeric: true, width: 3 },
  ];
  const rows = inputs.map((share) => [
    link(site, measurePath(share.measureId), share.title),
    number(share.weight),
    share.reported ? percent(share.percent / 100) : `${percent(0)} (${text('progress.noReport')})`,
  ]);
  return how(
    site,
    formula(site, text('formula.byMeasures')),
    inputsTable(site, columns, rows),
    missingList(site, missing, measurePath),
  );
};

/** How an indicator's progress came about; values are shown with that many decimals. */
export const howByValues = (site: Site, { inputs, missing }: IndicatorProgress, decimals: number): Html => {
  const { text, number, period, word } = site.wording;
  const shown = (value: number | null) => (value === null ? '–' : number(value, decimals));
  const rows = [
    [text('column.baseline'), shown(inputs.baseline)],
    [text('column.target'), shown(inputs.target)],
    [text('column.latest'), shown(inputs.latest)],
    [text('column.period'), inputs.period === null ? '–' : period(inputs.period)],
  ];
  const reasons = missing.map(({ reason }) => word('missing', reason)).join(', ');
  return how(
    site,
    formula(site, text(`formula.${inputs.kind}`)),
    inputsTable(
      site,
      [
        { label: text('progress.inputs'), width: 4 },
        { label: text('column.value'), numeric: true },
      ],
      rows,
    ),
    reasons !== '' && html`<p>${text('progress.missing')}: ${reasons}</p>`,
  );
};
