import { faultIn, type ReadRow } from '../reading/read-tables';
import { asText, type Cells } from '../tables/column';
import { type Asked, differing, found } from './asked';
import type { HouseOn } from './measure-orders';
import { type Order, RANKS } from './order';
import type { Planning, Thing } from './planning';

type Amount = Readonly<{
  /** The columns of the amount and of its day; `also`, when that changes too. */
  column: string;
  day: string;
  also?: string;
  order: (row: ReadRow, measure: Thing) => Pick<Order, 'name' | 'command' | 'by' | 'data'>;
  gives?: true;
  after?: true;
  /** The office that decides it; else the house that leads. */
  office?: 'finance';
}>;

const lineOf = ({ year, section, chapter, lineItem, source }: Cells): object => ({
  ...{ year, section, chapter, lineItem, source },
});
const nameOf = (cells: Cells): string => Object.values(lineOf(cells)).join('/');

const AMOUNTS: readonly Amount[] = [
  {
    ...{ column: 'planned', day: 'on', also: 'commitment' },
    order: ({ cells }) => ({
      ...{ name: 'plan', command: 'PlanMeasureBudget', by: 'editor' },
      data: { line: lineOf(cells), plannedCents: cells.planned, commitmentCents: cells.commitment },
    }),
  },
  {
    ...{ column: 'consented', day: 'consentedOn', office: 'finance', gives: true },
    order: ({ cells }, { id, ministry }) => ({
      ...{ name: 'consent', command: 'GiveBudgetConsent', by: 'finance' },
      data: { measureId: id, lead: ministry, line: lineOf(cells), consentedCents: cells.consented },
    }),
  },
  {
    ...{ column: 'frozen', day: 'frozenOn', also: 'frozenReason', office: 'finance' },
    order: ({ cells }, { id, ministry }) => ({
      ...{ name: 'freeze', command: 'OrderBudgetFreeze', by: 'finance' },
      data: {
        ...{ measureId: id, lead: ministry, line: lineOf(cells) },
        ...{ frozenCents: cells.frozen ?? 0, reason: cells.frozenReason },
      },
    }),
  },
  {
    ...{ column: 'spent', day: 'spentOn', after: true },
    order: ({ cells }) => ({
      ...{ name: 'spend', command: 'ReportMeasureSpending', by: 'editor' },
      data: { line: lineOf(cells), spentCents: cells.spent },
    }),
  },
];

const COLUMNS = {
  ...{ plannedCents: 'planned', commitmentCents: 'commitment', consentedCents: 'consented', frozenCents: 'frozen' },
  ...{ spentCents: 'spent', reason: 'frozenReason', 'line/year': 'year', 'line/section': 'section' },
  ...{ 'line/chapter': 'chapter', 'line/lineItem': 'lineItem', 'line/source': 'source' },
};

const key = (measure: Thing, { cells }: ReadRow): string => `consented ${measure.id} ${nameOf(cells)}`;

type Led = Readonly<{ measure: Thing; planning: Planning; houseOn: HouseOn }>;

/** What is new is dated, also what an import before did not come to; what changes later is said today. */
const dayOf = ({ day }: Amount, row: ReadRow, planning: Planning): string | undefined =>
  row.cells[day] === planning.standing(row)?.cells[day] ? undefined : asText(row.cells[day] ?? row.cells.on);

const orderOf = (amount: Amount, row: ReadRow, { measure, planning, houseOn }: Led): Order => {
  const { office, column } = amount;
  const on = dayOf(amount, row, planning);
  const lead = houseOn(measure, on);
  return {
    ...amount.order(row, { ...measure, ministry: lead }),
    ...{ row, thing: measure.id, rank: column === 'planned' ? RANKS.plans : RANKS.spends, columns: COLUMNS },
    ...(office ? { house: planning.offices[office] } : { house: lead, id: measure.id }),
    ...(on !== undefined && { on }),
    ...(amount.gives && { gives: [key(measure, row)] }),
    ...(amount.after && { after: [key(measure, row)] }),
  };
};

/** Of a line that is new. */
const UNDECIDED: Cells = { commitment: 0, frozen: 0 };

/** What is planned, consented to, frozen and spent, each by whoever decides it. */
export const budgetOrders = (row: ReadRow, planning: Planning, houseOn: HouseOn): Asked => {
  const measure = found(planning, 'measure', row.cells.measure);
  if (!measure) return {};
  const standing = planning.standing(row)?.cells ?? UNDECIDED;
  const asked = AMOUNTS.filter(
    ({ column, also }) => differing([column, ...(also === undefined ? [] : [also])], row.cells, standing).length > 0,
  );
  const undated = asked.filter(({ day }) => row.cells[day] === null);
  return {
    orders: asked.map((amount) => orderOf(amount, row, { measure, planning, houseOn })),
    faults: undated.map(({ column, day }) => faultIn(row, day, `is needed where ${column} is given`)),
  };
};
