// What is public of what: a goal from its adoption, a measure from its release, an indicator once it serves a public goal.
import { allEvents, type Audience, frameworkEvents, ministryEvents, readableBy, typeOf } from '@zielwerk/contracts';
import type { GoalScope } from '@zielwerk/indicators-read-model';
import type { ExpressionBuilder } from 'kysely';

import { ENDED_GOAL_STATES } from '../goal-health';
import { type StrategyTables, type Tables, unindexed } from './tables';

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

/** The same of goals that have not ended: what they need is still waited for. */
export const openGoalScope =
  (db: Tables, audience: Audience): GoalScope =>
  (goalId) =>
    db
      .selectFrom('goal')
      .select('goal.goal_id')
      .where('goal.goal_id', '=', goalId)
      .where('goal.state', 'not in', ENDED_GOAL_STATES)
      .$if(audience === 'public', (goals) => goals.where('goal.audience', '=', 'public'));

const EVENT_TYPES = [...new Set(Object.keys(allEvents.jsonSchemas()).map(typeOf))];

/** The types of event a reader may see; undefined for the audit office, which also sees those this release does not know. */
export const readableTypes = (audience: Audience): readonly string[] | undefined => {
  if (audience === 'house') return undefined;
  const readable = readableBy(audience);
  return EVENT_TYPES.filter((type) => readable.includes(allEvents.audienceOf(type) ?? 'house'));
};

type Builder = ExpressionBuilder<StrategyTables, 'event'>;

const typesIn = (events: Pick<typeof allEvents, 'newestVersions'>) => Object.keys(events.newestVersions());

/** The strategy's framework and the ministries are public from the beginning. */
const ALWAYS = [...typesIn(frameworkEvents), ...typesIn(ministryEvents)];
/** From this event on the public may read the thing. */
const OPENERS = ['GoalAdopted', 'MeasureReleased'];
/** Of what was before, only this still counts, and is shown to the public with the thing. */
const LASTING = [
  'GoalHealthDeclared',
  'MeasureContributionAdded',
  'MeasureContributionWithdrawn',
  'MeasureBudgetPlanned',
  'MeasureBudgetConsented',
  'MeasureBudgetFrozen',
];

/** Whether such an event stands in the event's stream: at all, or no later than the event. */
const isOpened = (eb: Builder, by: 'at all' | 'by then') =>
  eb.exists(
    eb
      .selectFrom('event as opener')
      .select('opener.ordinal')
      .whereRef('opener.stream', '=', 'event.stream')
      .where(unindexed('opener.type'), 'in', OPENERS)
      .$if(by === 'by then', (openers) => openers.whereRef('opener.revision', '<=', 'event.revision')),
  );

/** A measure that was taken over when it was public already has no opener in its new stream. */
const sinceOpened = (eb: Builder) =>
  eb.or([eb(unindexed('event.type'), 'in', LASTING), isOpened(eb, 'by then'), eb.not(isOpened(eb, 'at all'))]);

const ofPublicRow = (eb: Builder, table: 'goal' | 'measure') =>
  eb.exists(
    eb
      .selectFrom(table)
      .select(`${table}.stream`)
      .whereRef(`${table}.stream`, '=', 'event.stream')
      .where(`${table}.audience`, '=', 'public'),
  );

/** An event about something the public may see. */
export const isAboutPublic = (eb: Builder, db: Tables) =>
  eb.or([
    eb(unindexed('event.type'), 'in', ALWAYS),
    eb.and([eb.or([ofPublicRow(eb, 'goal'), ofPublicRow(eb, 'measure')]), sinceOpened(eb)]),
    eb.exists(
      eb
        .selectFrom('indicator_goal')
        .select('indicator_goal.stream')
        .whereRef('indicator_goal.stream', '=', 'event.stream')
        .where((served) => served.exists(publicGoal(db)(served.ref('indicator_goal.goal_id')))),
    ),
  ]);
