// Real data stays outside the repository; ZIELWERK_TEST_DATA names the folder it is in.
import { spawnSync } from 'node:child_process';
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

const { available, reason } = ((): Readonly<{ available: boolean; reason: string }> => {
  const java = spawnSync('java', ['-version']);
  const maven = spawnSync('mvn', ['-v']);
  const missing = [...(java.status === 0 ? [] : ['Java 17']), ...(maven.status === 0 ? [] : ['Maven'])];
  return { available: missing.length === 0, reason: `${missing.join(' and ')} needed for a real Kafka` };
})();

/** Declares specs on a real broker; announced as skipped without Java and Maven, failing when engines are required. */
export const withKafka = (declare: () => void): void => {
  if (available || process.env.ZIELWERK_REQUIRE_ENGINES === '1') describe('on a real Kafka,', declare);
  else
    describe.skip(`on a real Kafka (${reason}),`, () => {
      it('runs every service as a process', () => undefined);
    });
};
