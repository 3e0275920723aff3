import { assembled } from './assembled';
import { csvRecords } from './csv-records';
import { decoded } from './decoded';
import { separatorOf } from './separator';
import type { Fault, Table } from './table';

/**
 * Reads a CSV file: UTF-8, with or without a byte order mark; `;` or `,` between cells, as its header has it; quoted as in
 * RFC 4180; lines that end in CRLF, LF or CR. Empty rows are skipped, and so are empty cells beyond the header.
 *
 * Answers the table, or up to 100 faults with their places. Nothing that the bytes hold makes it throw.
 */
export const readCsv = (name: string, file: string, bytes: Uint8Array): Table | Fault[] => {
  const content = decoded(bytes);
  if ('objection' in content) return [{ file, row: null, column: null, detail: content.objection }];
  const separator = separatorOf(content.text);
  if (separator === '\t')
    return [{ file, row: 1, column: null, detail: 'has tabs between its cells; save the file as CSV' }];
  return assembled({ name, file }, csvRecords(content.text, separator));
};
