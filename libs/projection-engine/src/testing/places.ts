import { placesForSpecs, type SpecPlace } from '@zielwerk/postgres-server';

import { type OpenOptions, openReadModel } from '../open-read-model';
import type { ReadModel } from '../read-model';
import { balances, type BalanceRow, jarEvents, type JarRow, jars } from './jars';

export type Tables = { jar: JarRow; balance: BalanceRow };
type Given = Partial<Pick<OpenOptions, 'projections' | 'events' | 'clock' | 'onWarning' | 'onRebuild'>> &
  Readonly<{ place?: SpecPlace }>;

/** Places for the read models of one spec file, and what is open in them: all gone after the last test. */
export const inPlaces = () => {
  const places = placesForSpecs();
  const open: ReadModel<Tables>[] = [];
  afterEach(async () => {
    for (const readModel of open.splice(0)) await readModel.close();
  });

  return {
    ...places,
    open: async ({ place, ...options }: Given = {}): Promise<ReadModel<Tables>> => {
      const readModel = await openReadModel<Tables>({
        projections: [jars, balances],
        events: jarEvents,
        ...options,
        ...(place ?? places.newPlace()),
      });
      open.push(readModel);
      return readModel;
    },
  };
};

export const editionOf = (readModel: ReadModel<Tables>): Promise<string> =>
  readModel.snapshot((_, { edition }) => Promise.resolve(edition));
