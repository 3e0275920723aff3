import { temporaryFolder } from '../testing/temporary-folder';
import { SqliteCheckpoints } from './sqlite-checkpoints';

const folder = temporaryFolder();

it('finds positions as they were after it has been closed', async () => {
  const first = new SqliteCheckpoints(folder.file('checkpoints.db'));
  await first.save('relay', 7);
  first.close();
  await expect(first.load('relay')).rejects.toThrow();
  const second = new SqliteCheckpoints(folder.file('checkpoints.db'));
  expect(await second.load('relay')).toBe(7);
  second.close();
  expect(() => second.close()).not.toThrow();
});
