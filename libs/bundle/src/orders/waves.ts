// Orders in waves: what one wave brings about is known to all houses when the next one is sent.
import type { Order } from './order';

type Placed = Readonly<{ order: Order; index: number }>;

const senderOf = ({ house, by, unit = '' }: Order): string => `${house} ${by} ${unit}`;

/** What is to be sent today comes after all that is dated. */
const LAST = '9999-12-31';
const dayOf = ({ on = LAST }: Order): string => on;

const byDay = (one: Placed, other: Placed): number => {
  const [a, b] = [one.order, other.order];
  if (dayOf(a) !== dayOf(b)) return dayOf(a) < dayOf(b) ? -1 : 1;
  return a.rank - b.rank || one.index - other.index;
};

/** A step of a day that ends something stands before whatever follows it in the file on that day. */
const inOrder = (orders: readonly Order[]): readonly Order[] => {
  let latest = 0;
  let day = '';
  const ranked = orders.map((order): Order => {
    if (order.row.table !== 'lifecycle') return order;
    const key = `${order.thing} ${dayOf(order)}`;
    latest = key === day ? Math.max(latest, order.rank) : order.rank;
    day = key;
    return { ...order, rank: latest };
  });
  return ranked
    .map((order, index) => ({ order, index }))
    .sort(byDay)
    .map(({ order }) => order);
};

const groupedBy = <Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
};

/**
 * In each wave every sender's orders in the order in which they are sent. Orders about one thing keep their order: one by
 * another sender, or after one that waits for other houses, comes in a later wave.
 */
export const wavesOf = (orders: readonly Order[]): readonly (readonly Order[])[] => {
  const sorted = inOrder(orders);
  const givers = groupedBy(sorted, ({ gives = [] }) => gives);
  const predecessor = new Map<Order, Order>();
  for (const group of groupedBy(sorted, ({ thing }) => [thing]).values())
    group.forEach((order, index) => {
      const before = group[index - 1];
      if (before) predecessor.set(order, before);
    });

  const waves = new Map<Order, number>();
  const waveOf = (order: Order): number => {
    const known = waves.get(order);
    if (known !== undefined) return known;
    // Whoever waits for itself, in a ring, waits no longer: the houses say what is wrong.
    waves.set(order, 0);
    const before = predecessor.get(order);
    const waits = before && (senderOf(before) !== senderOf(order) || before.after !== undefined);
    const own = before ? waveOf(before) + (waits ? 1 : 0) : 0;
    const needed = (order.after ?? [])
      .flatMap((fact) => givers.get(fact) ?? [])
      .filter((giver) => giver !== order && dayOf(giver) <= dayOf(order));
    const wave = needed.reduce((latest, giver) => Math.max(latest, waveOf(giver) + 1), own);
    waves.set(order, wave);
    return wave;
  };
  const all: Order[][] = [];
  for (const order of sorted) (all[waveOf(order)] ??= []).push(order);
  return all.filter((wave) => wave.length > 0);
};
