// What the page says in English. The keys are those of the German catalogue.
import type { Catalogue } from './catalogue';
import { eventTexts } from './texts/events.en';
import { goalTexts } from './texts/goals.en';
import { measuredTexts } from './texts/measured.en';
import { siteTexts } from './texts/site.en';

export const en: Catalogue = { ...siteTexts, ...goalTexts, ...measuredTexts, ...eventTexts };
