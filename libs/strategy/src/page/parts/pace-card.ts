// How an indicator stands to its target path on the day of the page.
import type { Pace } from '../../views/health';
import type { IndicatorDetail } from '../../views/indicator';
import { html, type Html, type Part } from '../html';
import type { Site } from '../site';
import { formula, how, inputsTable } from './how';
import { bar } from './progress';

export const paceCard = (site: Site, { pace, decimals, title }: IndicatorDetail): Html => {
  const { text, day } = site.wording;
  const heading = text('pace.title', { day: day(pace.day) });
  return html`<section class="zw-card zw-card--next" aria-labelledby="zielpfadstand">
    <h2 class="kern-heading-medium" id="zielpfadstand">${heading}</h2>
    <div class="zw-figure">${figure(site, pace, `${heading}: ${title}`)}</div>
    <p class="zw-note">${text(`paceRule.${pace.rule}`)}</p>
    ${
      pace.inputs.expected !== null &&
      how(
        site,
        formula(site, text(`paceFormula.${pace.inputs.kind}`)),
        html`${inputs(site, pace, decimals)}
          <p>${text('pace.explain')}</p>`,
      )
    }
  </section>`;
};

/** What is kept or not says so in words. */
const figure = ({ wording }: Site, { value, rule }: Pace, label: string): Part => {
  const { text } = wording;
  if (value === null) return html`<span class="zw-muted">${text('pace.none')}</span>`;
  if (rule === 'compared') return bar(wording, value, label);
  const [yes, no] = rule === 'kept' || rule === 'not-kept' ? KEPT : DONE;
  return html`<span class="zw-met zw-met--${value === 1 ? 'yes' : 'no'}">${text(value === 1 ? yes : no)}</span>`;
};

const KEPT = ['progress.met', 'progress.notMet'] as const;
const DONE = ['progress.reached', 'progress.notReached'] as const;

const inputs = (site: Site, { inputs: { baseline, latest, from, to, expected }, day: on }: Pace, decimals: number) => {
  const { text, number, day, period } = site.wording;
  const shown = (value: number | undefined) => (value === undefined ? '–' : number(value, decimals));
  return inputsTable(
    site,
    [
      { label: text('progress.inputs'), width: 4 },
      { label: text('column.value'), numeric: true },
    ],
    [
      [text('column.baseline'), shown(baseline?.value)],
      ...(from ? [[text('pace.pointBefore', { day: day(from.date) }), shown(from.value)]] : []),
      ...(to ? [[text('pace.pointAfter', { day: day(to.date) }), shown(to.value)]] : []),
      [text('pace.expected', { day: day(on) }), shown(expected ?? undefined)],
      [latest ? text('pace.latest', { period: period(latest.period) }) : text('column.latest'), shown(latest?.value)],
    ],
  );
};
