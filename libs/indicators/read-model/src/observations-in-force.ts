import type { ObservationRow } from './observation.projection';

/** A period's value in force. `first_value` is what its report said, the same unless it was corrected; `source` is the report's. */
export type ObservationInForce = ObservationRow & Readonly<{ first_value: number; first_provisional: boolean }>;

type Report = Pick<ObservationInForce, 'first_value' | 'first_provisional' | 'source'>;

const reportOf = ({ value, provisional, source }: ObservationRow): Report => ({
  first_value: value,
  first_provisional: provisional,
  source,
});

/** Of each period the value that was given last; the rows come in the order in which values were given. */
export const observationsInForce = (rows: readonly ObservationRow[]): readonly ObservationInForce[] => {
  const inForce = new Map<string, ObservationInForce>();
  for (const row of rows) {
    const corrected = row.correction ? inForce.get(row.period) : undefined;
    const { first_value, first_provisional, source } = corrected ?? reportOf(row);
    inForce.set(row.period, { ...row, first_value, first_provisional, source });
  }
  return [...inForce.values()];
};
