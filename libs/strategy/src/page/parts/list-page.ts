// A list of things of one kind: to be narrowed down by a form, and read page by page.
import type { Answer, Page } from '../../views/answer';
import { html, type Html } from '../html';
import { layout } from '../layout';
import { addressOf, type Query, type Site } from '../site';
import { type Choice, type Filter, filterForm, isChosen } from './filter-form';
import { titleBlock } from './title-block';

/** What is shown of a list. */
export type List<Item> = Readonly<{
  page: Answer<Page<Item>>;
  filter: Filter;
  /** This is not the first page of the list. */
  continued: boolean;
  /** The choice was not possible, and the list shows everything. */
  refused?: boolean;
}>;

/** What makes it a list of goals, measures or indicators. */
export type ListKind<Item> = Readonly<{
  kind: 'goals' | 'measures' | 'indicators';
  choices: readonly Choice[];
  table: (items: readonly Item[]) => Html;
}>;

export const listPage = <Item>(site: Site, list: List<Item>, { kind, choices, table }: ListKind<Item>): string => {
  const { text } = site.wording;
  const { page, filter, refused } = list;
  const path = `/${kind}`;
  return layout(site, {
    title: text(`${kind}.title`),
    section: kind,
    asOf: page.asOf,
    stale: page.stale,
    data: addressOf({ ...site, languageAsked: false }, `/api/strategy${path}`, filter),
    main: html`
      ${titleBlock({ heading: text(`${kind}.title`) })}
      ${refused && html`<p class="zw-refused" role="status">${text(`${kind}.refused`)}</p>`}
      ${filterForm(site, { path, heading: text(`${kind}.filter`), filter, choices })}
      ${
        page.items.length === 0
          ? html`<p class="zw-empty">${text(isChosen(filter) ? `${kind}.none` : `${kind}.none.atAll`)}</p>`
          : html`<p class="zw-note">${text(`${kind}.shown`, { n: page.items.length })}</p>
              ${table(page.items)}`
      }
      ${paging(site, list, kind)}
    `,
  });
};

const paging = (site: Site, { page, filter, continued }: List<unknown>, kind: ListKind<unknown>['kind']) => {
  const { text } = site.wording;
  const { cursor } = page;
  if (cursor === null && !continued) return null;
  const step = (query: Query, label: string, emphasis: 'primary' | 'secondary') =>
    html`<a class="kern-btn kern-btn--${emphasis}" href="${addressOf(site, `/${kind}`, query)}"
      ><span class="kern-label">${label}</span></a
    >`;
  return html`<nav class="zw-buttons" aria-label="${text('list.paging')}">
    ${continued && step(filter, text('list.first'), 'secondary')}
    ${cursor !== null && step({ ...filter, cursor }, text(`${kind}.next`), 'primary')}
  </nav>`;
};
