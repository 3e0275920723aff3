// What a house has before it on a day, and what it is behind with, pure: whatever is expected has a day, and that day is
// still to come or has passed.
import { type CalendarDate, daysBetween, folded, lastDayOf } from '@zielwerk/kernel';

import { hasEnded } from './goal-health';
import {
  expectedDayOf,
  isRunning,
  type MeasureLimits,
  type MilestoneFacts,
  periodsToReport,
  type ReportFacts,
  statusOf,
} from './measure-health';
import { namesIn, periodsBegun, type Recurring } from './periods';
import type { Agenda, AgendaEntry } from './views/agenda';
import type { GoalState } from './views/figures';

export type GoalTerm = Readonly<{ id: string; title: string; state: GoalState; targetDate: CalendarDate | null }>;

export type MeasureTerms = ReportFacts &
  Readonly<{ id: string; title: string; endsOn: CalendarDate | null; milestones: readonly MilestoneFacts[] }>;

/** One whose values are still waited for. */
export type ObservedIndicator = Readonly<{
  id: string;
  title: string;
  periodicity: Recurring;
  /** A day of the first period for which a value is expected. */
  from: CalendarDate;
  /** The last day of the last period that needs none any more. */
  observed: CalendarDate | null;
}>;

export type AgendaFacts = Readonly<{
  goals: readonly GoalTerm[];
  measures: readonly MeasureTerms[];
  indicators: readonly ObservedIndicator[];
  /** By when to report, of the periods for which the strategy office has said so; of the others by their last day. */
  reportBy: ReadonlyMap<string, CalendarDate>;
}>;

const DUE_WITHIN_DAYS = 90;

type Expected = Omit<AgendaEntry, 'days'>;
type Named = Readonly<{ id: string; title: string }>;

const goalOf = ({ id, title, state, targetDate }: GoalTerm): readonly Expected[] =>
  targetDate === null || hasEnded(state)
    ? []
    : [{ kind: 'goal-target', day: targetDate, ...{ thing: 'goal', id, title }, milestone: null, periods: [] }];

const planOf = ({ id, title, state, endsOn, milestones }: MeasureTerms): readonly Expected[] => {
  if (!isRunning(state)) return [];
  const of = { thing: 'measure', id, title, periods: [] } as const;
  const open = milestones.filter((milestone) => statusOf(milestone) === 'planned');
  return [
    ...open.map((facts) => ({
      ...{ kind: 'milestone' as const, day: expectedDayOf(facts) },
      ...{ ...of, milestone: { milestone: facts.milestone, title: facts.title } },
    })),
    ...(endsOn === null ? [] : [{ kind: 'measure-end' as const, day: endsOn, ...of, milestone: null }]),
  ];
};

type Term = Readonly<{ day: CalendarDate; period: string }>;
type Source = Pick<Expected, 'kind' | 'thing'> & Named;

/** Of what is late, however much it is, one entry: it is made good for all of its periods together. */
const periodsOf = (
  { kind, thing, id, title }: Source,
  terms: readonly Term[],
  today: CalendarDate,
): readonly Expected[] => {
  const late = terms.filter(({ day }) => day < today);
  const open = terms.filter(({ day }) => day >= today);
  return [late, ...open.map((term) => [term])].flatMap((together) => {
    const [first] = together;
    const periods = together.map(({ period }) => period);
    return first ? [{ kind, day: first.day, thing, id, title, milestone: null, periods }] : [];
  });
};

type Dated = Readonly<{ day: CalendarDate }>;

const byDay = (one: Dated, other: Dated): number => daysBetween(other.day, one.day);

const byTitle = (one: Named, other: Named): number => {
  const [title, next] = [folded(one.title), folded(other.title)];
  if (title === next) return 0;
  return title < next ? -1 : 1;
};

/** Of one house on a day. What is late is not due any more. */
export const agendaOn = (
  { goals, measures, indicators, reportBy }: AgendaFacts,
  today: CalendarDate,
  limits: MeasureLimits,
): Agenda => {
  const reports = ({ id, title, ...facts }: MeasureTerms) => {
    const terms = periodsToReport(facts, today, limits).map((period) => ({
      ...{ period, day: reportBy.get(period) ?? lastDayOf(period) },
    }));
    return periodsOf({ kind: 'progress-report', thing: 'measure', id, title }, terms.sort(byDay), today);
  };
  const values = ({ id, title, periodicity, from, observed }: ObservedIndicator) => {
    const periods = namesIn(periodsBegun(periodicity, { from, reported: observed }, today));
    const terms = periods.map((period) => ({ period, day: lastDayOf(period) }));
    return periodsOf({ kind: 'observation', thing: 'indicator', id, title }, terms, today);
  };
  const expected = [
    ...goals.flatMap(goalOf),
    ...measures.flatMap((measure) => [...planOf(measure), ...reports(measure)]),
    ...indicators.flatMap(values),
  ].sort((one, other) => byDay(one, other) || byTitle(one, other));
  const ahead = expected.map((one) => ({ ...one, days: daysBetween(today, one.day) }));
  return {
    dueWithinDays: DUE_WITHIN_DAYS,
    due: ahead.filter(({ days }) => days >= 0 && days <= DUE_WITHIN_DAYS),
    late: ahead.filter(({ days }) => days < 0).map((one) => ({ ...one, days: -one.days })),
  };
};
