// What the page says in English. The keys are those of the German catalogue.
import type { Catalogue } from './catalogue';
import { eventTexts } from './texts/events.en';
import { goalTexts } from './texts/goals.en';
import { listTexts } from './texts/lists.en';
import { measuredTexts } from './texts/measured.en';
import { ministryTexts } from './texts/ministry.en';
import { siteTexts } from './texts/site.en';

export const en: Catalogue = {
  ...siteTexts,
  ...listTexts,
  ...ministryTexts,
  ...goalTexts,
  ...measuredTexts,
  ...eventTexts,
};
