import type { ReadRow } from '../reading/read-tables';
import { asText, type Cells } from '../tables/column';
import type { Field, Step } from '../tables/step';
import { stepOf } from '../tables/steps';
import { type Asked, found } from './asked';
import type { HouseOn } from './measure-orders';
import { type Order, RANKS } from './order';
import type { Offices, Planning, Thing } from './planning';
import { ownName, qualifiedName } from './qualified';

const OFFICE_OF: Readonly<Partial<Record<Step['by'], keyof Offices>>> = {
  'cabinet-office': 'cabinet',
  'strategy-office': 'strategy',
};
/** They end what they happen to, or let it rest: what is reported on that day was before. */
const ENDING = [
  'suspend',
  'submit',
  'cancel',
  'merge',
  'reject',
  'handOver',
  'abandon',
  'supersede',
  'withdraw',
  'defer',
];

const put = (data: Record<string, unknown>, path: string, value: unknown): void => {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) data[first] = value;
  else {
    const part = (data[first] ?? {}) as Record<string, unknown>;
    put(part, rest.join('.'), value);
    data[first] = part;
  }
};

const commandField = (field: Field): string | null => (typeof field === 'string' ? field : field.command);

const dataOf = ({ cells: fields, other }: Step, cells: Cells, otherThing: Thing | undefined): object => {
  const data: Record<string, unknown> = {};
  for (const [column, field] of Object.entries(fields)) {
    const name = commandField(field);
    const value = column === 'other' && other !== 'ministry' ? otherThing?.id : cells[column];
    if (name !== null && value !== null && value !== undefined) put(data, name, value);
  }
  return data;
};

const columnsOf = ({ cells }: Step): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([column, field]) => {
      const name = commandField(field);
      return name === null ? [] : [[name.replaceAll('.', '/'), column]];
    }),
  );

type Ties = Readonly<{ data?: object; after?: readonly string[]; gives?: readonly string[] }>;
type TiesOf = (subject: Thing, other: Thing | undefined, planning: Planning, cells: Cells) => Ties;

const serving = ({ rows }: Planning, goal: Thing): readonly string[] =>
  rows('measures').flatMap(({ cells }) =>
    (cells.contributesTo as readonly Readonly<{ goal: string }>[]).some(
      ({ goal: name }) => name === qualifiedName(goal),
    )
      ? [ownName(cells)]
      : [],
  );
const measuring = ({ rows }: Planning, goal: Thing): readonly string[] =>
  rows('indicators').flatMap(({ cells }) =>
    (cells.goals as readonly string[]).includes(qualifiedName(goal)) ? [ownName(cells)] : [],
  );
const idsOf = (kind: 'measure' | 'indicator', names: readonly string[], planning: Planning): readonly string[] =>
  names.flatMap((name) => found(planning, kind, name)?.id ?? []);

/** By step: what offices must be told, what must be there before, and what others wait for. */
const TIES: Readonly<Record<string, TiesOf>> = {
  recordAdoption: ({ id, ministry }) => ({
    ...{ data: { goalId: id, lead: ministry }, after: [`drafted ${id}`], gives: [`adopted ${id}`] },
  }),
  'goal begin': (goal, _, planning) => ({
    after: [
      ...idsOf('measure', serving(planning, goal), planning).map((id) => `released ${id}`),
      `serves ${goal.id}`,
      `adopted ${goal.id}`,
    ],
  }),
  proposeOutcome: (goal, _, planning) => ({
    after: idsOf('indicator', measuring(planning, goal), planning).map((id) => `observations ${id}`),
    gives: [`proposed ${goal.id}`],
  }),
  confirmOutcome: ({ id, ministry }) => ({ data: { goalId: id, lead: ministry }, after: [`proposed ${id}`] }),
  sendBackOutcome: ({ id, ministry }) => ({ data: { goalId: id, lead: ministry }, after: [`proposed ${id}`] }),
  supersede: (_, other) => ({ after: [`drafted ${other?.id ?? ''}`, `adopted ${other?.id ?? ''}`] }),
  release: ({ id }) => ({ gives: [`released ${id}`] }),
  merge: (_, other) => ({ after: [`proposed ${other?.id ?? ''}`, `released ${other?.id ?? ''}`] }),
  need: ({ id }, other) => ({
    ...{ after: [`proposed ${other?.id ?? ''}`], gives: [`needs ${id} ${other?.id ?? ''}`] },
  }),
  acceptNeed: ({ id }, other) => ({ after: [`needs ${other?.id ?? ''} ${id}`] }),
  declineNeed: ({ id }, other) => ({ after: [`needs ${other?.id ?? ''} ${id}`] }),
  continue: (_, __, ___, { text, value }) => ({
    after: [text, value].flatMap((code) => (code === null ? [] : [`defined ${asText(code)}`])),
  }),
  handOver: ({ id }) => ({ gives: [`handed over ${id}`] }),
  takeOver: ({ id }) => ({ data: { measureId: id }, after: [`handed over ${id}`] }),
};

