// The text of a cell as a value, or what it should have been.
import type { Column, ColumnKind, Value, Weight } from '../tables/column';

type Read = Readonly<{ value: Value }> | Readonly<{ wrong: string }>;
type Reader = (text: string, column: Column) => Read;

const value = (read: Value): Read => ({ value: read });
const wrong = (allowed: string): Read => ({ wrong: allowed });

/** `31.03.2026`, as spreadsheets in Germany write what was `2026-03-31`, is the same day. */
const GERMAN_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u;
const dayOf = (text: string): string => {
  const german = GERMAN_DAY.exec(text);
  return german ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}` : text;
};
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const date: Reader = (text) => {
  const day = dayOf(text);
  return isDay(day) ? value(day) : wrong('must be a day such as 2026-03-31 or 31.03.2026');
};

/** `1.234,5` and `1234,5`, also `1234.5`; points between thousands only beside a comma, as 1.234 alone could mean both. */
const NUMBER = /^-?(?:\d{1,3}(?:\.\d{3})+,\d+|\d+(?:[.,]\d+)?)$/u;
const plain = (text: string): string | null => {
  if (!NUMBER.test(text)) return null;
  return text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text;
};

const number: Reader = (text) => {
  const digits = plain(text);
  const read = Number(digits);
  return digits !== null && Number.isFinite(read) ? value(read) : wrong('must be a number such as 12,5');
};

const integer: Reader = (text) =>
  /^-?\d{1,15}$/u.test(text) ? value(Number(text)) : wrong('must be a whole number such as 12');

const CENTS = /^(-?\d{1,13})(?:\.(\d{1,2}))?$/u;
const money: Reader = (text) => {
  const euros = CENTS.exec(plain(text) ?? '');
  return euros
    ? value(Number(`${euros[1]}${(euros[2] ?? '').padEnd(2, '0')}`))
    : wrong('must be an amount in euros such as 1234,50');
};

const FLAGS = new Map([...['yes', 'ja', 'x'].map((text) => [text, true] as const), ['no', false], ['nein', false]]);
const flag: Reader = (text) => {
  const read = FLAGS.get(text.toLowerCase());
  return read === undefined ? wrong('must be yes or empty') : value(read);
};

const choice: Reader = (text, { values = [] }) =>
  values.includes(text) ? value(text) : wrong(`must be one of ${values.join(', ')}`);

const MINISTRY = /^[a-z]{2,8}$/u;
const ministry: Reader = (text) =>
  MINISTRY.test(text) ? value(text) : wrong('must be the code of a ministry such as mf');

const items = (text: string): readonly string[] =>
  text
    .split(/[,\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
const twice = (all: readonly string[]): string | undefined => all.find((item, index) => all.indexOf(item) < index);

const list =
  (isItem: (item: string) => boolean, allowed: string): Reader =>
  (text) => {
    const all = items(text);
    const again = twice(all);
    if (again !== undefined) return wrong(`names ${again} twice`);
    return all.every(isItem) ? value(all) : wrong(allowed);
  };

const WEIGHT = /^(.*?)(?:\s+(\d{1,3}))?$/u;
const FULL_WEIGHT = 100;
const weightOf = (item: string): Weight => {
  const [, goal = '', weight] = WEIGHT.exec(item) ?? [];
  return { goal, weight: weight === undefined ? FULL_WEIGHT : Number(weight) };
};
const weights: Reader = (text) => {
  const all = items(text).map(weightOf);
  const again = twice(all.map(({ goal }) => goal));
  if (again !== undefined) return wrong(`names ${again} twice`);
  return all.every(({ weight }) => weight >= 1 && weight <= FULL_WEIGHT)
    ? value(all)
    : wrong('must be goals with a weight from 1 to 100 each, such as Z-MF-1 60, Z-MI-2 40');
};

const READERS: Readonly<Record<ColumnKind, Reader>> = {
  ...{ date, number, integer, money, flag, choice, ministry, weights },
  text: (text, { digits = 0 }) => value(/^\d+$/u.test(text) ? text.padStart(digits, '0') : text),
  ...{ goal: value, measure: value, indicator: value, thing: value },
  ministries: list((item) => MINISTRY.test(item), 'must be codes of ministries such as mf, mi'),
  goals: list(() => true, 'must be references of goals such as Z-MF-1, Z-MI-2'),
};

const EMPTY: Partial<Record<ColumnKind, Value>> = { flag: false, ministries: [], goals: [], weights: [] };

/** Blanks around a value do not count, but for texts, which stay as they are; an empty cell is null, no, or an empty list. */
export const cellValue = (column: Column, text: string): Read => {
  const trimmed = text.trim();
  if (trimmed !== '') return READERS[column.kind](column.kind === 'text' ? text : trimmed, column);
  return column.needed ? wrong('may not be empty') : value(column.empty ?? EMPTY[column.kind] ?? null);
};
