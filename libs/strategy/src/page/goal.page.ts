import type { Answer, GoalDetail } from '../views';
import { html } from './html';
import { layout } from './layout';
import { facts, lines, paragraphs } from './parts/facts';
import { lightBadge } from './parts/health';
import { history } from './parts/history';
import { howByIndicators, howByMeasures } from './parts/how';
import { indicatorTable } from './parts/indicator-table';
import { contributingTable } from './parts/measure-table';
import { bar } from './parts/progress';
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
            ${lightBadge(site.wording, goal.declaredHealth)}
          </p>
          ${paragraphs(goal.description)}`,
      })}
      <div class="zw-columns">
        <section aria-labelledby="angaben">
          <h2 class="kern-heading-medium" id="angaben">${text('goal.facts')}</h2>
          ${goalFacts(site, goal)}
        </section>
        ${health(site, goal)}
      </div>
      ${progress(site, goal)} ${indicators(site, goal)} ${measures(site, goal)} ${history(site, goal.history)}
    `,
  });
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
    [text('goal.parent'), goal.parentGoalId && link(site, goalPath(goal.parentGoalId), text('goal.parent.link'))],
    [text('goal.fileReference'), goal.fileReference],
    [text('goal.reference'), goal.reference],
  ]);
};

const health = (site: Site, { declaredHealth }: GoalDetail) => {
  const { text, day } = site.wording;
  return html`<section class="zw-card" aria-labelledby="ampel">
    <h2 class="kern-heading-medium" id="ampel">${text('goal.health')}</h2>
    ${
      declaredHealth === null
        ? html`<p>${text('health.none')}</p>`
        : html`<p>${lightBadge(site.wording, declaredHealth)}</p>
            ${paragraphs(declaredHealth.reason)}
            <p class="zw-note">${text('health.declaredOn', { day: day(declaredHealth.on) })}</p>`
    }
  </section>`;
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
  return html`<section aria-labelledby="kennzahlen">
    <h2 class="kern-heading-large" id="kennzahlen">${text('goal.indicators')}</h2>
    ${goal.indicators.length === 0 ? html`<p>${text('goal.indicators.none')}</p>` : indicatorTable(site, goal.indicators)}
  </section>`;
};

const measures = (site: Site, goal: GoalDetail) => {
  const { text } = site.wording;
  return html`<section aria-labelledby="massnahmen">
    <h2 class="kern-heading-large" id="massnahmen">${text('goal.measures')}</h2>
    ${goal.measures.length === 0 ? html`<p>${text('goal.measures.none')}</p>` : contributingTable(site, goal.measures)}
  </section>`;
};
