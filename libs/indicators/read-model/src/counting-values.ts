// The values of an indicator that count, of each period one: what was refused is none of them.
import { lastDayOf } from '@zielwerk/kernel';

/** `revision`: of the event that gave it. */
export type CountingValue = Readonly<{ revision: number; period: string; value: number; provisional: boolean }>;

const NONE = { period: null, value: null, provisional: null };

/** The columns that follow from them, by the end of the period, however late it was reported. */
export const valueColumns = (values: readonly CountingValue[]) => {
  const [first, latest] = [values[0] ?? NONE, values.at(-1) ?? NONE];
  return {
    values,
    observation_count: values.length,
    first_period: first.period,
    latest_period: latest.period,
    latest_value: latest.value,
    latest_provisional: latest.provisional,
  };
};

type Valued = Readonly<{ values: readonly CountingValue[] }>;

/** With a value that takes the place of whatever counted for its period. */
export const withValue = ({ values }: Valued, given: CountingValue) => {
  const others = values.filter(({ period }) => period !== given.period);
  const place = others.findLastIndex(({ period }) => lastDayOf(period) < lastDayOf(given.period)) + 1;
  return valueColumns([...others.slice(0, place), given, ...others.slice(place)]);
};

/** Without the one that the event of that revision gave. */
export const withoutValue = ({ values }: Valued, refused: number) =>
  valueColumns(values.filter(({ revision }) => revision !== refused));
