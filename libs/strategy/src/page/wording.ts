import { firstDayOf, periodicityOf } from '@zielwerk/kernel';

import type { Catalogue, Text, TextKey } from './catalogue';
import type { Language } from './language';
import { de } from './texts.de';
import { en } from './texts.en';

type Values = Readonly<Record<string, string | number>>;

/** How one language says things. Everything is plain text: the templates escape it. */
export type Wording = Readonly<{
  language: Language;
  /** The text of a key; numbers are written as the language writes them. `n` chooses between singular and plural. */
  text: (key: TextKey, values?: Values) => string;
  /** The text for a word of the data such as a state; the word itself where the catalogue does not know it. */
  word: (group: string, code: string) => string;
  /** With that many decimals, or with as many as the number needs. */
  number: (value: number, decimals?: number) => string;
  /** A ratio such as 0.735 as `73,5 %`. */
  percent: (ratio: number) => string;
  /** Whole cents as an amount in euros. */
  euros: (cents: number) => string;
  /** A calendar day. */
  day: (day: string) => string;
  /** The same with the month in words. */
  dayInWords: (day: string) => string;
  /** An instant as day and time of day in Germany. */
  instant: (instant: string) => string;
  /** `2026`, `2026-Q3`, `2026-09` or a day. */
  period: (period: string) => string;
}>;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { de, en };
const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

// A format takes far longer to make than to use.
const numbersIn = (locale: string) => {
  const formats = new Map<number | undefined, Intl.NumberFormat>();
  return (value: number, decimals?: number): string => {
    const digits = { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 9 };
    const format = formats.get(decimals) ?? new Intl.NumberFormat(locale, digits);
    formats.set(decimals, format);
    return format.format(value);
  };
};

const wordingFor = (language: Language): Wording => {
  const catalogue = CATALOGUES[language];
  const locale = LOCALES[language];
  const plural = new Intl.PluralRules(locale);
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const dayFormat = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    dateStyle: language === 'de' ? 'medium' : 'long',
  });
  const longDay = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  const instant = new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Berlin',
    dateStyle: language === 'de' ? 'medium' : 'long',
    timeStyle: 'short',
  });

  const number = numbersIn(locale);
  const form = (text: Text, n: unknown) => {
    if (typeof text === 'string') return text;
    return plural.select(Number(n)) === 'one' ? text.one : text.other;
  };
  const fill = (text: Text, values: Values) =>
    form(text, values.n).replaceAll(/\{(\w+)\}/gu, (place, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? number(value) : (value ?? place);
    });
  const day = (date: string) => dayFormat.format(noon(date));

  const periods = {
    year: (period: string) => period,
    quarter: (period: string) =>
      fill(catalogue['period.quarter'], { quarter: period.slice(6), year: period.slice(0, 4) }),
    month: (period: string) => month.format(noon(firstDayOf(period))),
    day,
  };

  return {
    language,
    text: (key, values = {}) => fill(catalogue[key], values),
    word: (group, code) => {
      const key = `${group}.${code}`;
      return Object.hasOwn(catalogue, key) ? fill(catalogue[key as TextKey], {}) : code;
    },
    number,
    percent: (ratio) => percent.format(ratio),
    euros: (cents) => euros.format(cents / 100),
    day,
    dayInWords: (date) => longDay.format(noon(date)),
    instant: (moment) => instant.format(new Date(moment)),
    period: (period) => periods[periodicityOf(period)](period),
  };
};

const WORDINGS: Readonly<Record<Language, Wording>> = { de: wordingFor('de'), en: wordingFor('en') };

export const wordingOf = (language: Language): Wording => WORDINGS[language];
