import type { Evidence } from '@zielwerk/contracts';
import { type CalendarDate, lastDayOf } from '@zielwerk/kernel';

import { type FactFold, Kept, type Learns } from './fact-fold';

type Value = Readonly<{ period: string; value: number; provisional: boolean }>;
type Known = {
  indicatorId: string;
  title: string;
  /** By the revision of the report that each goes back to; what was refused is gone. */
  values: Map<number, Value>;
  /** By the revision of a correction: the report that it goes back to. */
  reports: Map<number, number>;
};

/** The indicators that houses have defined, each under its stream. */
export class KnownIndicators implements FactFold {
  private readonly streams = new Map<string, Known>();
  private readonly owners = new Kept(() => new Set<string>());
  private readonly serving = new Kept(() => new Set<string>());

  readonly on: Learns = {
    IndicatorDefined: ({ data: { indicatorId, title, goals }, meta: { stream, ministry } }) => {
      if (!this.streams.has(stream))
        this.streams.set(stream, { indicatorId, title, values: new Map(), reports: new Map() });
      this.owners.of(indicatorId).add(ministry);
      for (const goalId of goals) this.serving.of(goalId).add(stream);
    },
    IndicatorLinkedToGoal: ({ data: { goalId }, meta: { stream } }) => void this.serving.of(goalId).add(stream),
    ObservationReported: ({ data: { period, value, provisional }, meta: { stream, revision } }) => {
      const values = this.streams.get(stream)?.values;
      // What a later report has replaced does not count again when that one is refused.
      for (const [earlier, known] of values ?? [])
        if (earlier < revision && known.period === period) values?.delete(earlier);
      values?.set(revision, { period, value, provisional });
    },
    ObservationRefused: ({ data: { observation }, meta: { stream } }) => {
      const known = this.streams.get(stream);
      known?.values.delete(reportOf(observation, known));
    },
    ObservationCorrected: ({ data: { corrects, period, value, provisional }, meta: { stream, revision } }) => {
      const known = this.streams.get(stream);
      if (!known) return;
      const report = reportOf(corrects, known);
      known.reports.set(revision, report);
      known.values.set(report, { period, value, provisional });
    },
  };

  /** The house that has defined an indicator with the id; should there be several, the first by its code. */
  ownerOf(indicatorId: string): string | undefined {
    return [...(this.owners.find(indicatorId) ?? [])].sort()[0];
  }

  /** How many indicators of any house serve the goal. */
  servingGoal(goalId: string): number {
    return this.serving.find(goalId)?.size ?? 0;
  }

  /** Of each indicator that serves the goal the last value for a period that ends by the day. */
  evidenceFor(goalId: string, day: CalendarDate): readonly Evidence[] {
    const known = [...(this.serving.find(goalId) ?? [])].sort().flatMap((stream) => this.streams.get(stream) ?? []);
    return known.flatMap(({ indicatorId, title, values }) => {
      const latest = latestUpTo(values, day);
      return latest ? [{ indicatorId, title, ...latest }] : [];
    });
  }
}

const reportOf = (revision: number, { reports }: Known): number => reports.get(revision) ?? revision;

/** Of one period the value that was reported last, as it was corrected: a final one comes after a provisional one. */
const latestUpTo = (values: ReadonlyMap<number, Value>, day: CalendarDate): Value | undefined =>
  [...values]
    .filter(([, { period }]) => lastDayOf(period) <= day)
    .sort(([one, a], [other, b]) => lastDayOf(a.period).localeCompare(lastDayOf(b.period)) || one - other)
    .at(-1)?.[1];
