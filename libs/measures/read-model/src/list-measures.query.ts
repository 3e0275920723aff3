import { given } from '@zielwerk/kernel';
import type { ExpressionBuilder, Kysely } from 'kysely';

import type { MeasureState } from './measure.projection';
import type { MeasureTables } from './tables';

export type MeasureFilter = Readonly<{
  /** The public sees measures from their release on. */
  audience: 'public' | 'government';
  ministry?: string | undefined;
  state?: MeasureState | undefined;
  /** The id of a goal it contributes to. */
  goal?: string | undefined;
}>;

/** The sort keys and the columns behind them. Each is followed by `stream`, which no two measures have in common. */
export const measureOrders = { title: 'title_key', endsOn: 'end_key' } as const;

type Builder = ExpressionBuilder<MeasureTables, 'measure'>;

const contributesTo = (eb: Builder, goalId: string) =>
  eb(
    'measure.stream',
    'in',
    eb.selectFrom('contribution').select('contribution.stream').where('contribution.goal_id', '=', goalId),
  );

const conditions = (eb: Builder, filter: MeasureFilter) => [
  ...(filter.audience === 'public' ? [eb('measure.audience', '=', 'public')] : []),
  ...given(filter.ministry, (ministry) => eb('measure.ministry', '=', ministry)),
  ...given(filter.state, (state) => eb('measure.state', '=', state)),
  ...given(filter.goal, (goalId) => contributesTo(eb, goalId)),
];

/** The measures that fit, in no order yet. */
export const listMeasures = (db: Kysely<MeasureTables>, filter: MeasureFilter) =>
  db
    .selectFrom('measure')
    .selectAll('measure')
    .where((eb) => eb.and(conditions(eb, filter)));

/** The measure with that id; should a second house have used the id, the earlier proposal is meant. */
export const findMeasure = (db: Kysely<MeasureTables>, measureId: string, audience: MeasureFilter['audience']) =>
  listMeasures(db, { audience })
    .where('measure.measure_id', '=', measureId)
    // «public» comes behind «government» in the alphabet: what is binding goes before a mere draft.
    .orderBy('measure.audience', 'desc')
    .orderBy('measure.created_at')
    .orderBy('measure.stream')
    .limit(1)
    .executeTakeFirst();

/** How many measures each house has in each state. */
export const countMeasures = (db: Kysely<MeasureTables>, audience: MeasureFilter['audience']) =>
  db
    .selectFrom('measure')
    .select(['measure.ministry', 'measure.state', (eb) => eb.fn.countAll().as('measures')])
    .where((eb) => eb.and(conditions(eb, { audience })))
    .groupBy(['measure.ministry', 'measure.state'])
    .execute();
