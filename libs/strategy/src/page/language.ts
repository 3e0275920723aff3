/** German first: it is the language of the facts. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** What a reader asked for by name (`lang`), else the best of the browser's list, else German. */
export const chooseLanguage = (asked: unknown, acceptLanguage = ''): Language => {
  if (isLanguage(asked)) return asked;
  const [best] = acceptLanguage
    .split(',')
    .map((entry) => wish(entry))
    .filter(({ language, weight }) => isLanguage(language) && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return isLanguage(best?.language) ? best.language : 'de';
};

const wish = (entry: string) => {
  const [range = '', ...parameters] = entry.trim().toLowerCase().split(';');
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  return { language: range.split('-')[0], weight: quality ? Number(quality.slice(2)) : 1 };
};
