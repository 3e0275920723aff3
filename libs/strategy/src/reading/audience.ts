// What is public of what: a goal from its adoption, a measure from its release, an indicator once it serves a public goal.
import { allEvents, type Audience, typeOf } from '@zielwerk/contracts';
import type { GoalScope } from '@zielwerk/indicators-read-model';
import { readableBy } from '@zielwerk/platform';
import type { ExpressionBuilder } from 'kysely';

import type { StrategyTables, Tables } from './tables';

/** What rows are kept for: the audit office sees more events than the government, but no other rows. */
export const rowsFor = (audience: Audience): 'public' | 'government' =>
  audience === 'public' ? 'public' : 'government';

const publicGoal =
  (db: Tables): GoalScope =>
  (goalId) =>
    db
      .selectFrom('goal')
      .select('goal.goal_id')
      .where('goal.goal_id', '=', goalId)
      .where('goal.audience', '=', 'public');

/** The scope of indicators; undefined for whoever sees all goals. */
export const goalScope = (db: Tables, audience: Audience): GoalScope | undefined =>
  audience === 'public' ? publicGoal(db) : undefined;

const EVENT_TYPES = [...new Set(Object.keys(allEvents.jsonSchemas()).map(typeOf))];

/** The types of event a reader may see; undefined for the audit office, which also sees those this release does not know. */
export const readableTypes = (audience: Audience): readonly string[] | undefined => {
  if (audience === 'house') return undefined;
  const readable = readableBy(audience);
  return EVENT_TYPES.filter((type) => readable.includes(allEvents.audienceOf(type) ?? 'house'));
};

type Builder = ExpressionBuilder<StrategyTables, 'event'>;

/** An event about something the public may see. */
export const isAboutPublic = (eb: Builder, db: Tables) =>
  eb.or([
    eb('event.type', 'in', ['PillarDefined', 'ThemeDefined']),
    eb.exists(
      eb
        .selectFrom('goal')
        .select('goal.stream')
        .whereRef('goal.stream', '=', 'event.stream')
        .where('goal.audience', '=', 'public'),
    ),
    eb.exists(
      eb
        .selectFrom('measure')
        .select('measure.stream')
        .whereRef('measure.stream', '=', 'event.stream')
        .where('measure.audience', '=', 'public'),
    ),
    eb.exists(
      eb
        .selectFrom('indicator_goal')
        .select('indicator_goal.stream')
        .whereRef('indicator_goal.stream', '=', 'event.stream')
        .where((served) => served.exists(publicGoal(db)(served.ref('indicator_goal.goal_id')))),
    ),
  ]);
