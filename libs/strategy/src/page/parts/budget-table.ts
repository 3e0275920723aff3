import type { BudgetLineView, BudgetView, Money } from '../../views/measure';
import { html, type Html, type Part } from '../html';
import type { Site } from '../site';
import { type Column, table } from './table';

/** The money of a measure line by line, with sums. What was spent is shown to whoever may read it. */
export const budgetTable = (site: Site, { lines, years, total }: BudgetView): Html => {
  const { text } = site.wording;
  const withSpending = lines.some(({ spentCents }) => spentCents !== null);
  const numeric = (label: string): Column => ({ label, numeric: true });
  const sums = years.length > 1 ? years : [];
  return html`${table({
    caption: text('measure.money.caption'),
    columns: [
      { label: text('column.budgetLine'), width: 4 },
      numeric(text('column.planned')),
      numeric(text('column.consented')),
      numeric(text('column.frozen')),
      ...(withSpending ? [numeric(text('column.spent')), numeric(text('column.variance'))] : []),
    ],
    rows: [
      ...lines.map((line) => [nameOf(site, line), ...amounts(site, line, withSpending)]),
      ...sums.map((sum) => [text('budget.year', { year: String(sum.year) }), ...amounts(site, sum, withSpending)]),
      ...(total && lines.length > 1 ? [[text('budget.total'), ...amounts(site, total, withSpending)]] : []),
    ],
  })}
  ${withSpending && html`<p class="zw-note">${text('measure.money.how')}</p>`}`;
};

const nameOf = ({ wording: { text, word, euros } }: Site, line: BudgetLineView): Part => {
  const { year, section, chapter, lineItem, source, commitmentCents } = line;
  return html`${String(year)}, ${word('fundingSource', source)}
    <p class="zw-note">${text('budget.line', { section, chapter, lineItem })}</p>
    ${commitmentCents > 0 && html`<p class="zw-note">${text('budget.commitment', { value: euros(commitmentCents) })}</p>`}`;
};

const amounts = ({ wording: { text, euros } }: Site, money: Money, withSpending: boolean): readonly Part[] => {
  const shown = (cents: number | null) => (cents === null ? '–' : euros(cents));
  return [
    euros(money.plannedCents),
    money.consentedCents === null ? text('budget.open') : euros(money.consentedCents),
    money.frozenCents === 0 ? '–' : euros(money.frozenCents),
    ...(withSpending ? [shown(money.spentCents), shown(money.varianceCents)] : []),
  ];
};
