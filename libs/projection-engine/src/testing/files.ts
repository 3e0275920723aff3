import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';

import { openReadModel } from '../open-read-model';
import type { ReadModel, ReadModelOptions } from '../read-model';
import { balances, type BalanceRow, jarEvents, type JarRow, jars } from './jars';

export type Tables = { jar: JarRow; balance: BalanceRow };

/** A folder for one spec file, and what is open in it: all gone after the last test. */
export const inFiles = () => {
  const folder = mkdtempSync(join(tmpdir(), 'zielwerk-'));
  const open: ReadModel<Tables>[] = [];
  let count = 0;
  afterEach(async () => {
    for (const readModel of open.splice(0)) await readModel.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  return {
    newFile: () => join(folder, `${(count += 1)}.db`),
    open: async (options: Partial<ReadModelOptions> = {}): Promise<ReadModel<Tables>> => {
      const file = options.file ?? join(folder, `${(count += 1)}.db`);
      const readModel = await openReadModel<Tables>({
        projections: [jars, balances],
        events: jarEvents,
        ...options,
        file,
      });
      open.push(readModel);
      return readModel;
    },
    /** Changes a file from outside, as only a fault would. */
    tamper: (file: string, sql: string): void => {
      const database = new DatabaseSync(file);
      database.exec(sql);
      database.close();
    },
  };
};
