import { faultIn, type ReadRow } from '../reading/read-tables';
import { asText, type Cells } from '../tables/column';
import type { WrittenRow } from '../written/written-tables';
import { type Asked, differing, fixed, found, ownThing } from './asked';
import { type Order, RANKS } from './order';
import { isId, type Planning, type Thing } from './planning';
import { ownName } from './qualified';

const FIXED = [
  ...['ministry', 'title', 'description', 'unit', 'decimals', 'kind', 'periodicity'],
  ...['baselineValue', 'baselineDate', 'source', 'region', 'on'],
];
const COLUMNS = { baseline: 'baselineValue', 'baseline/date': 'baselineDate', targetPath: 'reference' };

const goalIds = ({ goals }: Cells, planning: Planning): readonly string[] =>
  ((goals ?? []) as readonly string[]).map((goal) => found(planning, 'goal', goal)?.id ?? '');

const targetsOf = (reference: string, { rows }: Planning): readonly object[] =>
  rows('targets')
    .filter(({ cells }) => cells.indicator === reference)
    .map(({ cells: { date, value } }) => ({ date: asText(date), value }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));

const defined = (row: ReadRow, { id, ministry, reference }: Thing, planning: Planning): Order => {
  const { title, description, unit, decimals, kind, periodicity, source, region } = row.cells;
  const { baselineValue, baselineDate, on } = row.cells;
  const goals = goalIds(row.cells, planning);
  return {
    ...{ row, name: 'define', command: 'DefineIndicator', house: ministry, by: 'editor', on: asText(on), thing: id },
    ...(isId(reference) && { id }),
    data: {
      ...{ reference: isId(reference) ? null : reference, title, description, unit, kind, periodicity, goals },
      ...{ decimals, source, region, targetPath: targetsOf(ownName(row.cells), planning) },
      ...(baselineValue !== null && { baseline: { value: baselineValue, date: baselineDate } }),
    },
    ...{ columns: COLUMNS, rank: RANKS.begins, after: goals.map((goal) => `drafted ${goal}`) },
  };
};

const linked = (row: ReadRow, { id, ministry }: Thing, goalId: string): Order => ({
  ...{ row, name: `link/${goalId}`, command: 'LinkIndicatorToGoal', house: ministry, by: 'editor', id, thing: id },
  ...{ data: { goalId }, columns: { goalId: 'goals' }, after: [`drafted ${goalId}`], rank: RANKS.says },
});

const targetFaults = (row: ReadRow, planning: Planning): Asked['faults'] =>
  planning
    .rows('targets')
    .filter(({ cells }) => cells.indicator === ownName(row.cells))
    .flatMap((target) => {
      const standing = planning.standing(target);
      return standing
        ? fixed(['value'], target, standing)
        : [faultIn(target, 'date', 'is no point of the recorded path, which cannot be changed')];
    });

/** An indicator is defined once; it may serve more goals later. */
export const indicatorOrders = (row: ReadRow, planning: Planning): Asked => {
  const indicator = ownThing(planning, 'indicator', row);
  if (!indicator) return {};
  const standing = planning.standing(row);
  if (!standing) return { orders: [defined(row, indicator, planning)] };
  const before = goalIds(standing.cells, planning);
  const added = goalIds(row.cells, planning).filter((goal) => !before.includes(goal));
  return {
    orders: added.map((goal) => linked(row, indicator, goal)),
    faults: [...fixed(FIXED, row, standing), ...(targetFaults(row, planning) ?? [])],
  };
};

type Base = Omit<Order, 'name' | 'command' | 'data'>;

const FINDINGS = {
  plausible: (observation: number) => ({ command: 'FindObservationPlausible', data: { observation } }),
  refused: (observation: number, reason: unknown) => ({
    ...{ command: 'RefuseObservation', data: { observation, reason } },
  }),
} as const;

/** What is found of a value that is reported in the same bundle names the revision that it will have. */
const finding = (row: ReadRow, base: Base, known: number | null): readonly Order[] => {
  const { standing, reason } = row.cells;
  if (standing !== 'plausible' && standing !== 'refused') return [];
  const name = nameIn(row, 'report');
  const { command } = FINDINGS[standing](0, reason);
  const data = (revisions: (order: string) => number) => FINDINGS[standing](known ?? revisions(name), reason).data;
  return [{ ...base, name: standing, command, data, after: [`observed ${name}`] }];
};

const nameIn = ({ cells }: ReadRow, name: string): string =>
  `${name} ${asText(cells.indicator)} ${asText(cells.period)}`;

const corrected = (row: ReadRow, { revision }: WrittenRow, base: Base): Asked => {
  const { value, provisional, reason } = row.cells;
  if (reason === null) return { faults: [faultIn(row, 'reason', 'is needed to correct a recorded value')] };
  const data = { corrects: revision, value, provisional, reason };
  return { orders: [{ ...base, name: 'correct', command: 'CorrectObservation', data }] };
};

/** A value for a period, what was found of it, or its correction. */
export const observationOrders = (row: ReadRow, planning: Planning): Asked => {
  const indicator = found(planning, 'indicator', row.cells.indicator);
  if (!indicator) return {};
  const { period, value, provisional, source, on } = row.cells;
  const { id, ministry: house } = indicator;
  const base: Base = { row, house, by: 'observer', id, thing: id, rank: RANKS.reports };
  const standing = planning.standing(row);
  if (standing) {
    const isOther = differing(['value', 'provisional'], row.cells, standing.cells).length > 0;
    if (isOther) return corrected(row, standing, base);
    const isFound = row.cells.standing !== standing.cells.standing;
    // With a reason for no refusal, it is a correction that was taken in before.
    const isCorrected = row.cells.reason !== null && row.cells.standing !== 'refused';
    return {
      orders: isFound ? finding(row, base, standing.revision) : [],
      faults: isCorrected ? [] : fixed(['source', 'on'], row, standing),
    };
  }
  const dated = { ...base, on: asText(on) };
  const name = nameIn(row, 'report');
  const report: Order = {
    ...{ ...dated, name, command: 'ReportObservation', gives: [`observed ${name}`, `observations ${id}`] },
    data: { period, value, provisional, ...(source !== null && { source }) },
  };
  return { orders: [report, ...finding(row, dated, null)] };
};
