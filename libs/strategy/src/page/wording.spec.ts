import { wordingOf } from './wording';

const de = wordingOf('de');
const en = wordingOf('en');
/** Numbers and their signs stay on one line, by a space that does not look different. */
const visible = (text: string) => text.replaceAll('\u00a0', ' ');

it('writes numbers as the language does', () => {
  expect([de.number(1234.5), en.number(1234.5)]).toEqual(['1.234,5', '1,234.5']);
  expect([de.number(1234.5, 2), en.number(1234.5, 0)]).toEqual(['1.234,50', '1,235']);
  expect(de.number(0.1 + 0.2)).toBe('0,3');
});

it.each([
  [0.735, '73,5 %', '73.5%'],
  [0, '0 %', '0%'],
  [1.0804, '108 %', '108%'],
  [-0.2, '-20 %', '-20%'],
])('writes the share %p as %s and %s', (share, german, english) =>
  expect([visible(de.percent(share)), en.percent(share)]).toEqual([german, english]),
);

it('writes days and instants as the language does, instants in German time', () => {
  expect([de.day('2026-09-30'), en.day('2026-09-30')]).toEqual(['30.09.2026', '30 September 2026']);
  expect([de.dayInWords('2026-09-30'), en.dayInWords('2026-09-30')]).toEqual([
    '30. September 2026',
    '30 September 2026',
  ]);
  expect([de.instant('2026-12-31T23:30:00.000Z'), visible(en.instant('2026-06-30T22:05:00.000Z'))]).toEqual([
    '01.01.2027, 00:30',
    '1 July 2026 at 00:05',
  ]);
});

it.each([
  ['2026', '2026', '2026'],
  ['2026-Q3', '3. Quartal 2026', 'Quarter 3 of 2026'],
  ['2026-09', 'September 2026', 'September 2026'],
  ['2026-03-01', '01.03.2026', '1 March 2026'],
])('writes the period %s as %s and %s', (period, german, english) =>
  expect([visible(de.period(period)), en.period(period)]).toEqual([german, english]),
);

it.each([
  [0, '0 Ziele', '0 goals'],
  [1, '1 Ziel', '1 goal'],
  [2, '2 Ziele', '2 goals'],
  [1234, '1.234 Ziele', '1,234 goals'],
])('counts %p goals as %s and %s', (n, german, english) =>
  expect([de.text('count.goals', { n }), en.text('count.goals', { n })]).toEqual([german, english]),
);

it('leaves a place visible that nobody fills', () => expect(de.text('asOf.line')).toBe('Stand: {day}'));

it('fills in what it is given as it is, even when that looks like a place or a replacement pattern', () =>
  expect(de.text('asOf.line', { day: '$& {n} <b>' })).toBe('Stand: $& {n} <b>'));

it('shows a word it does not know as it is', () =>
  expect([de.word('goalState', 'underway'), de.word('goalState', 'dreamt'), de.word('goalState', '__proto__')]).toEqual(
    ['in Umsetzung', 'dreamt', '__proto__'],
  ));
