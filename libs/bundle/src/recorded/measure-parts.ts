import type { BudgetLine, EventIn, measureEvents, MeasurePlan, MeasureStateV2 } from '@zielwerk/contracts';
import { dataKey, type Recorded } from '@zielwerk/kernel';

import type { Cells, Weight } from '../tables/column';
import { begins, changes, type Part, type Said } from './bundle-row';
import type { PartsOf } from './parts-of';

type MeasureEvent = Recorded<EventIn<typeof measureEvents>>;

const unplanned = {
  ...{ startsOn: null, endsOn: null, purpose: null, result: null, projectLead: null, unit: null },
  ...{ budgetLine: null, needsNoMoney: false },
};
const planCells = ({ charter, projectLead, startsOn, endsOn, budgetLine, needsNoMoney }: MeasurePlan): Cells => ({
  ...{ startsOn, endsOn, budgetLine, needsNoMoney },
  ...(charter ?? { purpose: null, result: null }),
  ...(projectLead ? { projectLead: projectLead.function, unit: projectLead.unit } : { projectLead: null, unit: null }),
});
const milestonesIn = ({ milestones }: MeasurePlan): readonly Cells[] => milestones.map((one) => ({ ...one }));

const measure = (thing: string, change: Part['change']): Part => ({ table: 'measures', thing, change });

const weightsIn = (said: Said | undefined): readonly Weight[] => (said?.cells.contributesTo ?? []) as readonly Weight[];
const contributing = (goal: string, weight: number | null) => (before: Said | undefined) => {
  const others = weightsIn(before).filter((one) => one.goal !== goal);
  return changes({ contributesTo: weight === null ? others : [...others, { goal, weight }] })(before);
};

const progress = (thing: string, period: string, change: Part['change']): Part => ({
  ...{ table: 'progress', name: period, thing, change },
});

const lineCells = ({ year, section, chapter, lineItem, source }: BudgetLine): Cells => ({
  ...{ year, section, chapter, lineItem, source },
});
/** Only what was said here: of a measure that was taken over, the rest stands in the stream before. */
const budget = (thing: string, line: BudgetLine, cells: Cells): Part => ({
  ...{ table: 'budget', name: dataKey(line), thing },
  change: (before) => ({ cells: { ...(before?.cells ?? { measure: thing, ...lineCells(line) }), ...cells } }),
});

/** A house that takes a measure over goes on with its plan and goals as they stood. */
const takenOver = (thing: string, { plan, contributions, ...state }: MeasureStateV2): Part =>
  measure(
    thing,
    begins(
      {
        ...{ reference: state.reference, title: state.title, description: state.description },
        ...unplanned,
        ...(plan && planCells(plan)),
        contributesTo: contributions.map(({ goalId, weight }) => ({ goal: goalId, weight })),
      },
      plan ? milestonesIn(plan) : [],
    ),
  );

export const measureParts = {
  MeasureProposed: ({ data: { measureId, reference, title, description }, meta: { ministry, occurredOn } }) => [
    measure(
      measureId,
      begins({
        reference,
        ministry,
        title,
        description,
        contributesTo: [],
        ...unplanned,
        on: occurredOn,
        plannedOn: null,
      }),
    ),
  ],
  MeasurePlanned: ({ data: { measureId, plan }, meta: { occurredOn } }) => [
    measure(measureId, (before) =>
      changes({ ...planCells(plan), plannedOn: before?.cells.plannedOn ?? occurredOn }, milestonesIn(plan))(before),
    ),
  ],
  // What was released is what the public may read, and not what was proposed and planned.
  MeasureReleased: ({ data: { measureId, reference, title, description, plan } }) => [
    measure(measureId, changes({ reference, title, description, ...planCells(plan) }, milestonesIn(plan))),
  ],
  MeasureContributionAdded: ({ data: { measureId, goalId, weight } }) => [
    measure(measureId, contributing(goalId, weight)),
  ],
  MeasureContributionWithdrawn: ({ data: { measureId, goalId } }) => [measure(measureId, contributing(goalId, null))],

  MeasureProgressReported: ({ data: { measureId, ...report }, meta: { occurredOn } }) => [
    progress(measureId, report.period, begins({ measure: measureId, ...report, reason: null, on: occurredOn })),
  ],
  // Whoever reads the row alone must find why the figure fell.
  MeasureProgressCorrected: ({ data: { measureId, period, percent, text, reason }, meta: { occurredOn } }) => [
    progress(measureId, period, (before) => {
      const first = before?.cells ?? { measure: measureId, period, reason: null, on: occurredOn };
      return {
        cells: {
          explanation: null,
          ...first,
          percent,
          text,
          ...(!before?.cells.explanation && { explanation: reason }),
        },
      };
    }),
  ],

  MeasureBudgetPlanned: ({ data: { measureId, line, plannedCents, commitmentCents }, meta: { occurredOn } }) => [
    budget(measureId, line, { planned: plannedCents, commitment: commitmentCents, on: occurredOn }),
  ],
  MeasureBudgetConsented: ({ data: { measureId, line, consentedCents }, meta: { occurredOn } }) => [
    budget(measureId, line, { consented: consentedCents, consentedOn: occurredOn }),
  ],
  MeasureBudgetFrozen: ({ data: { measureId, line, frozenCents, reason }, meta: { occurredOn } }) => [
    budget(measureId, line, { frozen: frozenCents, frozenOn: occurredOn, frozenReason: reason }),
  ],
  MeasureSpendingReported: ({ data: { measureId, line, spentCents }, meta: { occurredOn } }) => [
    budget(measureId, line, { spent: spentCents, spentOn: occurredOn }),
  ],
  MeasureTakenOver: ({ data: { measureId, state } }) => [takenOver(measureId, state)],
} satisfies PartsOf<MeasureEvent>;
