// A measure's money: line by line, and added up by year and in all.
import type { Audience } from '@zielwerk/contracts';
import type { BudgetLineRow } from '@zielwerk/measures-read-model';

import type { BudgetLineView, BudgetView, Money } from '../views/measure';
import { grouped } from './tally';

/** In the order of the rows. What was spent is kept from the public. */
export const budgetView = (rows: readonly BudgetLineRow[], audience: Audience): BudgetView => {
  const lines = rows.map((row) => lineView(row, audience));
  const years = grouped(lines, ({ year }) => String(year));
  return {
    lines,
    years: [...years].map(([year, ofYear]) => ({ year: Number(year), ...sumOf(ofYear) })),
    total: lines.length === 0 ? null : sumOf(lines),
  };
};

const lineView = (row: BudgetLineRow, audience: Audience): BudgetLineView => ({
  year: row.year,
  section: row.section,
  chapter: row.chapter,
  lineItem: row.line_item,
  source: row.source,
  plannedCents: row.planned_cents,
  commitmentCents: row.commitment_cents,
  consentedCents: row.consented_cents,
  frozenCents: row.frozen_cents,
  spentCents: audience === 'public' ? null : row.spent_cents,
  varianceCents: audience === 'public' ? null : row.spent_cents - row.planned_cents,
});

const sumOf = (lines: readonly Money[]): Money => ({
  plannedCents: lines.reduce((sum, { plannedCents }) => sum + plannedCents, 0),
  commitmentCents: lines.reduce((sum, { commitmentCents }) => sum + commitmentCents, 0),
  consentedCents: known(lines.map(({ consentedCents }) => consentedCents)),
  frozenCents: lines.reduce((sum, { frozenCents }) => sum + frozenCents, 0),
  spentCents: known(lines.map(({ spentCents }) => spentCents)),
  varianceCents: known(lines.map(({ varianceCents }) => varianceCents)),
});

/** The sum of those that are known; null when none is. */
const known = (amounts: readonly (number | null)[]): number | null => {
  const there = amounts.filter((amount) => amount !== null);
  return there.length === 0 ? null : there.reduce((sum, amount) => sum + amount, 0);
};
