import type { EventView } from '../../views/answer';
import { html, type Html } from '../html';
import { ministryName, type Site } from '../site';

const LATEST_SHOWN = 5;

/** What was decided and reported, latest first; older entries are folded away. `events` come oldest first. */
export const history = (site: Site, events: readonly EventView[]): Html => {
  const latestFirst = events.toReversed();
  const older = latestFirst.slice(LATEST_SHOWN);
  const { text } = site.wording;
  return html`<section aria-labelledby="verlauf">
    <h2 class="kern-heading-large" id="verlauf">${text('history.title')}</h2>
    ${events.length === 0 && html`<p>${text('history.none')}</p>`} ${list(site, latestFirst.slice(0, LATEST_SHOWN))}
    ${
      older.length > 0 &&
      html`<details class="zw-details">
        <summary>${text('history.older', { n: older.length })}</summary>
        ${list(site, older)}
      </details>`
    }
  </section>`;
};

const list = (site: Site, events: readonly EventView[]) =>
  events.length > 0 &&
  html`<ol class="zw-history">
    ${events.map((event) => entry(site, event))}
  </ol>`;

const entry = (site: Site, event: EventView) => {
  const { text, word, day, instant, period } = site.wording;
  const ministry = ministryName(site, event.ministry);
  const what = [word('event', event.type), periodOf(event.data, period)].filter(Boolean).join(', ');
  return html`<li>
    <p class="zw-history__what">
      <time datetime="${event.occurredOn}">${day(event.occurredOn)}</time> <strong>${what}</strong>
    </p>
    <p class="zw-note">
      ${event.function === null ? ministry : text('history.by', { ministry, function: event.function })} ·
      ${event.reportedOn !== null && `${text('history.reported', { day: day(event.reportedOn) })} · `}
      ${text('history.recorded', { moment: instant(event.recordedAt) })} ·
      <a class="zw-link" href="${eventData(event)}"
        >${text('history.json')}<span class="kern-sr-only">
          ${text('history.json.of', { event: what, day: day(event.occurredOn) })}</span
        ></a
      >
    </p>
  </li>`;
};

/** Reports and observations say which period they are for. */
const periodOf = (data: unknown, inWords: (period: string) => string) => {
  if (typeof data !== 'object' || data === null || !('period' in data)) return null;
  return typeof data.period === 'string' ? inWords(data.period) : null;
};

const eventData = ({ stream, revision }: EventView) => `/api/strategy/events/${encodeURIComponent(stream)}@${revision}`;
