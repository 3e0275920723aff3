import type { Answer } from '../views/answer';
import type { GoalDetail } from '../views/goal';
import { html } from './html';
import { layout } from './layout';
import { facts, lines, paragraphs } from './parts/facts';
import { goalEnd, goalPreparation } from './parts/goal-end';
import { goalTable } from './parts/goal-table';
import { goalHealthCard } from './parts/health-card';
import { history } from './parts/history';
import { howByIndicators, howByMeasures } from './parts/how';
import { indicatorTable } from './parts/indicator-table';
import { contributingTable } from './parts/measure-table';
import { bar } from './parts/progress';
import { section } from './parts/section';
import { titleBlock } from './parts/title-block';
import { addressOf, goalPath, link, ministryLink, pillarTitle, type Site, themeTitle } from './site';

/** `/goals/<id>`: one goal with everything that speaks for or against its progress. */
export const renderGoal = (site: Site, goal: Answer<GoalDetail>): string => {
  const { text, word } = site.wording;
  return layout(site, {
    title: goal.title,
    section: 'goals',
    trail: [{ path: '/goals', label: text('site.goals') }],
    asOf: goal.asOf,
    stale: goal.stale,
    data: `/api/strategy/goals/${goal.goalId}`,
    main: html`
      ${titleBlock({
        preline: themeTitle(site, goal.theme),
        heading: goal.title,
        below: html`<p class="zw-badges">
            <span class="zw-badge">${word('goalState', goal.state)}</span>
            ${goal.overdue && html`<span class="zw-badge">${text('goal.overdue')}</span>`}
          </p>
          ${deferral(site, goal)} ${paragraphs(goal.description)}`,
      })}
      <div class="zw-columns">
        <section aria-labelledby="angaben">
          <h2 class="kern-heading-medium" id="angaben">${text('goal.facts')}</h2>
          ${goalFacts(site, goal)}
        </section>
        ${goalHealthCard(site, goal)}
      </div>
      ${goalEnd(site, goal)} ${goalPreparation(site, goal)} ${progress(site, goal)} ${indicators(site, goal)}
      ${measures(site, goal)} ${subgoals(site, goal)} ${history(site, goal.history)}
    `,
  });
};

const deferral = (site: Site, { deferred }: GoalDetail) => {
  const { text, day } = site.wording;
  if (deferred === null) return null;
  return html`<div class="zw-notice">
    <p><strong>${text('goal.deferred')}</strong></p>
    ${paragraphs(deferred.reason)}
    ${deferred.until !== null && html`<p>${text('goal.deferred.until', { day: day(deferred.until) })}</p>`}
  </div>`;
};

const goalFacts = (site: Site, goal: GoalDetail) => {
  const { text, day } = site.wording;
  const { adopted, participants } = goal;
  return facts([
    [text('goal.lead'), ministryLink(site, goal.lead)],
    [
      text('goal.participants'),
      participants.length === 0
        ? text('goal.participants.none')
        : lines(participants.map((code) => ministryLink(site, code))),
    ],
    [text('goal.pillar'), goal.pillar !== null && pillarTitle(site, goal.pillar)],
    [
      text('goal.theme'),
      html`<a class="zw-link" href="${addressOf(site, '/goals', { theme: goal.theme })}"
        >${themeTitle(site, goal.theme)}</a
      >`,
    ],
    [text('goal.targetDate'), goal.targetDate && day(goal.targetDate)],
    [
      text('goal.decision'),
      adopted && text('goal.decision.text', { number: adopted.decisionNumber, day: day(adopted.decidedOn) }),
    ],
    [text('goal.parent'), goal.parent && link(site, goalPath(goal.parent.goalId), goal.parent.title)],
    [text('goal.firstTitle'), goal.firstTitle],
    [text('goal.fileReference'), goal.fileReference],
    [text('goal.reference'), goal.reference],
  ]);
};

const progress = (site: Site, { title, progress: { byIndicators, byMeasures } }: GoalDetail) => {
  const { text } = site.wording;
  return html`<section aria-labelledby="fortschritt">
    <h2 class="kern-heading-large" id="fortschritt">${text('goal.progress')}</h2>
    <p>${text('goal.progress.hint')}</p>
    <div class="zw-cards zw-cards--two">
      <section class="zw-card">
        <h3 class="kern-heading-small">${text('goal.byIndicators')}</h3>
        <div class="zw-figure">
          ${bar(site.wording, byIndicators.value, `${text('column.byIndicators')}: ${title}`)}
        </div>
        <p class="zw-note">${text('goal.byIndicators.explain')}</p>
        ${howByIndicators(site, byIndicators)}
      </section>
      <section class="zw-card">
        <h3 class="kern-heading-small">${text('goal.byMeasures')}</h3>
        <div class="zw-figure">${bar(site.wording, byMeasures.value, `${text('column.byMeasures')}: ${title}`)}</div>
        <p class="zw-note">${text('goal.byMeasures.explain')}</p>
        ${howByMeasures(site, byMeasures)}
      </section>
    </div>
  </section>`;
};

const indicators = (site: Site, goal: GoalDetail) => {
  const { text } = site.wording;
  return section(
    'kennzahlen',
    text('goal.indicators'),
    goal.indicators.length === 0
      ? html`<p>${text('goal.indicators.none')}</p>`
      : indicatorTable(site, goal.indicators, { caption: text('goal.indicators') }),
  );
};

const measures = (site: Site, goal: GoalDetail) => {
  const { text } = site.wording;
  return section(
    'massnahmen',
    text('goal.measures'),
    goal.measures.length === 0 ? html`<p>${text('goal.measures.none')}</p>` : contributingTable(site, goal.measures),
  );
};

const subgoals = (site: Site, goal: GoalDetail) => {
  const { text } = site.wording;
  if (goal.subgoals.length === 0) return null;
  return section(
    'teilziele',
    text('goal.subgoals'),
    goalTable(site, goal.subgoals, { caption: text('goal.subgoals'), withLead: true }),
  );
};
