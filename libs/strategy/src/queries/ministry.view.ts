import type { Jurisdiction } from '@zielwerk/platform';

import { lastEvent } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Freshness, MinistryView, Positions } from '../views';
import { measureTallyOf, type Statewide } from './statewide';
import { grouped, tallyOf } from './tally';

type Houses = Readonly<{ statewide: Statewide; jurisdiction: Jurisdiction; positions: Positions }>;

/** Every ministry of the jurisdiction, in the order of its file. */
export const ministryViews = (
  db: Tables,
  { statewide, jurisdiction, positions }: Houses,
): Promise<readonly MinistryView[]> => {
  const goals = grouped(statewide.goals, ({ lead }) => lead);
  const measures = grouped(statewide.measures, ({ ministry }) => ministry);
  const indicators = new Map(statewide.indicators.map((row) => [row.ministry, row.indicators]));
  return Promise.all(
    jurisdiction.ministries.map(async ({ code, name, shortName }) => ({
      ...{ ministry: code, name, shortName },
      tally: tallyOf(goals.get(code) ?? []),
      measures: measureTallyOf(measures.get(code) ?? []),
      indicators: indicators.get(code) ?? 0,
      freshness: await freshnessOf(db, code, positions),
    })),
  );
};

const freshnessOf = async (db: Tables, ministry: string, positions: Positions): Promise<Freshness> => {
  const offset = positions[ministry] ?? -1;
  const last = await lastEvent(db, ministry);
  return { lastRecordedAt: last?.recorded_at ?? null, offset, events: offset + 1 };
};
