// What has become of a goal, what is proposed, and what is being prepared.
import type { GoalDetail, OutcomeView } from '../../views/goal';
import { html, type Html, type Part } from '../html';
import { goalPath, indicatorPath, link, type Site } from '../site';
import { facts, lines, paragraphs } from './facts';
import { section } from './section';
import { table } from './table';

/** Only where there is something to say. */
export const goalEnd = (site: Site, { outcome, ended, successor }: GoalDetail): Part => {
  const { text, day } = site.wording;
  return [
    outcome &&
      section(
        'ergebnis',
        text('goal.outcome'),
        outcomeOf(site, outcome, text('goal.outcome.on', { day: day(outcome.on) })),
      ),
    ended &&
      section(
        'ende',
        text('goal.ended'),
        facts([
          [text('goal.ended.on'), day(ended.on)],
          [text('goal.ended.reason'), paragraphs(ended.reason)],
          [text('goal.successor'), successor && link(site, goalPath(successor.goalId), successor.title)],
        ]),
      ),
  ];
};

/** For the government: the others are given nothing to show here. */
export const goalPreparation = (site: Site, goal: GoalDetail): Part => {
  const { text } = site.wording;
  const { justification, missingForCoSignature: missing, proposal, state } = goal;
  return [
    proposal &&
      section(
        'vorschlag',
        text('goal.proposal'),
        outcomeOf(site, proposal, text('goal.proposal.hint'), governmentOnly(site)),
      ),
    (justification !== null || missing.length > 0) &&
      section(
        'mitzeichnung',
        text('goal.coSignature'),
        html`${governmentOnly(site)} ${justification && justificationOf(site, justification)}
        ${state === 'draft' && missingFor(site, missing)}`,
      ),
  ];
};

export const governmentOnly = ({ wording: { text } }: Site): Html =>
  html`<p class="zw-note">${text('site.governmentOnly')}</p>`;

const outcomeOf = (site: Site, outcome: OutcomeView, note: string, before: Part = null): Part => {
  const { text, word, day } = site.wording;
  return html`${before}
    <p><span class="zw-badge">${word('goalState', outcome.outcome)}</span></p>
    <p class="zw-note">${note}</p>
    ${facts([
      [text('goal.cutOff'), day(outcome.cutOffDate)],
      [text('goal.statement'), paragraphs(outcome.statement)],
    ])}
    ${evidence(site, outcome)}`;
};

const evidence = (site: Site, { evidence: all }: OutcomeView): Part => {
  const { text, number, period } = site.wording;
  if (all.length === 0) return html`<p>${text('goal.evidence.none')}</p>`;
  return table({
    caption: text('goal.evidence'),
    captionShown: true,
    columns: [
      { label: text('column.indicator'), width: 4 },
      { label: text('column.period') },
      { label: text('column.value'), numeric: true },
    ],
    rows: all.map((one) => [
      link(site, indicatorPath(one.indicatorId), one.title),
      period(one.period),
      html`${number(one.value)}${one.provisional && html` <span class="zw-note">(${text('indicator.provisional')})</span>`}`,
    ]),
  });
};

const justificationOf = (
  site: Site,
  { rationale, qualitative, touchesMoney }: NonNullable<GoalDetail['justification']>,
) => {
  const { text } = site.wording;
  return facts([
    [text('goal.rationale'), paragraphs(rationale)],
    [text('goal.measurability'), qualitative && text('goal.qualitative')],
    [text('goal.money'), touchesMoney && text('goal.touchesMoney')],
  ]);
};

const missingFor = ({ wording: { text, word } }: Site, missing: GoalDetail['missingForCoSignature']) =>
  missing.length === 0
    ? html`<p>${text('goal.missing.nothing')}</p>`
    : html`<p>${text('goal.missing')}:</p>
        ${lines(missing.map((need) => word('coordinationNeed', need)))}`;
