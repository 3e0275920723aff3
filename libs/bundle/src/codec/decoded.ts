import { isUtf8 } from 'node:buffer';
import { MOST_BYTES } from './limits';

const LF = 0x0a;
const CR = 0x0d;
const UTF_8 = [0xef, 0xbb, 0xbf];
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const beginsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

const endsLine = (bytes: Uint8Array, at: number) => bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF);

/** Line ends are bytes that never occur inside a character, so each line is UTF-8, or not, on its own. */
const firstLineNotUtf8 = (bytes: Uint8Array): number => {
  let line = 1;
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1)
    if (endsLine(bytes, at)) {
      if (!isUtf8(bytes.subarray(start, at))) return line;
      line += 1;
      start = at + 1;
    }
  return line;
};

const objectionTo = (bytes: Uint8Array): string | null => {
  if (bytes.length > MOST_BYTES) return 'is larger than 64 MiB; split it';
  if (UTF_16.some((mark) => beginsWith(bytes, mark))) return 'is UTF-16; save the file as CSV UTF-8';
  if (!isUtf8(bytes)) return `is not UTF-8 in line ${firstLineNotUtf8(bytes)}; save the file as CSV UTF-8`;
  return null;
};

/** The text of a file in UTF-8, without a byte order mark; or what is wrong with the file. */
export const decoded = (bytes: Uint8Array): Readonly<{ text: string } | { objection: string }> => {
  const objection = objectionTo(bytes);
  if (objection !== null) return { objection };
  const marked = beginsWith(bytes, UTF_8) ? bytes.subarray(UTF_8.length) : bytes;
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(marked) };
};
