// What is due in a house and what is late there, one line for each day and thing.
import type { Agenda, AgendaEntry } from '../../views/agenda';
import { html, type Html, type Part } from '../html';
import { goalPath, indicatorPath, link, measurePath, type Site } from '../site';
import { section } from './section';
import { table } from './table';

const PATHS: Readonly<Record<AgendaEntry['thing'], (id: string) => string>> = {
  goal: goalPath,
  measure: measurePath,
  indicator: indicatorPath,
};

/** What is still open although its day has passed, the longest first. */
export const lateSection = (site: Site, { late }: Agenda): Html => {
  const { text } = site.wording;
  return section(
    'ueberfaellig',
    text('agenda.late'),
    late.length === 0
      ? html`<p>${text('agenda.late.none')}</p>`
      : html`<p class="zw-note zw-text">${text('agenda.late.how')}</p>
          ${entries(site, late, {
            caption: text('agenda.late.caption'),
            label: text('column.overdue'),
            time: (n) => html`<strong>${text('agenda.since', { n })}</strong>`,
          })}`,
  );
};

/** What comes next, the nearest first. */
export const dueSection = (site: Site, { due, dueWithinDays: n }: Agenda): Html => {
  const { text } = site.wording;
  return section(
    'anstehend',
    text('agenda.due'),
    due.length === 0
      ? html`<p>${text('agenda.due.none', { n })}</p>`
      : html`<p class="zw-note zw-text">${text('agenda.due.how', { n })}</p>
          ${entries(site, due, {
            caption: text('agenda.due.caption', { n }),
            label: text('column.until'),
            time: (days) => (days === 0 ? text('agenda.today') : text('agenda.in', { n: days })),
          })}`,
  );
};

type Shown = Readonly<{ caption: string; label: string; time: (days: number) => Part }>;

const entries = (site: Site, all: readonly AgendaEntry[], { caption, label, time }: Shown) => {
  const { text, word, day } = site.wording;
  return table({
    caption,
    columns: [
      { label: text('column.day') },
      { label: label },
      { label: text('column.what'), width: 4 },
      { label: text('column.concerns'), width: 4 },
    ],
    rows: all.map((entry) => [
      html`<time datetime="${entry.day}">${day(entry.day)}</time>`,
      time(entry.days),
      whatOf(site, entry),
      html`<span class="zw-muted">${word('agendaThing', entry.thing)}:</span>
        ${link(site, PATHS[entry.thing](entry.id), entry.title)}`,
    ]),
  });
};

const whatOf = (site: Site, { kind, milestone, periods }: AgendaEntry): string =>
  site.wording.text(`agendaKind.${kind}`, {
    milestone: milestone?.title ?? '',
    periods: periodsText(site, periods),
  });

const periodsText = ({ wording: { text, period } }: Site, periods: readonly string[]): string => {
  const [first = '', last = first] = [periods[0], periods.at(-1)];
  if (periods.length < 2) return periods.map(period).join('');
  return text('agenda.periods', { first: period(first), last: period(last), n: periods.length });
};
