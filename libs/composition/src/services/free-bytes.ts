import { statfs } from 'node:fs/promises';

/** What is free on the file system of a folder; undefined where that cannot be told. */
export const freeBytesOf = async (folder: string): Promise<number | undefined> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
};
