// The figures of measures, goals, themes and houses once more, in a few plain lines that share nothing with the program.
import * as fc from 'fast-check';

import {
  frame,
  HOUSES,
  id,
  type Indicator,
  type Measure,
  pathOf,
  QUARTERS,
  recordings,
  type State,
  state,
  THEMES,
} from './testing/any-state';
import { OpenStrategy } from './testing/open-strategy';

const TODAY = '2026-11-23';
const dayNumber = (day: string) => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8)) / 864e5;

// The naive calculation.
const naiveSlips = ({ milestones: all }: Measure) =>
  all
    .filter(({ dropped }) => !dropped)
    .map(({ baseline, forecast, reached }) => ({
      baseline,
      slip: dayNumber(reached ?? forecast ?? baseline) - dayNumber(baseline),
    }));

const naiveUnreported = ({ end, begun, percents }: Measure) => {
  if (end !== 'underway') return 0;
  const reportedUntil = QUARTERS[percents.length - 1]?.[1] ?? '';
  return QUARTERS.filter(([, over]) => over < TODAY && over >= begun && over > reportedUntil).length;
};

const naiveMeasure = (each: Measure) => {
  if (!['released', 'underway', 'suspended', 'inAcceptance'].includes(each.end)) return null;
  const kept = naiveSlips(each);
  const last = kept.filter(({ baseline }) => kept.every((other) => other.baseline <= baseline));
  const unreported = naiveUnreported(each);
  if (last.some(({ slip }) => slip > 90) || unreported >= 2) return 'red';
  return kept.some(({ slip }) => slip > 0) || unreported === 1 ? 'amber' : 'green';
};

const naiveExpected = (each: Indicator) => {
  const points = [...(each.dated ? [{ date: '2026-01-01', value: each.baseline }] : []), ...pathOf(each)];
  const before = points.filter(({ date }) => date <= TODAY).at(-1);
  const after = points.find(({ date }) => date > TODAY);
  if (!before || !after) return before?.value ?? null;
  const [passed, way] = [TODAY, after.date].map((day) => dayNumber(day) - dayNumber(before.date));
  return before.value + ((passed ?? 0) / (way ?? 1)) * (after.value - before.value);
};

const naivePace = (each: Indicator) => {
  const expected = naiveExpected(each);
  if (each.latest === null || expected === null || expected === each.baseline) return null;
  return (each.latest - each.baseline) / (expected - each.baseline);
};

const counting = ({ measures }: State, index: number) =>
  measures.filter((each) => each.goal === index && !['none', 'cancelled'].includes(each.end));

const naiveSigns = (all: State, index: number) => {
  const measures = counting(all, index);
  const paces = all.indicators.filter((each) => each.goal === index).map(naivePace);
  return {
    paces: paces.filter((pace) => pace !== null),
    lit: measures.some((each) => naiveMeasure(each) !== null),
    red: measures.filter((each) => naiveMeasure(each) === 'red').map(({ weight }) => weight),
    half: measures.reduce((sum, { weight }) => sum + weight, 0) / 2,
  };
};

const naiveGoal = (all: State, index: number) => {
  if (all.goals[index]?.abandoned) return null;
  const { paces, lit, red, half } = naiveSigns(all, index);
  const heavy = red.filter((weight) => weight >= half);
  const below = (share: number) => paces.filter((pace) => pace < share - 1e-9).length;
  if (below(0.7) + heavy.length > 0) return 'red';
  if (below(0.9) + red.length > 0) return 'amber';
  return paces.length > 0 || lit ? 'green' : 'grey';
};

const naiveShare = (all: State, index: number) => {
  const measures = counting(all, index);
  const percent = ({ end, percents }: Measure) => {
    if (end === 'completed') return 100;
    return end === 'released' ? 0 : (percents.at(-1) ?? 0);
  };
  const weights = measures.reduce((sum, { weight }) => sum + weight, 0);
  const sum = measures.reduce((total, each) => total + each.weight * percent(each), 0);
  return weights === 0 ? null : sum / weights / 100;
};

const naiveMedian = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null).toSorted((one, other) => one - other);
  const middle = known.length / 2;
  if (known.length === 0) return null;
  return known.length % 2 === 1 ? known[Math.floor(middle)] : ((known[middle - 1] ?? 0) + (known[middle] ?? 0)) / 2;
};

const naiveTally = (all: State, which: (goal: State['goals'][number]) => boolean) => {
  const places = all.goals.flatMap((each, index) => (which(each) ? [index] : []));
  const lights = places.map((index) => naiveGoal(all, index) ?? 'ended');
  const among = (light: string) => lights.filter((one) => one === light).length;
  const declared = places.map((index) => all.goals[index]?.declared ?? null);
  return {
    computed: Object.fromEntries(['green', 'amber', 'red', 'grey', 'ended'].map((light) => [light, among(light)])),
    conflicts: lights.filter(
      (light, place) => declared[place] !== null && !['grey', 'ended', declared[place]].includes(light),
    ).length,
    overdue: places.filter((index) => !all.goals[index]?.abandoned && (all.goals[index]?.target ?? '') < TODAY).length,
    byMeasures: naiveMedian(places.map((index) => naiveShare(all, index))),
  };
};

type Health = Readonly<{ computedHealth: { health: string } | null }>;
type Tallied = Readonly<{
  tally: {
    goals: { byComputedHealth: object; conflicts: number; overdue: number };
    progress: { byMeasures: { value: number | null } };
  };
}>;
const rounded = (value: number | null | undefined) => (value == null ? null : Number(value.toFixed(9)));
const figuresOf = ({ tally: { goals, progress } }: Tallied) => ({
  computed: goals.byComputedHealth,
  conflicts: goals.conflicts,
  overdue: goals.overdue,
  byMeasures: rounded(progress.byMeasures.value),
});
const expectedOf = (tally: ReturnType<typeof naiveTally>) => ({ ...tally, byMeasures: rounded(tally.byMeasures) });

it('agree with what the service answers', async () => {
  await fc.assert(
    fc.asyncProperty(state, async (all) => {
      const strategy = await OpenStrategy.open();
      await strategy.record(...frame, ...recordings(all));
      const get = async (path: string) =>
        (await strategy.get(`/api/strategy/${path}`, { by: { roles: ['analyst'] } })).body;
      const lightOf = async (path: string) => ((await get(path)) as unknown as Health).computedHealth?.health ?? null;
      const overview = (await get('overview')) as unknown as {
        pillars: { themes: (Tallied & { theme: string })[] }[];
        ministries: (Tallied & { ministry: string })[];
      };
      const answered = {
        measures: await Promise.all(all.measures.map((_, index) => lightOf(`measures/${id(2, index)}`))),
        goals: await Promise.all(all.goals.map((_, index) => lightOf(`goals/${id(1, index)}`))),
        themes: overview.pillars.flatMap(({ themes }) => themes.map(figuresOf)),
        houses: overview.ministries.map(figuresOf),
      };
      await strategy.close();
      expect(answered).toEqual({
        measures: all.measures.map(naiveMeasure),
        goals: all.goals.map((_, index) => naiveGoal(all, index)),
        themes: THEMES.map((theme) => expectedOf(naiveTally(all, (one) => one.theme === theme))),
        houses: HOUSES.map((house) => expectedOf(naiveTally(all, (one) => one.house === house))),
      });
    }),
    { numRuns: 10 },
  );
});
