// Every computed figure, in one place, pure: it says its formula and what went in, so that anybody can compute it again.
import type {
  GoalProgress,
  IndicatorProgress,
  IndicatorProgressInputs,
  MeasureShare,
  Median,
  Missing,
  MissingReason,
  Progress,
} from './views/figures';

type Named = Readonly<{ id: string; title: string }>;
type Measured = Pick<IndicatorProgressInputs, 'kind' | 'baseline' | 'target' | 'latest' | 'period'>;
type Way = Pick<Measured, 'baseline' | 'target' | 'latest'>;

const RATIO = '(latest − baseline) / (target − baseline)';
const FORMULAS: Readonly<Record<Measured['kind'], string>> = {
  increase: RATIO,
  decrease: RATIO,
  keepAtLeast: '1 if latest ≥ target, else 0',
  keepAtMost: '1 if latest ≤ target, else 0',
  milestone: '1 if latest has reached target, else 0',
  observed: 'none: the indicator is only observed',
};

/** The share of the way from baseline to target, for any kind; null where a figure is missing or the way has no length. */
export const ratioOf = ({ baseline, target, latest }: Way): number | null => {
  if (baseline === null || target === null || latest === null) return null;
  const way = target - baseline;
  const ratio = (latest - baseline) / way;
  // Adding 0 makes -0, which JSON does not know, 0.
  return Number.isFinite(way) && Number.isFinite(ratio) ? ratio + 0 : null;
};

/** Whether a milestone is done: at its target or beyond, seen from the baseline. */
export const reached = (latest: number, target: number, baseline: number | null): boolean =>
  baseline !== null && target < baseline ? latest <= target : latest >= target;

const isMet = ({ kind, baseline, target, latest }: Measured): boolean | null => {
  if (target === null || latest === null) return null;
  if (kind === 'keepAtLeast') return latest >= target;
  if (kind === 'keepAtMost') return latest <= target;
  return kind === 'milestone' ? reached(latest, target, baseline) : null;
};

const whyNot = ({ kind, baseline, target, latest }: Measured): MissingReason => {
  if (kind === 'observed') return 'observed';
  if (latest === null) return 'no-observation';
  if (target === null) return 'no-target';
  return baseline === null ? 'no-baseline' : 'no-way';
};

const shareOf = (measured: Measured, met: boolean | null): number | null => {
  if (measured.kind === 'observed') return null;
  if (measured.kind === 'increase' || measured.kind === 'decrease') return ratioOf(measured);
  return met === null ? null : Number(met);
};

/** An indicator's progress by its kind: a share of the way, or met (1) or not (0), or none. */
export const indicatorProgress = ({ id, title }: Named, measured: Measured): IndicatorProgress => {
  const met = isMet(measured);
  const value = shareOf(measured, met);
  return {
    formula: FORMULAS[measured.kind],
    inputs: measured,
    value,
    met,
    missing: value === null ? [{ id, title, reason: whyNot(measured) }] : [],
  };
};

type GoalIndicator = Readonly<{
  indicatorId: string;
  title: string;
  progress: Pick<IndicatorProgress, 'value' | 'missing'>;
}>;

/** The mean over the indicators that have a progress; the others are named. */
export const progressByIndicators = (indicators: readonly GoalIndicator[]): GoalProgress['byIndicators'] => {
  const shares = indicators.flatMap(({ indicatorId, title, progress: { value } }) =>
    value === null ? [] : [{ indicatorId, title, value }],
  );
  return {
    formula: 'Σ progress / number of indicators with progress',
    inputs: shares,
    value: meanOf(shares.map(({ value }) => value)),
    missing: indicators.flatMap(({ progress }) => progress.missing),
  };
};

/** Null for none. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** A measure that contributes: `counted` is what it counts for in percent, null before its release and once it was given up. */
type Contributing = Readonly<{
  measureId: string;
  title: string;
  weight: number;
  counted: number | null;
  reported: boolean;
  /** Why it has no part; only looked at when it has none. */
  reason: Extract<MissingReason, 'not-released' | 'given-up'>;
}>;

/** The weighted mean over the measures that are released; the others are named. */
export const progressByMeasures = (measures: readonly Contributing[]): Progress<readonly MeasureShare[]> => {
  const shares = measures.flatMap(({ measureId, title, weight, counted, reported }) =>
    counted === null ? [] : [{ measureId, title, weight, percent: counted, reported }],
  );
  return {
    formula: 'Σ (weight × percent) / Σ weight / 100',
    inputs: shares,
    value: weightedShare(
      shares.reduce((sum, { weight, percent }) => sum + weight * percent, 0),
      shares.reduce((sum, { weight }) => sum + weight, 0),
    ),
    missing: measures.flatMap(({ measureId, title, counted, reason }): readonly Missing[] =>
      counted === null ? [{ id: measureId, title, reason }] : [],
    ),
  };
};

/** From Σ (weight × percent) and Σ weight; null when nothing weighs. */
export const weightedShare = (weightedPercent: number, weight: number): number | null =>
  weight === 0 ? null : weightedPercent / weight / 100;

/** The middle of the goals that have a progress; half of the two middle ones when their number is even. */
export const medianOf = (values: readonly (number | null)[]): Median => {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const upper = known[Math.floor(known.length / 2)];
  const lower = known[Math.ceil(known.length / 2) - 1];
  return {
    formula: 'median of the goals’ progress',
    inputs: { goals: known.length, without: values.length - known.length },
    value: upper === undefined || lower === undefined ? null : (lower + upper) / 2,
  };
};
