import type { CellErrorValue, CellFormulaValue, CellRichTextValue, Cell as SheetCell } from 'exceljs';
import { decimalText } from './decimal';

/** What stands in a cell, in the words of the tables; or what is wrong with it. */
export type CellText = Readonly<{ text: string } | { detail: string }>;

const DAY = 24 * 60 * 60 * 1000;
// Before it, spreadsheets do not agree which day a number is: one of them knows a 29 February 1900.
const FIRST_DAY = Date.UTC(1900, 2, 1);
const AFTER_LAST_DAY = Date.UTC(10_000, 0, 1);

const dayText = (date: Date): CellText => {
  const time = date.getTime();
  if (!(time >= FIRST_DAY && time < AFTER_LAST_DAY)) return { detail: 'is no date from 1900-03-01 to 9999-12-31' };
  if (time % DAY !== 0) return { detail: 'has a time of day; write the day only' };
  return { text: date.toISOString().slice(0, 10) };
};

/** 12,5 % is kept as 0,125: nobody could tell which of the two a table wants. */
const numberText = (value: number, format: string | undefined): CellText => {
  if (!Number.isFinite(value)) return { detail: 'is no number' };
  if (format?.includes('%'))
    return { detail: 'is a percentage; format the cell as a number and write 12,5 for 12,5 %' };
  return { text: decimalText(value) };
};

type ObjectValue = Partial<CellErrorValue & CellRichTextValue> & Partial<Omit<CellFormulaValue, 'date1904'>>;

const objectText = (value: ObjectValue): CellText => {
  if (value.error !== undefined) return { detail: `is the error ${value.error}; write the value` };
  if (value.richText !== undefined) return { text: value.richText.map(({ text }) => text).join('') };
  return { detail: 'is a formula; write the value' };
};

/**
 * Text as it is, formatted text and links as their text, numbers with a decimal comma, days as `2026-03-31`, yes as `yes`
 * and no as nothing. Formulas and errors are nothing that could be read.
 */
export const cellText = ({ value, numFmt }: Pick<SheetCell, 'value' | 'numFmt'>): CellText => {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'number') return numberText(value, numFmt);
  if (typeof value === 'boolean') return { text: value ? 'yes' : '' };
  return value instanceof Date ? dayText(value) : objectText(value as ObjectValue);
};
