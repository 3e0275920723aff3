// Both lights of a goal or a measure on its own page: what was declared and why, what is computed and how.
import type { ComputedLight, Health } from '../../views/figures';
import type { DeclaredHealth, GoalSummary } from '../../views/goal';
import type { GoalHealth, MeasureHealth } from '../../views/health';
import type { MeasureSummary } from '../../views/measure';
import { html, type Html, type Part } from '../html';
import { indicatorPath, link, measurePath, type Site } from '../site';
import { lines, paragraphs } from './facts';
import { lightBadge } from './health';
import { how, inputsTable, rule as ruleInWords } from './how';
import type { Column } from './table';

/** The card of a goal. */
export const goalHealthCard = (site: Site, { declaredHealth, computedHealth, conflict }: GoalSummary): Html =>
  card(site, {
    declared: declared(site, declaredHealth, site.wording.text('health.none')),
    computed: computedHealth ? ofGoal(site, computedHealth) : site.wording.text('health.goalEnded'),
    day: computedHealth?.day ?? null,
    conflict: conflict && conflictText(site, declaredHealth, computedHealth),
  });

/** The card of a measure. */
export const measureHealthCard = (site: Site, { declaredHealth, computedHealth, conflict }: MeasureSummary): Html =>
  card(site, {
    declared: declared(site, declaredHealth, site.wording.text('measure.health.none')),
    computed: computedHealth ? ofMeasure(site, computedHealth) : site.wording.text('health.measureNotRunning'),
    day: computedHealth?.day ?? null,
    conflict: conflict && conflictText(site, declaredHealth, computedHealth),
  });

type Card = Readonly<{ declared: Part; computed: Part; day: string | null; conflict: Part }>;

const card = (site: Site, { declared: said, computed, day, conflict }: Card): Html => {
  const { text } = site.wording;
  const computedTitle =
    day === null ? text('column.computedHealth') : text('health.computedTitle', { day: site.wording.day(day) });
  return html`<section class="zw-card" aria-labelledby="ampel">
    <h2 class="kern-heading-medium" id="ampel">${text('goal.health')}</h2>
    ${conflict && html`<p class="zw-conflict">${conflict}</p>`}
    <h3 class="zw-card__title">${text('health.declaredTitle')}</h3>
    ${said}
    <h3 class="zw-card__title zw-card__title--next">${computedTitle}</h3>
    ${computed}
  </section>`;
};

const declared = (site: Site, health: DeclaredHealth | null, none: string): Part => {
  const { text, day } = site.wording;
  if (health === null) return html`<p>${none}</p>`;
  return html`<p>${lightBadge(site.wording, health.health)}</p>
    ${paragraphs(health.reason)}
    <p class="zw-note">${text('health.declaredOn', { day: day(health.on) })}</p>`;
};

type Lit<Light> = Readonly<{ health: Light }> | null;

const conflictText = ({ wording }: Site, said: Lit<Health>, computed: Lit<ComputedLight>): string =>
  wording.text('health.conflict.text', {
    declared: wording.word('health', said?.health ?? ''),
    computed: wording.word('health', computed?.health ?? ''),
  });

/** The limits of the rules, as the texts name them. */
export const goalLimits = (
  { percent }: Site['wording'],
  limits: Pick<GoalHealth['inputs'], 'redBelowPathPercent' | 'amberBelowPathPercent' | 'heavyWeightPercent'>,
) => ({
  redBelow: percent(limits.redBelowPathPercent / 100),
  amberBelow: percent(limits.amberBelowPathPercent / 100),
  heavy: percent(limits.heavyWeightPercent / 100),
});

const ofGoal = (site: Site, computed: GoalHealth): Part => {
  const { text } = site.wording;
  const { health, rule, inputs } = computed;
  const limits = goalLimits(site.wording, inputs);
  return html`<p>${lightBadge(site.wording, health)}</p>
    <p>${text(`goalRule.${rule}`, limits)}</p>
    ${decidedBy(site, computed)}
    ${how(site, ruleInWords(site, text('formula.goalHealth', limits)), goalInputs(site, computed))}`;
};

const decidedBy = (site: Site, { hitBy, inputs }: GoalHealth): Part => {
  const named = [
    ...inputs.indicators.map(({ indicatorId: id, title }) => ({ id, title, path: indicatorPath(id) })),
    ...inputs.measures.map(({ measureId: id, title }) => ({ id, title, path: measurePath(id) })),
  ].filter(({ id }) => hitBy.includes(id));
  return (
    named.length > 0 &&
    html`<div>
      ${site.wording.text('health.decidedBy')}: ${lines(named.map(({ title, path }) => link(site, path, title)))}
    </div>`
  );
};

const goalInputs = (site: Site, { inputs: { indicators, measures } }: GoalHealth): Part => {
  const { text, percent } = site.wording;
  const ofIndicators: readonly Column[] = [
    { label: text('column.indicator'), width: 4 },
    { label: text('column.pace'), numeric: true, width: 3 },
  ];
  const ofMeasures: readonly Column[] = [
    { label: text('column.measure'), width: 4 },
    { label: text('column.weightShare'), numeric: true },
    { label: text('column.computedHealth'), width: 3 },
  ];
  const paces = indicators.map(({ indicatorId, title, pace }) => [
    link(site, indicatorPath(indicatorId), title),
    pace === null ? text('pace.none') : percent(pace),
  ]);
  const weights = measures.map(({ measureId, title, share, health }) => [
    link(site, measurePath(measureId), title),
    percent(share),
    lightBadge(site.wording, health ?? 'notRunning', 'health'),
  ]);
  return [
    paces.length + weights.length === 0 && inputsTable(site, [], []),
    paces.length > 0 && inputsTable(site, ofIndicators, paces),
    weights.length > 0 && inputsTable(site, ofMeasures, weights),
  ];
};

const ofMeasure = (site: Site, { health, rule, inputs }: MeasureHealth): Part => {
  const { text } = site.wording;
  const days = { days: inputs.forecastDelayDays };
  return html`<p>${lightBadge(site.wording, health)}</p>
    <p>${text(`measureRule.${rule}`, days)}</p>
    ${how(site, ruleInWords(site, text('formula.measureHealth', days)), measureInputs(site, inputs))}`;
};

const measureInputs = (site: Site, { lastMilestone, slipped, unreported }: MeasureHealth['inputs']): Part => {
  const { text, period } = site.wording;
  const none = text('health.nothing');
  return inputsTable(
    site,
    [
      { label: text('progress.inputs'), width: 4 },
      { label: text('column.value'), width: 4 },
    ],
    [
      [text('health.lastMilestone'), lastMilestone ? slipText(site, lastMilestone) : none],
      [text('health.slipped'), slipped.length === 0 ? none : lines(slipped.map((slip) => slipText(site, slip)))],
      [text('health.unreported'), unreported.length === 0 ? none : lines(unreported.map(period))],
    ],
  );
};

const slipText = (site: Site, { title, days }: Readonly<{ title: string; days: number }>): string =>
  `${title}: ${daysAgainstPlan(site, days)}`;

/** How a milestone stands to the plan, in words. */
export const daysAgainstPlan = ({ wording: { text } }: Site, days: number): string => {
  if (days === 0) return text('milestone.onTime');
  return days > 0 ? text('milestone.late', { n: days }) : text('milestone.early', { n: -days });
};
