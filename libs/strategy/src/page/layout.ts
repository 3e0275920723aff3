import type { AsOf } from '../views/answer';
import { html, type Html } from './html';
import { LANGUAGES } from './language';
import { addressOf, inLanguage, ministryName, type Site } from './site';
import { table } from './parts/table';

export type PageContent = Readonly<{
  /** For the browser's title. */
  title: string;
  /** Which entry of the navigation this page belongs to. */
  section: 'overview' | 'goals' | 'measures' | 'indicators' | null;
  /** The way from the overview to here, without either. */
  trail?: readonly Readonly<{ path: string; label: string }>[];
  main: Html;
  /** Null where the page shows no facts. */
  asOf: AsOf | null;
  /** What the reader asked to wait for has not arrived yet. */
  stale?: true | undefined;
  /** The same facts as JSON. */
  data?: string;
}>;

const LISTS = ['goals', 'measures', 'indicators'] as const;
const LANGUAGE_NAMES = { de: 'Deutsch', en: 'English' } as const;

/** A whole HTML document. */
export const layout = (site: Site, page: PageContent): string => {
  const { text, language } = site.wording;
  const title = text('site.title', { page: page.title, place: site.names.place });
  return String(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title}</title>
          <link rel="icon" href="${site.assets.path('favicon.svg')}" type="image/svg+xml" />
          <link rel="stylesheet" href="${site.assets.path('kern.min.css')}" />
          <link rel="stylesheet" href="${site.assets.path('zielwerk.css')}" />
          ${LANGUAGES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${inLanguage(site, other)}" />`)}
        </head>
        <body>
          <a class="zw-skip" href="#inhalt">${text('site.skip')}</a>
          ${header(site, page)}
          <main id="inhalt" class="zw-width" tabindex="-1">
            ${trail(site, page)} ${page.main} ${page.asOf && asOf(site, page.asOf, page.stale)}
          </main>
          ${footer(site, page)}
        </body>
      </html> `,
  );
};

const header = (site: Site, page: PageContent) => {
  const { text } = site.wording;
  return html`<header class="zw-header">
    <div class="zw-strip">
      <div class="zw-width zw-strip__content">
        <span>${site.names.place}</span>
        ${languages(site)}
      </div>
    </div>
    <div class="zw-width zw-brand">
      <a class="zw-brand__home" href="${addressOf(site, '/')}">
        ${mark}
        <span
          ><strong class="zw-brand__name">${text('site.name')}</strong>
          <span class="zw-brand__claim">${text('site.claim')}</span></span
        >
      </a>
      <nav class="zw-nav" aria-label="${text('site.navigation')}">
        <ul>
          ${navigationEntry(site, page.section === 'overview', '/', text('site.overview'))}
          ${LISTS.map((list) => navigationEntry(site, page.section === list, `/${list}`, text(`site.${list}`)))}
        </ul>
      </nav>
    </div>
    ${notices(site)}
  </header>`;
};

const mark = html`<svg
  class="zw-brand__mark"
  viewBox="0 0 32 32"
  width="36"
  height="36"
  aria-hidden="true"
  focusable="false"
>
  <g fill="none" stroke="currentColor" stroke-width="2.5">
    <circle cx="16" cy="16" r="13" />
    <circle cx="16" cy="16" r="7.5" />
  </g>
  <circle cx="16" cy="16" r="2.5" fill="currentColor" />
</svg>`;

const navigationEntry = (site: Site, current: boolean, path: string, label: string) =>
  html`<li><a href="${addressOf(site, path)}" ${current && html`aria-current="page"`}>${label}</a></li>`;

const languages = (site: Site) => {
  const { text, language } = site.wording;
  const entry = (other: (typeof LANGUAGES)[number]) => {
    const current = other === language && html`aria-current="true"`;
    return html`<li>
      <a href="${inLanguage(site, other)}" hreflang="${other}" lang="${other}" ${current}>${LANGUAGE_NAMES[other]}</a>
    </li>`;
  };
  return html`<nav class="zw-languages" aria-label="${text('site.language')}">
    <ul>
      ${LANGUAGES.map(entry)}
    </ul>
  </nav>`;
};

/** What a reader must know before believing anything on the page. */
const notices = (site: Site) => {
  const { names, setDay } = site;
  const { text, dayInWords } = site.wording;
  return [
    names.sample && notice('beispiel', text(`sample.${names.sample}.title`), text(`sample.${names.sample}.text`)),
    setDay !== null && notice('fester-tag', text('setDay.title'), text('setDay.text', { day: dayInWords(setDay) })),
  ];
};

const notice = (id: string, title: string, words: string) =>
  html`<section class="zw-banner" aria-labelledby="${id}">
    <div class="zw-width zw-banner__content">
      <span class="kern-icon kern-icon--info" aria-hidden="true"></span>
      <p><strong id="${id}">${title}</strong> ${words}</p>
    </div>
  </section>`;

const trail = (site: Site, { trail: steps = [], section, title }: PageContent) => {
  if (section === 'overview') return null;
  const { text } = site.wording;
  const step = (path: string, label: string) =>
    html`<li><a class="zw-link" href="${addressOf(site, path)}">${label}</a></li>`;
  return html`<nav class="zw-trail" aria-label="${text('site.breadcrumb')}">
    <ol>
      ${step('/', text('site.overview'))} ${steps.map(({ path, label }) => step(path, label))}
      <li aria-current="page"><span>${title}</span></li>
    </ol>
  </nav>`;
};

const asOf = (site: Site, { day, positions }: AsOf, stale: PageContent['stale']) => {
  const { text, number } = site.wording;
  const rows = Object.entries(positions).sort(([one], [other]) => (one < other ? -1 : 1));
  return html`<section class="zw-as-of" aria-labelledby="stand">
    <h2 class="kern-sr-only" id="stand">${text('asOf.title')}</h2>
    <p><strong>${text('asOf.line', { day: site.wording.day(day) })}</strong></p>
    ${stale && html`<p>${text('asOf.stale')}</p>`}
    <details class="zw-details">
      <summary>${text('asOf.positions')}</summary>
      <p>${text('asOf.explain')}</p>
      ${table({
        caption: text('asOf.positions'),
        columns: [
          { label: text('asOf.ministry'), width: 4 },
          { label: text('asOf.position'), numeric: true },
        ],
        rows: rows.map(([code, offset]) => [
          `${ministryName(site, code)} (${code})`,
          offset < 0 ? text('fresh.never') : number(offset),
        ]),
      })}
    </details>
  </section>`;
};

const footer = (site: Site, { data }: PageContent) => {
  const { text } = site.wording;
  return html`<footer class="zw-footer">
    <div class="zw-width">
      <p>${text('site.about')}</p>
      ${data && html`<p><a class="zw-link" href="${data}" title="${text('site.data.hint')}">${text('site.data')}</a></p>`}
    </div>
  </footer>`;
};
