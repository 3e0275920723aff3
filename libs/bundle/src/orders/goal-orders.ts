import { faultIn, type ReadRow } from '../reading/read-tables';
import { asText, type Cells } from '../tables/column';
import type { WrittenRow } from '../written/written-tables';
import { type Order, RANKS } from './order';
import { isId, type Planning, type Thing } from './planning';
import { ownName } from './qualified';
import { type Asked, differing, fixed, found, ownThing } from './asked';

const CONTENT = ['title', 'description', 'theme', 'targetDate', 'participants', 'parent', 'fileReference'];
const JUSTIFICATION = ['rationale', 'qualitative', 'touchesMoney'];

const contentOf = (row: ReadRow, planning: Planning): object => {
  const { title, description, theme, targetDate, participants, fileReference, parent } = row.cells;
  return {
    ...{ title, description, theme, targetDate, participants, fileReference },
    parentGoalId: parent === null ? null : (found(planning, 'goal', parent)?.id ?? null),
  };
};
const justified = ({ rationale, qualitative, touchesMoney }: Cells): object => ({
  rationale,
  qualitative,
  touchesMoney,
});
const isJustified = ({ rationale, qualitative, touchesMoney }: Cells): boolean =>
  rationale !== null || qualitative === true || touchesMoney === true;
const COLUMNS = { parentGoalId: 'parent' };

const isAdopted = ({ recorded }: Planning, reference: unknown): boolean =>
  recorded.lifecycle.some(({ cells }) => cells.step === 'recordAdoption' && cells.reference === reference);

const corrected = (row: ReadRow, standing: WrittenRow, base: Base): Asked => {
  const { title, description, reason } = row.cells;
  if (reason === null)
    return { faults: [faultIn(row, 'reason', 'is needed to correct the wording of an adopted goal')] };
  const data = { corrects: standing.revision, title, description, reason };
  return { orders: [{ ...base, name: 'correct', command: 'CorrectGoalWording', id: base.thing, data }] };
};

type Base = Omit<Order, 'name' | 'command' | 'data'>;

const justification = (row: ReadRow, base: Base): readonly Order[] => [
  { ...base, name: 'justify', command: 'JustifyGoal', id: base.thing, data: justified(row.cells), rank: RANKS.says },
];

const drafted = (row: ReadRow, goal: Thing, base: Base, planning: Planning): readonly Order[] => {
  const { on, parent } = row.cells;
  const dated = { ...base, on: asText(on) };
  const isNamed = !isId(goal.reference);
  const draft: Order = {
    ...{ ...dated, name: 'draft', command: 'DraftGoal', columns: COLUMNS, gives: [`drafted ${goal.id}`] },
    ...(!isNamed && { id: goal.id }),
    ...(parent !== null && { after: [`drafted ${found(planning, 'goal', parent)?.id ?? ''}`] }),
    data: { reference: isNamed ? goal.reference : null, ...contentOf(row, planning) },
  };
  return [draft, ...(isJustified(row.cells) ? justification(row, dated) : [])];
};

const WORDING = ['title', 'description'];

const changed = (row: ReadRow, standing: WrittenRow, base: Base, planning: Planning): Asked => {
  const content = differing(CONTENT, row.cells, standing.cells);
  if (content.length === 0) return {};
  if (content.every((column) => WORDING.includes(column)) && isAdopted(planning, ownName(row.cells)))
    return corrected(row, standing, base);
  const revision: Order = {
    ...{ ...base, name: 'revise', command: 'ReviseGoal', id: base.thing, columns: COLUMNS },
    data: contentOf(row, planning),
  };
  return { orders: [revision] };
};

/** A goal is drafted, revised while it is a draft, and corrected once it is adopted. */
export const goalOrders = (row: ReadRow, planning: Planning): Asked => {
  const goal = ownThing(planning, 'goal', row);
  if (!goal) return {};
  const base: Base = { row, house: goal.ministry, by: 'editor', thing: goal.id, rank: RANKS.begins };
  const standing = planning.standing(row);
  if (!standing) return { orders: drafted(row, goal, base, planning) };
  const faults = fixed(['ministry', 'on'], row, standing);
  if (faults.length > 0) return { faults };
  const { orders = [], ...more } = changed(row, standing, base, planning);
  const isOtherwise = differing(JUSTIFICATION, row.cells, standing.cells).length > 0;
  return { ...more, orders: [...orders, ...(isOtherwise ? justification(row, base) : [])] };
};
