import JSZip from 'jszip';

// The first day a ZIP file can tell. What a workbook says does not depend on when it was written, so its bytes do not.
const DATE = new Date(Date.UTC(1980, 0, 1));

const COMPRESSION = { small: 'DEFLATE', quick: 'STORE' } as const;

/** A ZIP file of the parts: the same bytes for the same parts. */
export const packed = (
  parts: Iterable<readonly [name: string, content: string | Uint8Array]>,
  compression: keyof typeof COMPRESSION,
): Promise<ArrayBuffer> => {
  const zip = new JSZip();
  for (const [name, content] of parts) zip.file(name, content, { date: DATE, createFolders: false });
  return zip.generateAsync({ type: 'arraybuffer', compression: COMPRESSION[compression] });
};
