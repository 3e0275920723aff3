// A real PostgreSQL for specs, and how its files are damaged.
import { readFileSync, writeFileSync } from 'node:fs';

export { postgresMissing, PostgresServer, type Stop } from '../../../../tools/postgres/server.mjs';

/** Changes one bit of a file of a server that is stopped, where a text stands that occurs once. */
export const flipBit = (file: string, text: string): void => {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  if (at < 0 || bytes.indexOf(text, at + 1) >= 0) throw new Error(`${file} does not hold «${text}» once.`);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
};
