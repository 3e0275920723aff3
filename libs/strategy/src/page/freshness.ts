import { germanDay } from '@zielwerk/kernel';

import type { Freshness } from '../views/overview';
import { html, type Html } from './html';
import type { Wording } from './wording';

const DAY_MS = 86_400_000;

/** How long ago a ministry last published something, seen from `today`, and how much there is of it. */
export const freshness = (wording: Wording, { lastRecordedAt, events }: Freshness, today: string): Html => {
  const { text, instant } = wording;
  if (lastRecordedAt === null) return html`<span class="zw-muted">${text('fresh.never')}</span>`;
  const days = Math.round((Date.parse(today) - Date.parse(germanDay(new Date(lastRecordedAt)))) / DAY_MS);
  return html`${ago(text, days)}
    <p class="zw-note">
      ${text('fresh.on', { moment: instant(lastRecordedAt) })}<br />${text('count.events', { n: events })}
    </p>`;
};

const ago = (text: Wording['text'], days: number) => {
  // A clock that runs ahead, or a page shown for an earlier day: there is no «in two days» for something that is there.
  if (days <= 0) return text('fresh.today');
  return days === 1 ? text('fresh.yesterday') : text('fresh.days', { n: days });
};
