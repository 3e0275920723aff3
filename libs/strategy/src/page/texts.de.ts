// What the page says in German. `{n}` chooses between `one` and `other`; the other places are filled in.
import { eventTexts } from './texts/events.de';
import { goalTexts } from './texts/goals.de';
import { listTexts } from './texts/lists.de';
import { measuredTexts } from './texts/measured.de';
import { ministryTexts } from './texts/ministry.de';
import { siteTexts } from './texts/site.de';

export const de = {
  ...siteTexts,
  ...listTexts,
  ...ministryTexts,
  ...goalTexts,
  ...measuredTexts,
  ...eventTexts,
} as const;
