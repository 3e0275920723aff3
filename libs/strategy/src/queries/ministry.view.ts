import { listMinistries, listRemitTransfers } from '@zielwerk/cabinet-read-model';
import type { CalendarDate } from '@zielwerk/kernel';
import type { Jurisdiction } from '@zielwerk/platform';

import { lastEvent } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Positions } from '../views/answer';
import type { Freshness, MinistryView, RemitView } from '../views/overview';
import type { Statewide } from './statewide';
import { grouped, measureTallyOf, tallyOf } from './tally';

type Houses = Readonly<{ statewide: Statewide; jurisdiction: Jurisdiction; positions: Positions; day: CalendarDate }>;

/** Every ministry that there has been, in the order of the jurisdiction file, as it is called on the day. */
export const ministryViews = async (
  db: Tables,
  { statewide, jurisdiction, positions, day }: Houses,
): Promise<readonly MinistryView[]> => {
  const goals = grouped(statewide.goals, ({ lead }) => lead);
  const measures = grouped(statewide.measures, ({ ministry }) => ministry);
  const indicators = new Map(statewide.indicators.map((row) => [row.ministry, row.indicators]));
  const ministries = await listMinistries(db, jurisdiction, day);
  const remits = (await listRemitTransfers(db)).map(remitView);
  return Promise.all(
    ministries.map(async ({ code, name, shortName, dissolvedOn, successor }) => ({
      ...{ ministry: code, name, shortName },
      tally: tallyOf(goals.get(code) ?? []),
      measures: measureTallyOf(measures.get(code) ?? []),
      indicators: indicators.get(code) ?? 0,
      freshness: await freshnessOf(db, code, positions),
      dissolved: dissolvedOn === null ? null : { on: dissolvedOn, successor },
      remits: remits.filter(({ from, to }) => from === code || to === code),
    })),
  );
};

const remitView = (row: Awaited<ReturnType<typeof listRemitTransfers>>[number]): RemitView => ({
  remit: row.remit,
  from: row.giver,
  to: row.receiver,
  on: row.occurred_on,
});

const freshnessOf = async (db: Tables, ministry: string, positions: Positions): Promise<Freshness> => {
  const offset = positions[ministry] ?? -1;
  const last = await lastEvent(db, ministry);
  // Not the offset: what came twice has two places on the topic, and is one event.
  const { events } = await db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll().as('events'))
    .where('ministry', '=', ministry)
    .executeTakeFirstOrThrow();
  return { lastRecordedAt: last?.recorded_at ?? null, offset, events: Number(events) };
};
