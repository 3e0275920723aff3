import type { BudgetLine, FundingSource, MeasureEvent } from '@zielwerk/contracts';
import {
  type CalendarDate,
  dataKey,
  defineProjection,
  type FactMeta,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

/** Money is whole euro cents. The trace is of the last event that the public may read, which spending is not. */
export type BudgetLineRow = Trace &
  Readonly<{
    line: string;
    measure_id: string;
    year: number;
    section: string;
    chapter: string;
    line_item: string;
    source: FundingSource;
    planned_cents: number;
    commitment_cents: number;
    /** Null until the finance ministry has consented. */
    consented_cents: number | null;
    frozen_cents: number;
    /** In all so far. For the government, as are the two columns behind it. */
    spent_cents: number;
    /** The day and the revision of the report; null when there was none in this stream. */
    spent_on: CalendarDate | null;
    spent_revision: number | null;
  }>;

type Money = Extract<
  MeasureEvent,
  {
    type:
      | 'MeasureBudgetPlanned'
      | 'MeasureBudgetConsented'
      | 'MeasureBudgetFrozen'
      | 'MeasureSpendingReported'
      | 'MeasureTakenOver';
  }
>;

const keyOf = (stream: string, line: BudgetLine) => `${stream}/${dataKey(line)}`;

const linesIn = ({ type, data }: Money): readonly BudgetLine[] =>
  type === 'MeasureTakenOver' ? data.state.budget.map(({ line }) => line) : [data.line];

const lineOf = ({ year, section, chapter, lineItem, source }: BudgetLine) => ({
  ...{ year, section, chapter, source },
  line_item: lineItem,
});

const unspent = { spent_cents: 0, spent_on: null, spent_revision: null };
const untouched = { consented_cents: null, frozen_cents: 0, ...unspent };

const traced = (row: BudgetLineRow | null, meta: FactMeta): BudgetLineRow => ({ ...present(row), ...traceOf(meta) });

/** One row per measure and budget line of a year. The variance follows: spent less planned. */
export const budgetLineProjection = defineProjection<Money, BudgetLineRow>({
  name: 'budget_line',
  version: 2,
  key: 'line',
  columns: {
    ...traceColumns,
    line: 'text',
    measure_id: 'text',
    year: 'integer',
    section: 'text',
    chapter: 'text',
    line_item: 'text',
    source: 'text',
    planned_cents: 'integer',
    commitment_cents: 'integer',
    consented_cents: 'integer',
    frozen_cents: 'integer',
    spent_cents: 'integer',
    spent_on: 'text',
    spent_revision: 'integer',
  },
  indexes: [['stream', 'year']],
  keyOf: (event) => linesIn(event).map((line) => keyOf(event.meta.stream, line)),
  on: {
    MeasureBudgetPlanned: (row, { data, meta }, line) => ({
      ...untouched,
      ...row,
      ...traceOf(meta),
      ...lineOf(data.line),
      line,
      measure_id: data.measureId,
      planned_cents: data.plannedCents,
      commitment_cents: data.commitmentCents,
    }),

    MeasureTakenOver: (_, { data: { measureId, state }, meta }, line) => {
      const said = present(state.budget.find((each) => keyOf(meta.stream, each.line) === line) ?? null);
      return {
        ...traceOf(meta),
        ...lineOf(said.line),
        ...unspent,
        line,
        measure_id: measureId,
        planned_cents: said.plannedCents,
        commitment_cents: said.commitmentCents,
        consented_cents: said.consentedCents,
        frozen_cents: said.frozenCents,
        spent_cents: said.spentCents,
      };
    },

    MeasureBudgetConsented: (row, { data, meta }) => ({ ...traced(row, meta), consented_cents: data.consentedCents }),
    MeasureBudgetFrozen: (row, { data, meta }) => ({ ...traced(row, meta), frozen_cents: data.frozenCents }),
    MeasureSpendingReported: (row, { data, meta }) => ({
      ...present(row),
      spent_cents: data.spentCents,
      spent_on: meta.occurredOn,
      spent_revision: meta.revision,
    }),
  },
});
