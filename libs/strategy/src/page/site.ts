import type { CalendarDate } from '@zielwerk/kernel';

import type { Assets } from './assets';
import { html, type Html } from './html';
import type { Language } from './language';
import type { Wording } from './wording';

export type Query = Readonly<Record<string, string>>;

/** The names behind the codes. */
export type Names = Readonly<{
  /** Of the state, such as Sachsen-Anhalt. */
  place: string;
  /** What is made up: the names that the jurisdiction file gives, or the facts as well. Every page says so. */
  sample: 'names' | 'facts' | null;
  ministries: readonly Readonly<{ code: string; name: string; shortName: string }>[];
  pillars: readonly Readonly<{ code: string; title: string }>[];
  themes: readonly Readonly<{ code: string; pillar: string; title: string }>[];
}>;

/** What every page needs to know beside its content. */
export type Site = Readonly<{
  wording: Wording;
  /** The reader asked for the language by name: links go on asking for it. */
  languageAsked: boolean;
  names: Names;
  /** The day that was set for this system, where its days do not pass: every page says so. */
  setDay: CalendarDate | null;
  assets: Assets;
  /** The address asked for, without `lang`. */
  path: string;
  query: Query;
}>;

const withQuery = (path: string, query: Query): string => {
  const entries = Object.entries(query).filter(([, value]) => value !== '');
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
};

/** The address of a page of this site; it stays in the language the reader asked for. */
export const addressOf = (site: Site, path: string, query: Query = {}): string =>
  withQuery(path, site.languageAsked ? { ...query, lang: site.wording.language } : query);

/** The same page in another language. */
export const inLanguage = (site: Site, language: Language): string =>
  withQuery(site.path, { ...site.query, lang: language });

/** A link within running text. */
export const link = (site: Site, path: string, label: string): Html =>
  html`<a class="zw-link" href="${addressOf(site, path)}">${label}</a>`;

export const goalPath = (id: string): string => `/goals/${encodeURIComponent(id)}`;
export const measurePath = (id: string): string => `/measures/${encodeURIComponent(id)}`;
export const indicatorPath = (id: string): string => `/indicators/${encodeURIComponent(id)}`;
export const ministryPath = (code: string): string => `/ministries/${encodeURIComponent(code)}`;

/** The name a code stands for; the code itself where there is none. */
export const ministryName = (site: Site, code: string): string =>
  site.names.ministries.find((ministry) => ministry.code === code)?.name ?? code;

export const themeTitle = (site: Site, code: string): string =>
  site.names.themes.find((theme) => theme.code === code)?.title ?? code;

export const pillarTitle = (site: Site, code: string): string =>
  site.names.pillars.find((pillar) => pillar.code === code)?.title ?? code;

export const ministryLink = (site: Site, code: string): Html =>
  link(site, ministryPath(code), ministryName(site, code));
