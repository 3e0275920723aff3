/** Of a CSV file, and of a workbook once it is unpacked. */
export const MOST_BYTES = 64 * 1024 * 1024;

// A spreadsheet cuts off what is beyond these, so nothing beyond them can have come from one, or go through one.
export const MOST_ROWS = 1_048_576;
export const MOST_CHARACTERS = 32_767;

// No table is as wide, and no workbook as full. They keep what is read within the memory of a small machine.
export const MOST_COLUMNS = 256;
export const MOST_SHEETS = 256;
/** Of a workbook, in all its parts. A cell takes four or more, so that a million cells is about what there is room for. */
export const MOST_TAGS = 4_000_000;

/** Reading stops after so many: whoever has these will correct the file before reading on. */
export const MOST_FAULTS = 100;
