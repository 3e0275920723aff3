const NUMBER = /^-?\d+(?:,\d+)?$/;

// A spreadsheet reckons with this many digits and keeps a few more, which nobody has entered.
const DIGITS = 15;
const PLAIN = new Intl.NumberFormat('en-US', {
  useGrouping: false,
  maximumSignificantDigits: DIGITS,
  signDisplay: 'negative',
});

/** A number as the tables write it: a decimal comma, no thousands separators, no exponent. */
export const isNumber = (text: string): boolean => NUMBER.test(text);

export const decimalText = (value: number): string => PLAIN.format(value).replace('.', ',');

/** The value of a number, or null where the text is none, or a number that a spreadsheet would round. */
export const decimalValue = (text: string): number | null =>
  isNumber(text) && text.replaceAll(/\D/g, '').length <= DIGITS ? Number(text.replace(',', '.')) : null;
