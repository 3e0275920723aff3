// Small bundles over three houses as they are exported: what happens in them may happen, in that order, on these days.
import { TABLE_NAMES, type TableName, TABLES, writeCsv } from '@zielwerk/bundle';
import * as fc from 'fast-check';

import type { Files } from './bundle-state';

export const HOUSES = ['stk', 'mf', 'mid'] as const;
type House = (typeof HOUSES)[number];
export type Row = Readonly<Record<string, string>>;
export type Rows = Readonly<Record<TableName, readonly Row[]>>;

const house = fc.constantFrom(...HOUSES);
/** What gets on with separators, quotation marks and formulas only when it is written with care. */
const text = fc
  .array(fc.constantFrom(...'abÄß€😀;,"\'=+-@\n\t .7'), { minLength: 1, maxLength: 8 })
  .map((characters) => `T${characters.join('')}.`)
  .chain((said) => fc.constantFrom(said, `=${said}`, `'${said}`, ` ${said} `));
const optional = fc.oneof(fc.constant(''), text);
const cents = fc.integer({ min: 0, max: 99_999_999 });
const euros = (amount: number): string => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`;
const positive = (amount: number): string => (amount === 0 ? '' : euros(amount));
const decimal = fc.integer({ min: 0, max: 9_999_999 }).map((value) => String(value / 1000).replace('.', ','));

const goal = fc.record({
  ...{ house, title: text, description: optional, fileReference: optional, rationale: optional },
  ...{ touchesMoney: fc.boolean(), participates: fc.boolean(), below: fc.boolean() },
  state: fc.constantFrom('draft', 'withdrawn', 'deferred', 'adopted', 'begun', 'abandoned'),
  reason: text,
});
const measure = fc.record({
  ...{ house, title: text, description: optional, purpose: text, result: text, project: text, reason: text },
  ...{ serves: fc.nat(2), weight: fc.integer({ min: 1, max: 100 }) },
  stage: fc.integer({ min: 0, max: 7 }),
  ...{ ending: fc.constantFrom('', 'cancel', 'suspend', 'refuse'), handsOver: fc.boolean(), needs: fc.boolean() },
  milestones: fc.nat(2),
  percents: fc.tuple(fc.nat(100), fc.nat(100)),
  money: fc.option(
    fc.record({ planned: cents, commitment: cents, consented: fc.boolean(), spent: cents, frozen: cents }),
  ),
});
const indicator = fc.record({
  ...{ house, title: text, description: optional, source: optional, baseline: fc.option(decimal), value: decimal },
  ...{ target: fc.integer({ min: 10_000, max: 99_999 }), provisional: fc.boolean() },
  standing: fc.constantFrom('', 'plausible', 'refused'),
  observed: fc.nat(2),
  reason: text,
});
export type SmallState = Readonly<{
  /** Houses that lead things call them alike. */
  alike: boolean;
  /** Rows say that they were reported later than they happened. */
  late: boolean;
  goals: readonly (typeof goal extends fc.Arbitrary<infer Goal> ? Goal : never)[];
  measures: readonly (typeof measure extends fc.Arbitrary<infer Measure> ? Measure : never)[];
  indicators: readonly (typeof indicator extends fc.Arbitrary<infer Indicator> ? Indicator : never)[];
}>;
type Goal = SmallState['goals'][number];
type Measure = SmallState['measures'][number];
type Indicator = SmallState['indicators'][number];

export const smallStates: fc.Arbitrary<SmallState> = fc.record({
  ...{ alike: fc.boolean(), late: fc.boolean() },
  goals: fc.array(goal, { minLength: 1, maxLength: 3 }),
  measures: fc.array(measure, { maxLength: 3 }),
  indicators: fc.array(indicator, { maxLength: 2 }),
});

type Thing = Readonly<{ reference: string; name: string; house: House }>;
const called = (letter: string, things: readonly Readonly<{ house: House }>[], alike: boolean): readonly Thing[] => {
  const places = things.map(({ house: lead }, index) => {
    const before = things.slice(0, index).filter((one) => one.house === lead).length;
    return { house: lead, reference: alike ? `${letter}-${before}` : `${letter}-${lead.toUpperCase()}-${before}` };
  });
  return places.map((one) => {
    const isShared = places.filter(({ reference }) => reference === one.reference).length > 1;
    return { ...one, name: isShared ? `${one.house}/${one.reference}` : one.reference };
  });
};
const otherThan = (lead: House): House => (lead === 'mf' ? 'mid' : 'mf');
const flag = (is: boolean): string => (is ? 'yes' : '');

type Happening = readonly [on: string, step: string, cells?: Row];
const happened = (kind: string, { name }: Thing, all: readonly Happening[]): readonly Row[] =>
  all.map(([on, step, cells]) => ({ on, kind, reference: name, step, ...cells }));

const goalRow = (said: Goal, { reference, house: lead }: Thing, parent: string): Row => ({
  ...{ reference, ministry: lead, title: said.title, description: said.description, theme: 'e-akte' },
  ...{ targetDate: '2028-12-31', participants: said.participates ? otherThan(lead) : '', parent },
  ...{ fileReference: said.fileReference, rationale: said.rationale, on: '2025-02-03' },
  touchesMoney: flag(said.touchesMoney && said.rationale !== ''),
});
const GOAL_LIVES: Readonly<Record<Goal['state'], (reason: string, begins: boolean) => readonly Happening[]>> = {
  draft: () => [],
  withdrawn: (reason) => [['2026-02-10', 'withdraw', { reason }]],
  deferred: (reason) => [
    ['2026-02-10', 'defer', { reason, date: '2026-12-31' }],
    ['2026-02-11', 'resume'],
  ],
  adopted: (reason) => [
    ['2026-02-10', 'recordAdoption', { text: 'KB 1', date: '2026-02-10' }],
    ['2026-04-02', 'declareHealth', { health: 'amber', reason }],
  ],
  begun: (_, begins) => [
    ['2026-02-10', 'recordAdoption', { text: 'KB 2', date: '2026-02-10' }],
    ...(begins ? [['2026-03-20', 'begin'] as const] : []),
  ],
  abandoned: (reason, begins) => [
    ['2026-02-10', 'recordAdoption', { text: 'KB 3', date: '2026-02-10' }],
    ...(begins ? [['2026-03-20', 'begin'] as const, ['2026-09-01', 'abandon', { reason }] as const] : []),
  ],
};

const MILESTONES = ['a', 'b'];
const measureRow = (said: Measure, { reference, house: lead }: Thing, goalName: string): Row => ({
  ...{ reference, ministry: lead, title: said.title, description: said.description, on: '2026-01-10' },
  contributesTo: `${goalName} ${said.weight}`,
  ...(said.stage > 0 && {
    ...{ startsOn: '2026-01-15', endsOn: '2027-12-31', purpose: said.purpose, result: said.result },
    ...{ projectLead: said.project, unit: 'Unit 1', plannedOn: '2026-01-12' },
    ...(said.money ? { budgetLine: '19 05 812 01' } : { needsNoMoney: 'yes' }),
  }),
});
const ENDINGS: Readonly<Record<Measure['ending'], (reason: string) => readonly Happening[]>> = {
  '': () => [],
  cancel: (reason) => [['2026-08-01', 'cancel', { reason, cost: '12,50', text: reason }]],
  suspend: (reason) => [
    ['2026-08-01', 'suspend', { reason }],
    ['2026-08-02', 'resume'],
  ],
  refuse: (reason) => [
    ['2026-08-01', 'submit', { text: 'Almost.' }],
    ['2026-08-01', 'refuseAcceptance', { reason, unit: 'Unit 9' }],
  ],
};
const HANDED_OVER = '2026-07-10';
const movesTo = ({ handsOver, stage }: Measure, lead: House): House | null =>
  handsOver && stage > 0 ? otherThan(lead) : null;

const measureLife = (said: Measure, { house: lead }: Thing): readonly Happening[] => {
  const { stage, reason, ending } = said;
  const to = movesTo(said, lead);
  const from = (needed: number, ...all: readonly Happening[]) => (stage >= needed ? all : []);
  return [
    ...from(2, ['2026-02-01', 'release']),
    ...from(3, ['2026-02-15', 'begin']),
    ...(said.milestones > 0
      ? from(2, ['2026-03-02', 'moveForecast', { milestone: 'a', date: '2027-01-31', reason }])
      : []),
    ...(to ? [[HANDED_OVER, 'handOver', { reason, other: to }] as const] : []),
    ...(to ? [[HANDED_OVER, 'takeOver', { text: 'New lead', unit: 'Unit 2', other: to }] as const] : []),
    ...from(4, ...ENDINGS[ending](reason)),
    ...(ending === 'cancel' ? [] : from(5, ['2026-08-10', 'submit', { text: 'Done.' }])),
    ...(ending === 'cancel' ? [] : from(6, ['2026-08-20', 'complete', { unit: 'Unit 9' }])),
    ...(ending === 'cancel' ? [] : from(7, ['2026-09-10', 'reviewImpact', { value: 'achieved', text: reason }])),
  ];
};

const progressRows = ({ stage, percents, reason }: Measure, { name }: Thing): readonly Row[] => {
  const [first, second] = percents;
  if (stage < 3) return [];
  const explanation = second < first ? reason : '';
  return [
    { measure: name, period: '2026-Q1', percent: String(first), text: reason, on: '2026-03-31' },
    { measure: name, period: '2026-Q2', percent: String(second), explanation, on: '2026-06-30' },
  ];
};
const budgetRows = ({ money, stage }: Measure, { name }: Thing): readonly Row[] => {
  if (!money || stage === 0) return [];
  const { planned, commitment, consented } = money;
  // No more is frozen than there is.
  const [frozen, spent] = consented ? [money.frozen % (planned + 1), stage >= 3 ? money.spent : 0] : [0, 0];
  return [
    {
      ...{ measure: name, year: '2026', section: '19', chapter: '05', lineItem: '812 01', source: 'state' },
      ...{ planned: euros(planned), commitment: positive(commitment), on: '2026-01-13' },
      ...(consented && { consented: euros(planned), consentedOn: '2026-01-20' }),
      ...(frozen > 0 && { frozen: euros(frozen), frozenOn: '2026-03-03', frozenReason: 'Freeze.' }),
      ...(spent > 0 && { spent: euros(spent), spentOn: '2026-04-04' }),
    },
  ];
};

const indicatorRow = (said: Indicator, { reference, house: lead }: Thing, goals: string): Row => ({
  ...{ reference, ministry: lead, title: said.title, description: said.description, unit: '%', decimals: '3' },
  ...{ kind: 'increase', periodicity: 'quarter', source: said.source, goals, on: '2026-01-05' },
  ...(said.baseline !== null && { baselineValue: said.baseline, baselineDate: '2025-12-31' }),
});
const observationRows = (said: Indicator, { name }: Thing): readonly Row[] =>
  ['2026-Q1', '2026-Q2'].slice(0, said.observed).map((period, index) => ({
    ...{ indicator: name, period, value: said.value, provisional: flag(said.provisional) },
    ...{ source: said.source, standing: said.standing, on: ['2026-03-31', '2026-06-30'][index] ?? '' },
    reason: said.standing === 'refused' ? said.reason : '',
  }));

const byKey = (table: TableName, rows: readonly Row[]): readonly Row[] => {
  const key = table === 'lifecycle' ? ['on', 'kind', 'reference'] : TABLES[table].key;
  const keyOf = (row: Row) => key.map((column) => row[column] ?? '').join('\u0000');
  return [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0));
};

const LATE = '2026-09-20';
const reportedLate = (row: Row): Row => ('on' in row ? { ...row, reportedOn: LATE } : row);

/** The rows of a state as it exports them. */
export const rowsOf = ({ alike, late, goals, measures, indicators }: SmallState): Rows => {
  const [goalNames, measureNames] = [called('Z', goals, alike), called('M', measures, alike)];
  const indicatorNames = called('K', indicators, alike);
  const nameOf = (things: readonly Thing[], index: number): Thing => {
    const thing = things[index];
    if (!thing) throw new Error(`Nothing is called ${index}.`);
    return thing;
  };
  const begins = (index: number) => measures.some(({ serves, stage }) => serves % goals.length === index && stage >= 2);
  const eachMeasure = (told: (said: Measure, thing: Thing, index: number) => readonly Row[]) =>
    measures.flatMap((said, index) => told(said, nameOf(measureNames, index), index));
  const all: Rows = {
    framework: [
      { kind: 'theme', code: 'new', title: 'New', pillar: 'state', order: '9', on: '2025-02-02' },
      { kind: 'period', code: '2026-Q1', until: '2026-04-30', on: '2026-04-01' },
      { kind: 'strategy', code: 's-1', title: 'One', from: '2020-01-01', until: '2025-12-31', on: '2025-02-02' },
      {
        ...{ kind: 'strategy', code: 's-2', title: 'Two', from: '2026-01-01', until: '2030-12-31', on: '2025-02-02' },
        continues: 's-1',
      },
      // Those of the jurisdiction file.
      { kind: 'pillar', code: 'state', title: 'State', order: '1', on: '2025-01-01' },
      { kind: 'theme', code: 'e-akte', title: 'Files', pillar: 'state', order: '1', on: '2025-01-01' },
    ],
    goals: goals.map((said, index) =>
      goalRow(said, nameOf(goalNames, index), said.below && index > 0 ? nameOf(goalNames, 0).name : ''),
    ),
    measures: eachMeasure((said, thing) => [
      measureRow(said, thing, nameOf(goalNames, said.serves % goals.length).name),
    ]),
    milestones: eachMeasure(({ stage, milestones }, { name }) =>
      stage === 0
        ? []
        : MILESTONES.slice(0, milestones).map((milestone) => ({
            ...{ measure: name, milestone, title: `Milestone ${milestone}`, baselineDate: '2026-12-31' },
          })),
    ),
    progress: eachMeasure(progressRows),
    budget: eachMeasure(budgetRows),
    indicators: indicators.map((said, index) =>
      indicatorRow(said, nameOf(indicatorNames, index), nameOf(goalNames, 0).name),
    ),
    targets: indicators.map(({ target }, index) => ({
      ...{ indicator: nameOf(indicatorNames, index).name, date: '2028-12-31', value: String(target) },
    })),
    observations: indicators.flatMap((said, index) => observationRows(said, nameOf(indicatorNames, index))),
    lifecycle: [
      { on: '2025-02-03', kind: 'pillar', reference: 'state', step: 'continue', text: 's-2' },
      { on: '2025-02-03', kind: 'theme', reference: 'e-akte', step: 'continue', text: 's-2', value: 'state' },
      ...goals.flatMap(({ state, reason }, index) =>
        happened('goal', nameOf(goalNames, index), GOAL_LIVES[state](reason, begins(index))),
      ),
      ...eachMeasure((said, thing) => happened('measure', thing, measureLife(said, thing))),
    ],
  };
  const rowsIn = (name: TableName) => (late && name !== 'framework' ? all[name].map(reportedLate) : all[name]);
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, byKey(name, rowsIn(name))])) as unknown as Rows;
};

export const filesOf = (rows: Partial<Rows>): Files =>
  Object.fromEntries(
    Object.entries(rows).map(([name, all]) => {
      const header = TABLES[name as TableName].columns.map((column) => column.name);
      return [
        name,
        writeCsv(
          header,
          all.map((row) => header.map((column) => row[column] ?? '')),
        ),
      ];
    }),
  );
