/** Rows of cells under a header, as one file `goals.csv` (or a workbook's sheet `goals`) holds them. */
export type Table = Readonly<{ name: string; file: string; header: readonly string[]; rows: readonly Row[] }>;

/** `place` is the row as a spreadsheet counts it: the header is row 1, and empty rows count. */
export type Row = Readonly<{ place: number; cells: readonly string[] }>;

/** What is wrong, and where. The detail is the rest of a sentence about the cell, the row, or the file. */
export type Fault = Readonly<{ file: string; row: number | null; column: string | null; detail: string }>;

/** What is written into a cell: text, or a number with a decimal comma (`-12,5`) for a spreadsheet to reckon with. */
export type Cell = string | Readonly<{ number: string }>;

/** Whether reading came to faults. It never answers an empty list of them. */
export const areFaults = (read: Table | readonly Table[] | readonly Fault[]): read is readonly Fault[] =>
  Array.isArray(read) && read.some((found: Table | Fault) => 'detail' in found);
