import { chooseLanguage } from './language';

it.each([
  ['en', 'de', 'en'],
  ['de', 'en', 'de'],
  [undefined, 'en-GB,en;q=0.9,de;q=0.8', 'en'],
  [undefined, 'de-DE,de;q=0.9,en;q=0.8', 'de'],
  [undefined, 'fr;q=1, en;q=0.3, de; q=0.7', 'de'],
  [undefined, 'de;q=0, en;q=0.1', 'en'],
  [undefined, 'fr', 'de'],
  [undefined, '*', 'de'],
  [undefined, '', 'de'],
  [undefined, undefined, 'de'],
  ['EN', 'fr', 'de'],
  [['en', 'de'], 'en;q=x', 'de'],
  ['"><script>', ';;q=,,', 'de'],
])('lang=%p with Accept-Language %p is answered in %s', (asked, header, language) =>
  expect(chooseLanguage(asked, header)).toBe(language),
);
