// The real goal register through the whole system: sent to the houses, read at the strategy service, compared figure by figure.
import type { SentCommand } from '@zielwerk/ministry';
import { setTimeout as pause } from 'node:timers/promises';

import { type Answered, sendCommands, type TokenFor } from '../sending/send-commands';
import type { PublishedProgress, Register } from './goal-register';

/** What the register's own notes expect (expected_state.json). */
export type Expected = Readonly<{
  goals: number;
  goalsByLead: Readonly<Record<string, number>>;
  jointGoals: readonly Readonly<{ reference: string; lead: string; participants: readonly string[] }>[];
  declaredHealth: Readonly<Record<string, number>>;
  indicators: number;
  indicatorsByKind: Readonly<Record<string, number>>;
  refusedDoubles: number;
  refusedDoubleRowIndexes: readonly number[];
  observations: number;
  observationsByQuarter: Readonly<Record<string, number>>;
  goalsWithIndicators: number;
  progressComputable: number;
  progressEqual: number;
}>;

type Goal = Readonly<{
  goalId: string;
  reference: string;
  state: string;
  lead: string;
  participants: readonly string[];
  declaredHealth: Readonly<{ health: string }> | null;
  indicatorCount: number;
}>;
type Indicator = Readonly<{ indicatorId: string; kind: string; observationCount: number }>;
type Observation = Readonly<{ period: string; value: number; ratio: number | null }>;
type System = Readonly<{ url: string; tokenFor: TokenFor }>;

const SETTLED_WITHIN_MS = 90_000;
const EQUAL_WITHIN = 0.0005;

const read = async <View>({ url }: System, path: string): Promise<View> => {
  const response = await fetch(`${url}/api/strategy/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as View;
};

const readAll = async <Item>(system: System, list: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Readonly<{ items: readonly Item[]; cursor: string | null }> = await read(
      system,
      `${list}?limit=500${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    items.push(...page.items);
    cursor = page.cursor;
  }
  return items;
};

const countBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
};

/** How many events each house has published, as far as the strategy service has read. */
const published = async (system: System): Promise<Readonly<Record<string, number>>> => {
  const { items } = await read<{ items: readonly { ministry: string; freshness: { events: number } }[] }>(
    system,
    'ministries',
  );
  return Object.fromEntries(items.map(({ ministry, freshness }) => [ministry, freshness.events]));
};

const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** Waits until the strategy service has read as many events as there must be. */
const settled = async (system: System, events: number): Promise<number> => {
  for (const start = Date.now(); ;) {
    const seen = total(await published(system));
    if (seen >= events || Date.now() - start > SETTLED_WITHIN_MS) return seen;
    await pause(100);
  }
};

const refusals = (answered: readonly Answered[]): readonly (readonly [string, string])[] =>
  answered.flatMap(({ sent, answer }) =>
    answer.status === 'rejected' ? [[sent.line.commandId, answer.problem.type] as const] : [],
  );

const stepsOf = ({
  goals,
  adoptions,
  healths,
  indicators,
  observations,
}: Register): readonly (readonly SentCommand[])[] => [goals, adoptions, healths, indicators, observations];

const sendRegister = async ({ url, tokenFor }: System, register: Register): Promise<readonly Answered[]> => {
  const answered: Answered[] = [];
  for (const commands of stepsOf(register)) answered.push(...(await sendCommands(url, tokenFor, commands)));
  return answered;
};

const linear = ({ start, target, current }: PublishedProgress) => (current - start) / (target - start);

/** Rows the system refused have no figure there: their published progress rests on another target than the indicator's. */
const equalProgress = (
  rows: readonly PublishedProgress[],
  observed: ReadonlyMap<string, readonly Observation[]>,
): Readonly<{ compared: number; equal: number; differingKinds: Readonly<Record<string, number>> }> => {
  const ratioOf = (row: PublishedProgress) =>
    row.refused ? linear(row) : observed.get(row.indicatorId)?.find(({ period }) => period === row.period)?.ratio;
  const differing = rows.filter((row) => !(Math.abs((ratioOf(row) ?? NaN) - row.progress) <= EQUAL_WITHIN));
  return {
    compared: rows.length,
    equal: rows.length - differing.length,
    differingKinds: countBy(differing, ({ kind }) => kind),
  };
};

