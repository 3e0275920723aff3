// What a field can be. Events and requests are written in these words only.
import { IsBoolean, IsIn, IsInt, IsNumber, Matches, Max, Min } from 'class-validator';

import { HasFormat, MaxCharacters, word } from './word';

// Lower case only: an id names a stream, and two spellings would be two streams.
export const IsId = word('an id such as 0190a1de-0000-7000-8000-000000000001', (says) =>
  Matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u, says),
);

// Ministries come and go with elections: their codes are reference data, so only the spelling is fixed.
export const IsMinistryCode = word('the code of a ministry such as mwu', (says) => Matches(/^[a-z]{2,8}$/u, says));

/** A pillar's, theme's or unit's short name, chosen once and kept. */
export const IsCode = word('a short name such as it-security, in a-z, 0-9 and -', (says) =>
  Matches(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u, says),
);

/** What the house calls the thing in its own system; it never changes. */
export const IsReference = word('a reference of 1 to 100 letters, digits or . _ / : -', (says) =>
  Matches(/^[A-Za-z0-9](?:[A-Za-z0-9._/:-]{0,99})$/u, says),
);

export const IsReportingPeriod = word('a quarter or a month such as 2026-Q3 or 2026-09', (says) =>
  Matches(/^[12]\d{3}-(?:Q[1-4]|0[1-9]|1[0-2])$/u, says),
);

/** What an observation is for: a year, a quarter, a month or a day. */
export const IsObservationPeriod = word('a period such as 2026, 2026-Q3, 2026-09 or 2026-09-30', (says) =>
  HasFormat('period', says),
);

export const IsCalendarDate = word('a day of the calendar such as 2026-03-31', (says) => HasFormat('date', says));

/** When we learned of something; when it was true in the world is a calendar date. */
export const IsInstant = word('an instant such as 2026-03-31T12:00:00.000Z', (says) => HasFormat('date-time', says));

export const IsPercent = word(
  'a whole number from 0 to 100',
  (says) => IsInt(says),
  (says) => Min(0, says),
  (says) => Max(100, says),
);

export const IsRevision = word(
  'a whole number from 0 on',
  (says) => IsInt(says),
  (says) => Min(0, says),
);

export const IsWeight = word(
  'a whole number from 1 to 100',
  (says) => IsInt(says),
  (says) => Min(1, says),
  (says) => Max(100, says),
);

export const IsDecimals = word(
  'a whole number from 0 to 9',
  (says) => IsInt(says),
  (says) => Min(0, says),
  (says) => Max(9, says),
);

export const IsOrder = word(
  'a whole number from 1 to 999',
  (says) => IsInt(says),
  (says) => Min(1, says),
  (says) => Max(999, says),
);

export const IsBudgetYear = word(
  'a year from 2000 to 2099',
  (says) => IsInt(says),
  (says) => Min(2000, says),
  (says) => Max(2099, says),
);

/** Money. Whole cents, because a float loses them. */
export const IsEuroCents = word(
  'an amount in whole euro cents',
  (says) => IsInt(says),
  (says) => Min(0, says),
  (says) => Max(Number.MAX_SAFE_INTEGER, says),
);

export const IsIndicatorValue = word('a number', (says) => IsNumber({}, says));

export const IsFlag = word('true or false', (says) => IsBoolean(says));

export const IsOneOf = (...values: readonly string[]) =>
  word(`one of ${values.join(', ')}`, (says) => IsIn(values, says))();

/** Not blank, and without the two things databases choke on: NUL and half a surrogate pair. */
export const IsText = ({ max }: { max: number }) =>
  word(
    `text of 1 to ${max} characters`,
    (says) => Matches(/^\s*[^\s\u0000\p{Cs}][^\u0000\p{Cs}]*$/u, says),
    (says) => MaxCharacters(max, says),
  )();
