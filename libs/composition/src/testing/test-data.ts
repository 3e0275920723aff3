// Real data stays outside the repository; ZIELWERK_TEST_DATA names the folder it is in.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Declares specs on a data set; they are announced as skipped when it is missing, and fail when engines are required. */
export const withTestData = (name: string, declare: (folder: string) => void): void => {
  const folder = join(process.env.ZIELWERK_TEST_DATA ?? '', name);
  if (process.env.ZIELWERK_TEST_DATA && existsSync(folder)) describe(`with ${name},`, () => declare(folder));
  else if (process.env.ZIELWERK_REQUIRE_ENGINES === '1')
    it(`finds ${name} in ZIELWERK_TEST_DATA`, () => {
      throw new Error(`${name} is not in the folder that ZIELWERK_TEST_DATA names.`);
    });
  else
    describe.skip(`with ${name} (set ZIELWERK_TEST_DATA to the folder it is in),`, () => {
      it('compares the real data', () => undefined);
    });
};
