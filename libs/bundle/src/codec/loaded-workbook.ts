import type { Worksheet } from 'exceljs';
import { packed } from './packed';
import type { Parts } from './unpacked';

const WORKBOOK = 'xl/workbook.xml';

// ExcelJS takes names of areas, validations and the like apart into cells, so that one that is put on whole columns, as
// filters are, keeps it busy for hours. Nothing of it says what stands in a cell.
const DEFINED_NAMES = /<definedNames>[\s\S]*?<\/definedNames>/;
const IGNORED = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'autoFilter', 'rowBreaks', 'hyperlinks'],
  ...['pageMargins', 'dataValidations', 'pageSetup', 'headerFooter', 'printOptions', 'picture', 'drawing'],
  ...['sheetProtection', 'tableParts', 'conditionalFormatting', 'extLst'],
];
// And it knows only one of the two ways in which XML says yes, which would put every day four years off.
const COUNTS_FROM_1904 = /date1904=["']true["']/;

const UNREADABLE = 'cannot be read; open it in a spreadsheet and save it again';
const NO_CELLS = 'has a sheet without cells, such as a chart; remove it';

const forReading = (parts: Parts) =>
  new Map(parts).set(
    WORKBOOK,
    (parts.get(WORKBOOK) ?? '').replace(DEFINED_NAMES, '').replace(COUNTS_FROM_1904, 'date1904="1"'),
  );

const loaded = async (parts: Parts): Promise<readonly Worksheet[]> => {
  // It takes a second to load, which nobody should wait for who reads no workbook.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await packed(forReading(parts), 'quick'), { ignoreNodes: IGNORED });
  return workbook.worksheets;
};

/** The sheets of a workbook with nothing but their cells; or why they cannot be had. */
export const loadedWorkbook = async (
  parts: Parts,
): Promise<Readonly<{ sheets: readonly Worksheet[] } | { objection: string }>> => {
  try {
    const sheets = await loaded(parts);
    const named = parts.get(WORKBOOK)?.match(/<sheet\s/g)?.length;
    return sheets.length === named ? { sheets } : { objection: NO_CELLS };
  } catch {
    // Whatever is wrong with the parts of a workbook, ExcelJS throws it from somewhere within.
    return { objection: UNREADABLE };
  }
};
