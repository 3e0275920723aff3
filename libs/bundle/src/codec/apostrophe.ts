// A spreadsheet runs a cell that begins with one of these as a formula, whoever wrote it.
const RUNS = '=+\\-@\\t\\r\\n＝＋－＠';
const IS_RUN = new RegExp(`^[${RUNS}]`);
const IS_GUARDED = new RegExp(`^'['${RUNS}]`);

/** Text with an apostrophe before it where reading would take one away. */
export const keepApostrophe = (text: string): string => (IS_GUARDED.test(text) ? `'${text}` : text);

/** Text as no spreadsheet runs it: with an apostrophe before what begins like a formula. */
export const withApostrophe = (text: string): string => (IS_RUN.test(text) ? `'${text}` : keepApostrophe(text));

/** The text that was meant, for everything that `withApostrophe` or `keepApostrophe` answered. */
export const withoutApostrophe = (cell: string): string => (IS_GUARDED.test(cell) ? cell.slice(1) : cell);
