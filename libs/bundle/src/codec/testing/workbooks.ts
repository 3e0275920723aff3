import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { packed } from '../packed';

export const partsOf = async (workbook: Uint8Array): Promise<Map<string, string>> => {
  const { files } = await JSZip.loadAsync(workbook);
  const parts = Object.values(files).map(async (part) => [part.name, await part.async('string')] as const);
  return new Map(await Promise.all(parts));
};

/** A workbook of which some parts are other ones, or gone. */
export const withParts = async (
  workbook: Uint8Array,
  changes: Readonly<Record<string, (xml: string) => string | null>>,
  compression: Parameters<typeof packed>[1] = 'quick',
): Promise<Uint8Array> => {
  const parts = await partsOf(workbook);
  for (const [name, change] of Object.entries(changes)) {
    const xml = change(parts.get(name) ?? '');
    if (xml === null) parts.delete(name);
    else parts.set(name, xml);
  }
  return new Uint8Array(await packed(parts, compression));
};

/** A workbook as somebody made it in a spreadsheet: one sheet `goals`, on which everything is possible. */
export const workbookWith = async (draw: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  draw(workbook.addWorksheet('goals'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
