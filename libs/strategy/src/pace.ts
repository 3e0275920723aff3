// How an indicator stands to its target path on a day, pure.
import { type CalendarDate, daysBetween, lastDayOf } from '@zielwerk/kernel';

import { ratioOf, reached } from './progress';
import type { Pace, PaceInputs, PaceRule } from './views/health';

type Point = NonNullable<PaceInputs['from']>;
type Between = Pick<PaceInputs, 'from' | 'to' | 'expected'>;

/** An indicator as far as its pace goes. `path` by rising date; `latest` is the value of the period that ends last. */
export type Paced = Pick<PaceInputs, 'kind' | 'baseline' | 'latest'> & Readonly<{ path: readonly Point[] }>;

const RATIO = '(latest − baseline) / (path on the day − baseline)';
const FORMULAS: Readonly<Record<Paced['kind'], string>> = {
  increase: RATIO,
  decrease: RATIO,
  keepAtLeast: '1 if latest ≥ path on the day, else 0',
  keepAtMost: '1 if latest ≤ path on the day, else 0',
  milestone: 'from the target date on: 1 if latest has reached target, else 0',
  observed: 'none: the indicator is only observed',
};

/** From the baseline, where its day is known and comes first, over the points of the path. */
const wayOf = ({ baseline, path }: Paced): readonly Point[] => {
  const [first] = path;
  if (!first || !baseline?.date || baseline.date >= first.date) return path;
  return [{ date: baseline.date, value: baseline.value }, ...path];
};

const between = (from: Point, to: Point, day: CalendarDate): number => {
  const [passed, way] = [daysBetween(from.date, day), daysBetween(from.date, to.date)];
  return (from.value * (way - passed) + to.value * passed) / way;
};

/** The path's value on a day lies on a straight line between two points; after the last one it stays there. */
export const expectedOn = (indicator: Paced, day: CalendarDate): Between => {
  const way = wayOf(indicator);
  const next = way.findIndex(({ date }) => date > day);
  const from = next === -1 ? way.at(-1) : way[next - 1];
  const to = way[next];
  if (!from) return { from: null, to: null, expected: null };
  return { from, to: to ?? null, expected: to ? between(from, to, day) : from.value };
};

const whyNot = ({ kind, baseline, path, latest }: Paced, expected: number | null): PaceRule => {
  if (kind === 'observed') return 'observed';
  if (path.length === 0) return 'no-target';
  if (kind === 'milestone' && expected === null) return 'not-due';
  if (latest === null) return 'no-observation';
  if (expected === null) return 'before-path';
  return baseline === null ? 'no-baseline' : 'no-way';
};

type Verdict = Readonly<{ rule: PaceRule; value: number | null }>;

const met = (is: boolean, yes: PaceRule, no: PaceRule): Verdict =>
  is ? { rule: yes, value: 1 } : { rule: no, value: 0 };

/** Null where nothing can be compared. */
type Judge = (latest: number, expected: number, baseline: number | null) => Verdict | null;

const compared: Judge = (latest, expected, baseline) => {
  const value = ratioOf({ baseline, target: expected, latest });
  return value === null ? null : { rule: 'compared', value };
};

const JUDGES: Readonly<Record<Paced['kind'], Judge>> = {
  increase: compared,
  decrease: compared,
  keepAtLeast: (latest, expected) => met(latest >= expected, 'kept', 'not-kept'),
  keepAtMost: (latest, expected) => met(latest <= expected, 'kept', 'not-kept'),
  milestone: (latest, expected, baseline) => met(reached(latest, expected, baseline), 'done', 'not-done'),
  observed: () => null,
};

const judged = ({ kind, baseline, latest }: Paced, expected: number | null): Verdict | null =>
  latest === null || expected === null ? null : JUDGES[kind](latest.value, expected, baseline?.value ?? null);

/** Of a milestone nothing is expected before its target date, then all of it. */
const demandOn = (indicator: Paced, day: CalendarDate): Between => {
  if (indicator.kind !== 'milestone') return expectedOn(indicator, day);
  const target = indicator.path.at(-1);
  return target && day >= target.date
    ? { from: target, to: null, expected: target.value }
    : { from: null, to: null, expected: null };
};

/** An indicator's pace on a day: a share of what its path expects, or kept (1) or not (0), or none. */
export const paceOn = (known: Paced, day: CalendarDate): Pace => {
  const latest = known.latest && lastDayOf(known.latest.period) <= day ? known.latest : null;
  const indicator = { ...known, latest };
  const demand = demandOn(indicator, day);
  const verdict = judged(indicator, demand.expected);
  return {
    day,
    formula: FORMULAS[indicator.kind],
    inputs: { kind: indicator.kind, baseline: indicator.baseline, latest, ...demand },
    ...(verdict ?? { rule: whyNot(indicator, demand.expected), value: null }),
  };
};
