import type { Kysely } from 'kysely';

import { countedDependencies } from './counted-dependencies';
import type { MeasureTables } from './tables';

/** Every declared dependency of the state with its standing: who waits for whom. For the government. */
export const listDependencies = async (db: Kysely<MeasureTables>) =>
  countedDependencies(
    await db.selectFrom('dependency_declared').selectAll().execute(),
    await db.selectFrom('dependency_answer').selectAll().execute(),
    await db.selectFrom('measure').select(['stream', 'continues']).where('continues', 'is not', null).execute(),
  );
