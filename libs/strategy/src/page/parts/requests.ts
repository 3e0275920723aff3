// What other houses ask of one: help, and the measures that theirs wait for.
import type { RequestsView } from '../../views/overview';
import { html, type Part } from '../html';
import { ministryLink, type Site } from '../site';
import { governmentOnly } from './goal-end';
import { measureLink } from './measure-parts';
import { section } from './section';
import { table } from './table';

/** Nothing for the public, who is given nothing of it. */
export const helpSection = (site: Site, { help }: RequestsView): Part => {
  const { text } = site.wording;
  if (help.length === 0) return null;
  return section(
    'hilfe',
    text('ministry.help'),
    html`${governmentOnly(site)}
    ${table({
      caption: text('ministry.help'),
      columns: [
        { label: text('column.measure'), width: 4 },
        { label: text('column.ministry'), width: 3 },
        { label: text('column.blocker'), width: 4 },
        { label: text('column.help'), width: 4 },
      ],
      rows: help.map((one) => [measureLink(site, one), ministryLink(site, one.ministry), one.what, one.help ?? '–']),
    })}`,
  );
};

/** For the government, too. */
export const waitingSection = (site: Site, { waiting }: RequestsView): Part => {
  const { text, word } = site.wording;
  if (waiting.length === 0) return null;
  return section(
    'wartend',
    text('ministry.waiting'),
    html`${governmentOnly(site)}
    ${table({
      caption: text('ministry.waiting'),
      columns: [
        { label: text('column.measure'), width: 4 },
        { label: text('column.ministry'), width: 3 },
        { label: text('column.waitsFor'), width: 4 },
        { label: text('column.state'), width: 3 },
      ],
      rows: waiting.map((one) => [
        measureLink(site, one),
        ministryLink(site, one.ministry),
        measureLink(site, one.waitsFor),
        word('dependency', one.standing),
      ]),
    })}`,
  );
};
