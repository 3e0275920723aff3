import { isUtf8 } from 'node:buffer';

/** A message's value as it is kept: as text where that gives back the same bytes, which is most often and is read faster. */
export const keptOf = (value: Buffer): string | Buffer =>
  // SQLite ends some texts at NUL.
  isUtf8(value) && !value.includes(0) ? value.toString() : value;

export const bytesOf = (kept: string | Uint8Array): Buffer =>
  typeof kept === 'string' ? Buffer.from(kept) : viewOf(kept);

/** The same bytes and no copy. */
export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
