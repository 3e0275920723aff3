// Decisions of offices become facts of the houses that lead: what follows in their files waits for these.
import type { Order } from '@zielwerk/bundle';
import { dataKey } from '@zielwerk/kernel';

import { until } from '../services/until';

type Data = Readonly<Record<string, unknown>>;
type Event = Readonly<{ data: Data }>;
type Page = Readonly<{ items: readonly Event[]; cursor: string | null }>;
type Reading = Readonly<{ url: string; readingToken: string }>;

/** By command of an office: the event that it becomes, and the fields in which both say the same. */
const BECOMES: Readonly<Record<string, Readonly<{ type: string; fields: readonly string[] }>>> = {
  RecordGoalAdoption: { type: 'GoalAdopted', fields: ['goalId'] },
  ConfirmGoalOutcome: { type: 'GoalConcluded', fields: ['goalId'] },
  SendBackGoalOutcome: { type: 'GoalProposalSentBack', fields: ['goalId'] },
  GiveBudgetConsent: { type: 'MeasureBudgetConsented', fields: ['measureId', 'line', 'consentedCents'] },
  OrderBudgetFreeze: { type: 'MeasureBudgetFrozen', fields: ['measureId', 'line', 'frozenCents'] },
};

const keyOf = (data: Data, fields: readonly string[]): string => dataKey(fields.map((field) => data[field]));

const eventsOf = async (type: string, { url, readingToken }: Reading): Promise<readonly Event[]> => {
  const all: Event[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = await fetch(`${url}/api/strategy/events?type=${type}&limit=500${next}`, {
      headers: { authorization: `Bearer ${readingToken}` },
    });
    if (!page.ok) return all;
    const { items, cursor: more } = (await page.json()) as Page;
    all.push(...items);
    cursor = more;
  }
  return all;
};

const PATIENCE_MS = 10_000;

/** Waits, at most ten seconds, until houses have taken over what offices decided in that wave. */
export const decisionsArrive = async (wave: readonly Order[], reading: Reading): Promise<void> => {
  const start = Date.now();
  for (const [command, { type, fields }] of Object.entries(BECOMES)) {
    const expected = wave
      .filter((order) => order.command === command)
      .map(({ data }) => keyOf(data as unknown as Data, fields));
    if (expected.length > 0)
      await until(async () => {
        const arrived = new Set((await eventsOf(type, reading)).map(({ data }) => keyOf(data, fields)));
        return expected.every((key) => arrived.has(key)) || Date.now() - start > PATIENCE_MS;
      });
  }
};
