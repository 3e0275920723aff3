// Decisions of offices become facts of the houses that lead: what follows in their files waits for these.
import type { Order } from '@zielwerk/bundle';
import { dataKey } from '@zielwerk/kernel';

import { until } from '../services/until';

type Data = Readonly<Record<string, unknown>>;
type Page = Readonly<{ items: readonly Readonly<{ data: Data }>[]; cursor: string | null }>;
type Reading = Readonly<{ url: string; readingToken: string }>;
type Decided = Readonly<{ command: string; type: string; fields: readonly string[] }>;

/** A command of an office, the event that it becomes, and the fields in which both say the same. */
const DECISIONS: readonly Decided[] = [
  { command: 'RecordGoalAdoption', type: 'GoalAdopted', fields: ['goalId'] },
  { command: 'ConfirmGoalOutcome', type: 'GoalConcluded', fields: ['goalId'] },
  { command: 'SendBackGoalOutcome', type: 'GoalProposalSentBack', fields: ['goalId'] },
  { command: 'GiveBudgetConsent', type: 'MeasureBudgetConsented', fields: ['measureId', 'line', 'consentedCents'] },
  { command: 'OrderBudgetFreeze', type: 'MeasureBudgetFrozen', fields: ['measureId', 'line', 'frozenCents'] },
];
const PAGE = 500;
const PATIENCE_MS = 10_000;

/** The facts that one kind of decision has become, as far as they were read. */
class Arrived {
  private readonly keys = new Set<string>();
  // Of the last page, which may have grown when it is read again.
  private cursor = '';

  constructor(
    private readonly decided: Decided,
    private readonly reading: Reading,
  ) {}

  isAwaitedBy({ command }: Order): boolean {
    return command === this.decided.command;
  }

  has({ data }: Order): boolean {
    return this.keys.has(this.keyOf(data as unknown as Data));
  }

  async readOn(): Promise<void> {
    const { url, readingToken } = this.reading;
    for (let cursor: string | null = this.cursor; cursor !== null;) {
      this.cursor = cursor;
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await fetch(`${url}/api/strategy/events?type=${this.decided.type}&limit=${PAGE}${from}`, {
        headers: { authorization: `Bearer ${readingToken}` },
      });
      if (!page.ok) return;
      const { items, cursor: next } = (await page.json()) as Page;
      for (const { data } of items) this.keys.add(this.keyOf(data));
      cursor = next;
    }
  }

  private keyOf(data: Data): string {
    return dataKey(this.decided.fields.map((field) => data[field]));
  }
}

/** Answers what waits, at most `patienceMs`, until houses have taken over what offices decided in a wave. */
export const arrivals = (reading: Reading, patienceMs = PATIENCE_MS): ((wave: readonly Order[]) => Promise<void>) => {
  const kinds = DECISIONS.map((decided) => new Arrived(decided, reading));
  return async (wave) => {
    const start = Date.now();
    for (const kind of kinds) {
      const expected = wave.filter((order) => kind.isAwaitedBy(order));
      if (expected.length === 0) continue;
      await until(async () => {
        await kind.readOn();
        return expected.every((order) => kind.has(order)) || Date.now() - start > patienceMs;
      });
    }
  };
};
