import { namesIn, periodsBegun, periodsOver } from './periods';

it.each([
  ['quarter', '2026-01-01', null, '2026-03-31', []],
  ['quarter', '2026-01-01', null, '2026-04-01', ['2026-Q1']],
  ['quarter', '2026-03-31', null, '2026-04-01', ['2026-Q1']],
  ['quarter', '2026-04-01', null, '2026-04-01', []],
  ['quarter', '2025-11-15', null, '2026-07-02', ['2025-Q4', '2026-Q1', '2026-Q2']],
  ['quarter', '2025-11-15', '2026-03-31', '2026-07-02', ['2026-Q2']],
  ['quarter', '2026-04-01', '2025-12-31', '2026-07-02', ['2026-Q2']],
  ['quarter', '2026-04-01', '2026-12-31', '2026-07-02', []],
  ['year', '2025-06-01', null, '2027-12-31', ['2025', '2026']],
  ['month', '2028-02-29', null, '2028-03-01', ['2028-02']],
  ['month', '2027-12-31', null, '2028-02-29', ['2027-12', '2028-01']],
  ['month', '2027-12-31', '2027-12-31', '2028-02-29', ['2028-01']],
  ['month', '2026-05-01', null, '2026-04-01', []],
] as const)(
  'the %ss from %s on that are over when %s is reported and it is %s: %j',
  (...[length, from, reported, day, names]) => {
    const span = periodsOver(length, { from, reported }, day);
    expect([namesIn(span), span.count]).toEqual([names, names.length]);
  },
);

it.each([
  ['quarter', '2026-01-01', null, '2026-03-31', ['2026-Q1']],
  ['quarter', '2026-01-01', '2026-03-31', '2026-03-31', []],
  ['quarter', '2026-04-01', null, '2026-03-31', []],
  ['month', '2027-12-31', '2027-12-31', '2028-02-29', ['2028-01', '2028-02']],
  ['year', '2026-12-31', null, '2027-01-01', ['2026', '2027']],
] as const)('the %ss from %s on that have begun when %s is reported and it is %s: %j', (...asked) => {
  const [length, from, reported, day, names] = asked;
  expect(namesIn(periodsBegun(length, { from, reported }, day))).toEqual(names);
});
