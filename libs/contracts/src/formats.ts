// Formats a pattern cannot express, each one predicate for class-validator and for ajv.

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

// The short cut for the first 28 days matters: a Date for each field made ajv seven times slower.
const isCalendarDate = (text: string): boolean => {
  if (!/^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(text)) return false;
  const day = Number(text.slice(8));
  return day <= 28 || day <= lastDayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
};

// UTC to the millisecond only, as toISOString writes it: then instants, too, compare as strings.
const isInstant = (text: string): boolean =>
  /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/u.test(text) && isCalendarDate(text.slice(0, 10));

const isPeriod = (text: string): boolean =>
  text.length === 10 ? isCalendarDate(text) : /^[12]\d{3}(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?$/u.test(text);

export const formats = { date: isCalendarDate, 'date-time': isInstant, period: isPeriod };
