// What an import that did not come to its end left open, when it is started again.
import { asText } from '../tables/column';
import type { WrittenTables } from '../written/written-tables';
import type { Order } from './order';

const DAYS = ['on', 'plannedOn', 'consentedOn', 'frozenOn', 'spentOn'];

/** By thing: the last day of which something is recorded. */
const lastDays = (recorded: WrittenTables): ReadonlyMap<string, string> => {
  const days = new Map<string, string>();
  for (const { thing, cells } of Object.values(recorded).flat()) {
    const [last = ''] = DAYS.map((name) => asText(cells[name] ?? null))
      .sort()
      .reverse();
    if (last > (days.get(thing) ?? '')) days.set(thing, last);
  }
  return days;
};

/**
 * A change of what is recorded is of the day on which it is sent. But where dated facts of the thing follow, or a bundle
 * knows no other day, and none was recorded since its row began, it is of the day on which that began: those that follow
 * must not be before it.
 */
export const resumed = (orders: readonly Order[], recorded: WrittenTables): readonly Order[] => {
  const dated = new Set(orders.flatMap(({ thing, on }) => (on === undefined ? [] : [thing])));
  const last = lastDays(recorded);
  return orders.map((order) => {
    const { plannedOn, on } = order.row.cells;
    const day = asText(plannedOn ?? on ?? null);
    const isLeftOpen = order.hasNoDay === true || dated.has(order.thing);
    return order.on === undefined && isLeftOpen && day >= (last.get(order.thing) ?? '') ? { ...order, on: day } : order;
  });
};
