// What must be true of an indicator's definition.
import type { IndicatorDefined, TargetPoint } from '@zielwerk/contracts';
import { type Rejection, rejections } from '@zielwerk/kernel';

const refuse = rejections({
  'target-missing': 'invalid',
  'target-not-expected': 'invalid',
  'target-path-not-rising': 'invalid',
  'baseline-equals-target': 'invalid',
  'baseline-after-target': 'invalid',
  'region-not-an-ags': 'invalid',
});

const risesInTime = (path: readonly TargetPoint[]): boolean =>
  path.every(({ date }, index) => index === 0 || date > (path[index - 1]?.date ?? date));

const objectionToPath = ({ kind, targetPath }: IndicatorDefined): Rejection | null => {
  const hasTarget = targetPath.length > 0;
  if (kind === 'observed')
    return hasTarget ? refuse('target-not-expected', 'An indicator that is only observed has no target path.') : null;
  if (!hasTarget)
    return refuse('target-missing', `The kind ${kind} needs a target path; its last point is the target.`);
  return risesInTime(targetPath)
    ? null
    : refuse('target-path-not-rising', 'Each point of the target path is later than the one before.');
};

const hasDistance = ({ kind }: IndicatorDefined): boolean => kind === 'increase' || kind === 'decrease';

const objectionToBaseline = (indicator: IndicatorDefined): Rejection | null => {
  const { baseline, targetPath } = indicator;
  const [first, target] = [targetPath[0], targetPath.at(-1)];
  if (!baseline || !first || !target) return null;
  if (hasDistance(indicator) && baseline.value === target.value)
    return refuse('baseline-equals-target', `Baseline and target are both ${target.value}: there is no way to go.`);
  return baseline.date !== null && baseline.date > first.date
    ? refuse('baseline-after-target', `The baseline of ${baseline.date} comes after the first target of ${first.date}.`)
    : null;
};

// Land, Regierungsbezirk, Kreis or Gemeinde: each key begins with the one of the region around it.
const AGS = /^(?:\d{2}|\d{3}|\d{5}|\d{8})$/u;

const objectionToRegion = ({ region }: IndicatorDefined): Rejection | null =>
  region === null || AGS.test(region)
    ? null
    : refuse('region-not-an-ags', `An AGS has 2, 3, 5 or 8 digits, which ${region} has not; null is the whole state.`);

/** Null when the definition holds together. */
export const objectionToDefinition = (indicator: IndicatorDefined): Rejection | null =>
  objectionToPath(indicator) ?? objectionToBaseline(indicator) ?? objectionToRegion(indicator);
