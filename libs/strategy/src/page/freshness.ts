import { germanDay } from '@zielwerk/kernel';

import type { Freshness } from '../views';
import type { Wording } from './wording';

const DAY_MS = 86_400_000;

/** How long ago a ministry last published something, seen from `today`. */
export const freshness = ({ text, instant }: Wording, { lastRecordedAt }: Freshness, today: string): string => {
  if (lastRecordedAt === null) return text('fresh.never');
  const days = Math.round((Date.parse(today) - Date.parse(germanDay(new Date(lastRecordedAt)))) / DAY_MS);
  return text('fresh.on', { ago: ago(text, days), moment: instant(lastRecordedAt) });
};

const ago = (text: Wording['text'], days: number) => {
  // A clock that runs ahead, or a page shown for an earlier day: there is no «in two days» for something that is there.
  if (days <= 0) return text('fresh.today');
  return days === 1 ? text('fresh.yesterday') : text('fresh.days', { n: days });
};