/** What the system says of the register, in the shape of the expectation; nothing in it is asserted yet. */
export type Outcome = Readonly<{
  refused: readonly (readonly [string, string])[];
  state: Omit<Expected, 'refusedDoubleRowIndexes' | 'progressComputable' | 'progressEqual' | 'jointGoals'>;
  joint: readonly Readonly<{ reference: string; lead: string; participants: readonly string[] }>[];
  states: Readonly<Record<string, number>>;
  progress: ReturnType<typeof equalProgress>;
  events: number;
  eventsExpected: number;
}>;

const outcomeOf = async (system: System, register: Register, answered: readonly Answered[]): Promise<Outcome> => {
  const refused = refusals(answered);
  // The houses answer for what they record; each adoption is also taken over by the goal's lead, and the framework is there.
  const framework = 1 + 3;
  const eventsExpected = answered.length - refused.length + register.adoptions.length + framework;
  const events = await settled(system, eventsExpected);

  const goals = await readAll<Goal>(system, 'goals');
  const indicators = await readAll<Indicator>(system, 'indicators');
  const observed = new Map<string, readonly Observation[]>();
  for (const { indicatorId } of indicators) {
    const { observations } = await read<{ observations: readonly Observation[] }>(system, `indicators/${indicatorId}`);
    observed.set(indicatorId, observations);
  }
  const all = [...observed.values()].flat();
  return {
    refused,
    state: {
      goals: goals.length,
      goalsByLead: countBy(goals, ({ lead }) => lead),
      declaredHealth: countBy(goals, ({ declaredHealth }) => declaredHealth?.health ?? 'undeclared'),
      indicators: indicators.length,
      indicatorsByKind: countBy(indicators, ({ kind }) => kind),
      refusedDoubles: refused.length,
      observations: all.length,
      observationsByQuarter: countBy(all, ({ period }) => period),
      goalsWithIndicators: goals.filter(({ indicatorCount }) => indicatorCount > 0).length,
    },
    joint: goals
      .filter(({ participants }) => participants.length > 0)
      .map(({ reference, lead, participants }) => ({ reference, lead, participants })),
    states: countBy(goals, ({ state }) => state),
    progress: equalProgress(register.published, observed),
    events,
    eventsExpected,
  };
};

const byReference = (one: Readonly<{ reference: string }>, other: Readonly<{ reference: string }>) =>
  one.reference < other.reference ? -1 : 1;

/** Without what names the single request. */
const receiptOf = ({ answer }: Answered): unknown =>
  answer.status === 'accepted' ? answer : { ...answer, problem: { ...answer.problem, traceId: null } };

const receipts = (answered: readonly Answered[]): ReadonlyMap<string, unknown> =>
  new Map(answered.map((one) => [`${one.sent.ministry} ${one.sent.line.commandId}`, receiptOf(one)]));

/** Sends the register, compares every figure with what its own notes expect, sends it again and finds nothing new. */
export const expectRegister = async (system: System, register: Register, expected: Expected): Promise<void> => {
  const { goals, goalsByLead, declaredHealth, indicators, indicatorsByKind } = expected;
  const { refusedDoubles, observations, observationsByQuarter, goalsWithIndicators } = expected;
  const refused = expected.refusedDoubleRowIndexes.map((row) => `observe/${row}`);

  const first = await sendRegister(system, register);
  const outcome = await outcomeOf(system, register, first);
  expect(outcome.refused.map(([commandId]) => commandId).sort()).toEqual([...refused].sort());
  // Two doubles have a value, which comes second; the others have none, which is no observation at all.
  expect(countBy(outcome.refused, ([, type]) => type)).toEqual({
    '/problems/period-already-observed': 2,
    '/problems/invalid-request': 7,
  });
  expect(outcome.events).toBe(outcome.eventsExpected);
  expect(outcome.state).toEqual({
    goals,
    goalsByLead,
    declaredHealth,
    indicators,
    indicatorsByKind,
    refusedDoubles,
    observations,
    observationsByQuarter,
    goalsWithIndicators,
  });
  expect(outcome.states).toEqual({ adopted: goals });
  expect([...outcome.joint].sort(byReference)).toEqual([...expected.jointGoals].sort(byReference));
  expect([outcome.progress.compared, outcome.progress.equal]).toEqual([
    expected.progressComputable,
    expected.progressEqual,
  ]);
  expect(outcome.progress.differingKinds).toEqual({ keepAtLeast: 12, keepAtMost: 2, milestone: 1 });

  const again = await sendRegister(system, register);
  expect(receipts(again)).toEqual(receipts(first));
  expect(total(await published(system))).toBe(outcome.events);
};
