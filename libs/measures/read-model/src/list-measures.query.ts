import { given, wordsIn } from '@zielwerk/kernel';
import { type ExpressionBuilder, type Kysely, sql, type SqlBool } from 'kysely';

import type { MeasureState } from './measure-row';
import type { MeasureTables } from './tables';

export type MeasureFilter = Readonly<{
  /** The public sees measures from their release on. */
  audience: 'public' | 'government';
  ministry?: string | undefined;
  state?: MeasureState | undefined;
  health?: 'green' | 'amber' | 'red' | 'undeclared' | undefined;
  /** The id of a goal it contributes to. */
  goal?: string | undefined;
  /** Each word must occur somewhere in title, description or reference. */
  text?: string | undefined;
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

const occurs = (eb: Builder, word: string) => sql<SqlBool>`${eb.ref('measure.search_text')} like ${`%${word}%`}`;

const conditions = (eb: Builder, filter: MeasureFilter) => [
  ...(filter.audience === 'public' ? [eb('measure.audience', '=', 'public')] : []),
  ...given(filter.ministry, (ministry) => eb('measure.ministry', '=', ministry)),
  ...given(filter.state, (state) => eb('measure.state', '=', state)),
  ...given(filter.health, (health) =>
    health === 'undeclared' ? eb('measure.health', 'is', null) : eb('measure.health', '=', health),
  ),
  ...given(filter.goal, (goalId) => contributesTo(eb, goalId)),
  ...wordsIn(filter.text ?? '').map((word) => occurs(eb, word)),
];

/** The measures that fit, in no order yet. */
export const listMeasures = (db: Kysely<MeasureTables>, filter: MeasureFilter) =>
  db
    .selectFrom('measure')
    .selectAll('measure')
    .where((eb) => eb.and(conditions(eb, filter)));

/** The measure with that id in the house that leads it; should a second house have used the id, the earlier one is meant. */
export const findMeasure = (db: Kysely<MeasureTables>, measureId: string, audience: MeasureFilter['audience']) =>
  listMeasures(db, { audience })
    .where('measure.measure_id', '=', measureId)
    // «public» comes behind «government» in the alphabet: what is binding goes before a mere draft.
    .orderBy('measure.audience', 'desc')
    .orderBy((eb) => eb.case().when('measure.state', '=', 'handedOver').then(1).else(0).end())
    .orderBy('measure.created_at')
    .orderBy('measure.stream')
    .limit(1)
    .executeTakeFirst();

/** What tallies and the computed health of measures are made of, of all of them at once, in no order. */
export const listMeasuresInShort = (db: Kysely<MeasureTables>, audience: MeasureFilter['audience']) =>
  db
    .selectFrom('measure')
    .select(['measure.measure_id', 'measure.stream', 'measure.ministry', 'measure.state', 'measure.reports_since'])
    .select(['measure.last_period', 'measure.last_period_end', 'measure.last_slip_days', 'measure.largest_slip_days'])
    .select('measure.health')
    .where((eb) => eb.and(conditions(eb, { audience })))
    .execute();

/** Measures whose house asks that ministry for help, with what holds them up; for the government. */
export const listMeasuresAsking = (db: Kysely<MeasureTables>, ministry: string) =>
  db
    .selectFrom('measure')
    .select(['measure_id', 'title', 'ministry', 'state', 'blockers'])
    // A list is kept as text: what a house wrote there has its quotation marks escaped.
    .where((eb) => sql<SqlBool>`cast(${eb.ref('blockers')} as text) like ${`%"helpFrom":"${ministry}"%`}`)
    .orderBy('title_key')
    .orderBy('stream')
    .execute();

/** Those of the measures with these ids that the reader may see, where they are led today. */
export const listMeasuresById = (
  db: Kysely<MeasureTables>,
  ids: readonly string[],
  audience: MeasureFilter['audience'],
) =>
  db
    .selectFrom('measure')
    .select(['measure_id', 'stream', 'title', 'ministry'])
    .where('measure_id', 'in', ids)
    .where('state', '<>', 'handedOver')
    .$if(audience === 'public', (measures) => measures.where('audience', '=', 'public'))
    .orderBy('title_key')
    .orderBy('stream')
    .execute();
