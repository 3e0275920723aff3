import type { CalendarDate } from '@zielwerk/kernel';
import type { Jurisdiction } from '@zielwerk/platform';
import type { Kysely } from 'kysely';

import { ministriesOn } from './ministries-on';
import type { CabinetTables } from './tables';

/** All ministries up to a day, as they were called on it: see `ministriesOn`. */
export const listMinistries = async (db: Kysely<CabinetTables>, jurisdiction: Jurisdiction, day: CalendarDate) =>
  ministriesOn(await db.selectFrom('ministry').selectAll().orderBy('stream').execute(), jurisdiction, day);

/** All transfers of remits, the earliest one first. */
export const listRemitTransfers = (db: Kysely<CabinetTables>) =>
  db.selectFrom('remit_transfer').selectAll().orderBy('occurred_on').orderBy('stream').orderBy('revision').execute();