type Happening = Readonly<{
  row: ReadRow;
  step: Step;
  subject: Thing;
  other: Thing | undefined;
  on: string;
  planning: Planning;
  houseOn: HouseOn;
}>;

/** A measure is named to its giver or receiver with the house that leads it. */
const houseOfOther = ({ step: { step }, other, houseOn, on }: Happening): object => {
  if (!other) return {};
  if (step === 'need') return { giver: houseOn(other, on) };
  return step === 'acceptNeed' || step === 'declineNeed' ? { receiver: houseOn(other, on) } : {};
};

const isOfFramework = (kind: Step['kind']): kind is 'period' | 'pillar' | 'theme' =>
  kind !== 'goal' && kind !== 'measure';

const subjectOf = (row: ReadRow, { kind }: Step, { idOf, offices, find }: Planning): Thing | undefined => {
  const reference = asText(row.cells.reference);
  if (isOfFramework(kind))
    return { id: idOf(offices.strategy, kind, reference), ministry: offices.strategy, reference, on: '' };
  return find(kind, reference)[0];
};

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Where a step is sent, and to which of its things: an office names the thing in what it says. */
const addressOf = ({ row, step, subject, on, planning, houseOn }: Happening): Pick<Order, 'house' | 'id'> => {
  const office = OFFICE_OF[step.by];
  if (office) return { house: planning.offices[office], ...(isOfFramework(step.kind) && { id: subject.id }) };
  if (step.step === 'takeOver') return { house: asText(row.cells.other) };
  if (step.kind !== 'measure') return { house: subject.ministry, id: subject.id };
  // A house hands over what it leads until then.
  return { house: houseOn(subject, step.step === 'handOver' ? dayBefore(on) : on), id: subject.id };
};

const tiesOf = ({ row, step, subject, other, planning }: Happening): Ties =>
  (TIES[`${step.kind} ${step.step}`] ?? TIES[step.step])?.(subject, other, planning, row.cells) ?? {};

const otherOf = (row: ReadRow, { other }: Step, { find }: Planning): Thing | undefined =>
  other === 'goal' || other === 'measure' ? find(other, asText(row.cells.other))[0] : undefined;

/** What was decided before the house had a file for it is taken over once that is there. */
const sentOn = ({ step, subject, on }: Happening): string =>
  step.sameDay !== undefined && subject.on > on ? subject.on : on;

const orderOf = (happening: Happening): Order => {
  const { row, step, subject, other } = happening;
  const { data, ...ties } = tiesOf(happening);
  return {
    ...{ row, name: step.step, command: step.command, by: step.by, on: sentOn(happening), thing: subject.id },
    ...addressOf(happening),
    ...(step.asUnit && { unit: asText(row.cells.unit) }),
    data: { ...dataOf(step, row.cells, other), ...houseOfOther(happening), ...data },
    columns: columnsOf(step),
    rank: ENDING.includes(step.step) ? RANKS.ends : RANKS.step,
    ...ties,
  };
};

/** A step that is recorded already asks for nothing; rows are only added. */
export const lifecycleOrders = (row: ReadRow, planning: Planning, houseOn: HouseOn): Asked => {
  const step = stepOf(asText(row.cells.kind), asText(row.cells.step));
  if (!step || planning.standing(row)) return {};
  const subject = subjectOf(row, step, planning);
  if (!subject) return {};
  const other = otherOf(row, step, planning);
  return { orders: [orderOf({ row, step, subject, other, on: asText(row.cells.on), planning, houseOn })] };
};
