import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { MOST_BYTES } from './limits';

/** What a workbook consists of, by the name of each part: XML. */
export type Parts = ReadonlyMap<string, string>;

// An Excel workbook is a ZIP file. One of before 2007, and one with a password, is a compound file.
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

const OLD = 'is an old workbook (.xls) or has a password; save it as an Excel workbook (.xlsx) without one';
const OTHER = 'is no Excel workbook (.xlsx)';
const TOO_LARGE = 'is larger than 64 MiB when it is unpacked; split it';
const DAMAGED = 'is damaged and cannot be unpacked; save it again, or send it again';

const PART_WITH_CELLS =
  /^xl\/(?:workbook|_rels\/workbook\.xml|sharedStrings|styles|worksheets\/sheet\d+)\.(?:xml|rels)$/;

const beginsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

const entriesOf = async (zip: ZipFile): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) if (PART_WITH_CELLS.test(entry.fileName)) entries.push(entry);
  return entries;
};

/** Never more than the size the file declares for the part: yauzl stops where there is more. */
const partOf = async (zip: ZipFile, entry: Entry): Promise<[name: string, xml: string]> => {
  const bytes = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName} does not have the checksum it was packed with.`);
  return [entry.fileName, new TextDecoder('utf-8', { fatal: true }).decode(bytes)];
};

const unzipped = async (bytes: Uint8Array): Promise<Readonly<{ parts: Parts } | { objection: string }>> => {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false });
  const entries = await entriesOf(zip);
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (size > MOST_BYTES) return { objection: TOO_LARGE };

  const parts = new Map<string, string>();
  for (const entry of entries) parts.set(...(await partOf(zip, entry)));
  return { parts };
};

/** The parts of a workbook in which cells stand; or why they cannot be had. It never unpacks more than 64 MiB. */
export const unpacked = async (bytes: Uint8Array): Promise<Readonly<{ parts: Parts } | { objection: string }>> => {
  if (bytes.length > MOST_BYTES) return { objection: TOO_LARGE };
  if (beginsWith(bytes, COMPOUND_FILE)) return { objection: OLD };
  if (!beginsWith(bytes, ZIP)) return { objection: OTHER };
  // Whatever is wrong with it, yauzl throws; and what exactly that is helps nobody who has a damaged file.
  return unzipped(bytes).catch(() => ({ objection: DAMAGED }));
};
