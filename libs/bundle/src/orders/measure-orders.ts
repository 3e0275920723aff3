import { faultIn, type ReadRow } from '../reading/read-tables';
import { asText, type Cells, type Weight } from '../tables/column';
import type { WrittenRow } from '../written/written-tables';
import { type Asked, differing, fixed, found, ownThing } from './asked';
import { type Order, RANKS } from './order';
import { isId, type Planning, type Thing } from './planning';
import { ownName } from './qualified';

type Base = Omit<Order, 'name' | 'command' | 'data' | 'rank'>;

const PLAN = ['startsOn', 'endsOn', 'purpose', 'result', 'projectLead', 'unit', 'budgetLine', 'needsNoMoney'];
const COLUMNS = { reference: 'reference', charter: 'purpose', 'projectLead/unit': 'unit', milestones: 'plannedOn' };

/** Those of the bundle, and recorded ones that it does not name: nothing is deleted. */
const milestonesOf = (reference: string, { rows, recorded }: Planning): readonly object[] => {
  const of = (all: readonly Readonly<{ cells: Cells }>[]) =>
    all.flatMap(({ cells }) => (cells.measure === reference ? [[asText(cells.milestone), cells] as const] : []));
  const milestones = new Map([...of(recorded.milestones), ...of(rows('milestones'))]);
  return [...milestones.values()]
    .sort((one, other) => (asText(one.baselineDate) < asText(other.baselineDate) ? -1 : 1))
    .map(({ milestone, title, baselineDate }) => ({ milestone, title, baselineDate }));
};

const planOf = ({ cells }: ReadRow, planning: Planning): object => {
  const { startsOn, endsOn, purpose, result, projectLead, unit, budgetLine, needsNoMoney } = cells;
  return {
    ...{ startsOn, endsOn, budgetLine, needsNoMoney },
    ...(purpose !== null && { charter: { purpose, result } }),
    ...(projectLead !== null && { projectLead: { function: projectLead, unit } }),
    milestones: milestonesOf(ownName(cells), planning),
  };
};

const plan = (row: ReadRow, base: Base, planning: Planning): Order => ({
  ...{ ...base, name: 'plan', command: 'PlanMeasure', id: base.thing, columns: COLUMNS, rank: RANKS.says },
  data: planOf(row, planning),
});

const weightsIn = ({ contributesTo }: Cells): readonly Weight[] => (contributesTo ?? []) as readonly Weight[];

const contribution = ({ goal, weight }: Weight, base: Base, planning: Planning): Order => {
  const goalId = found(planning, 'goal', goal)?.id ?? '';
  return {
    ...{ ...base, name: `contribute/${goalId}/${weight}`, command: 'AddMeasureContribution', id: base.thing },
    data: { goalId, weight },
    ...{ columns: { goalId: 'contributesTo', weight: 'contributesTo' }, rank: RANKS.plans, hasNoDay: true },
    ...{ after: [`drafted ${goalId}`], gives: [`serves ${goalId}`] },
  };
};

const proposed = (row: ReadRow, measure: Thing, base: Base, planning: Planning): readonly Order[] => {
  const { title, description, on, plannedOn } = row.cells;
  const named = isId(measure.reference) ? { id: measure.id } : {};
  const reference = isId(measure.reference) ? null : measure.reference;
  const planned = asText(plannedOn ?? on);
  return [
    {
      ...{ ...base, ...named, name: 'propose', command: 'ProposeMeasure', on: asText(on), rank: RANKS.begins },
      ...{ data: { reference, title, description }, gives: [`proposed ${measure.id}`] },
    },
    ...(plannedOn === null ? [] : [plan(row, { ...base, on: planned }, planning)]),
    ...weightsIn(row.cells).map((one) => contribution(one, { ...base, on: planned }, planning)),
  ];
};

const isPlanLeft = (row: ReadRow): boolean =>
  row.cells.plannedOn === null && PLAN.some((column) => row.cells[column] !== null && row.cells[column] !== false);

/** A milestone that is new or says something else is a change of the plan. */
const milestonesDiffer = (reference: string, planning: Planning): boolean =>
  planning.rows('milestones').some((row) => {
    if (row.cells.measure !== reference) return false;
    const standing = planning.standing(row);
    return !standing || differing(['title', 'baselineDate'], row.cells, standing.cells).length > 0;
  });

/** Who leads it by what is recorded: the rest of the bundle may tell of a handover that is still to come. */
const leadOf = ({ ministry }: Thing, standing: WrittenRow | undefined): string =>
  standing ? standing.stream.slice(0, standing.stream.indexOf('.')) : ministry;

/** A measure is proposed, planned until it is released, and serves more goals as they are named. */
export const measureOrders = (row: ReadRow, planning: Planning): Asked => {
  const measure = ownThing(planning, 'measure', row);
  if (!measure) return {};
  if (isPlanLeft(row)) return { faults: [faultIn(row, 'plannedOn', 'is needed where a plan is given')] };
  const standing = planning.standing(row);
  const base: Base = { row, house: leadOf(measure, standing), by: 'editor', thing: measure.id };
  if (!standing) return { orders: proposed(row, measure, base, planning) };

  const before = weightsIn(standing.cells);
  const added = weightsIn(row.cells).filter(
    ({ goal, weight }) => !before.some((one) => one.goal === goal && one.weight === weight),
  );
  const isPlanned =
    differing(PLAN, row.cells, standing.cells).length > 0 || milestonesDiffer(ownName(row.cells), planning);
  // What was proposed by an import that did not come to its end is planned on the day that the bundle says.
  const { plannedOn } = row.cells;
  const day = standing.cells.plannedOn === null && plannedOn !== null ? { on: asText(plannedOn) } : {};
  return {
    orders: [
      ...(isPlanned ? [plan(row, { ...base, ...day }, planning)] : []),
      ...added.map((one) => contribution(one, base, planning)),
    ],
    faults: fixed(['ministry', 'title', 'description', 'on'], row, standing),
  };
};

/** A report for a period, or the correction of one. */
export const progressOrders = (row: ReadRow, planning: Planning, houseOn: HouseOn): Asked => {
  const { measure: name, period, percent, text, explanation, reason, on } = row.cells;
  const measure = found(planning, 'measure', name);
  if (!measure) return {};
  const standing = planning.standing(row);
  const base = { row, by: 'editor', thing: measure.id, id: measure.id, rank: RANKS.reports } as const;
  if (!standing)
    return {
      orders: [
        {
          ...{ ...base, name: 'report', command: 'ReportMeasureProgress', on: asText(on) },
          ...{ house: houseOn(measure, asText(on)), data: { period, percent, text, explanation } },
        },
      ],
    };
  // With a reason, it is a correction that was taken in before.
  if (differing(['percent', 'text'], row.cells, standing.cells).length === 0)
    return { faults: reason === null ? fixed(['explanation', 'on'], row, standing) : [] };
  if (reason === null) return { faults: [faultIn(row, 'reason', 'is needed to correct what was reported')] };
  const data = { corrects: standing.revision, percent, text, reason };
  return { orders: [{ ...base, name: 'correct', command: 'CorrectMeasureProgress', house: houseOn(measure), data }] };
};

/** Which house leads the measure on a day; the one that leads it last when none is said. */
export type HouseOn = (measure: Thing, day?: string) => string;
