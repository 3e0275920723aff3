// A value as the text of a cell.
import type { Column, Value, Weight } from '../tables/column';

/** All digits of a number: what is read back is the same one. */
const PLAIN = new Intl.NumberFormat('en-US', {
  useGrouping: false,
  maximumSignificantDigits: 17,
  signDisplay: 'negative',
});
const decimal = (value: number): string => PLAIN.format(value).replace('.', ',');
const euros = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
};

const weights = (value: readonly Weight[]): string => value.map(({ goal, weight }) => `${goal} ${weight}`).join(', ');

const list = (kind: Column['kind'], value: readonly string[] | readonly Weight[]): string =>
  kind === 'weights' ? weights(value as readonly Weight[]) : (value as readonly string[]).join(', ');

/** Numbers have a decimal comma and no exponent. */
export const cellText = ({ kind, empty }: Column, value: Value): string => {
  if (value === null || value === empty) return '';
  if (typeof value === 'boolean') return value ? 'yes' : '';
  if (typeof value === 'number') return kind === 'money' ? euros(value) : decimal(value);
  return typeof value === 'string' ? value : list(kind, value);
};

/** Kinds that a spreadsheet reckons with. */
export const isNumeric = ({ kind }: Column): boolean => kind === 'number' || kind === 'integer' || kind === 'money';
