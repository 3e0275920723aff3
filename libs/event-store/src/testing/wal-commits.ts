import { readFileSync } from 'node:fs';

const HEADER = 32;
const FRAME_HEADER = 24;

/** How many transactions a write-ahead log holds: the last frame of each says how long the file is after it. */
export const walCommits = (file: string): number => {
  const wal = readFileSync(`${file}-wal`);
  const pageSize = wal.readUInt32BE(8);
  let commits = 0;
  for (let frame = HEADER; frame < wal.length; frame += FRAME_HEADER + pageSize)
    if (wal.readUInt32BE(frame + 4) !== 0) commits += 1;
  return commits;
};
