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

/** An order that comes before, and how many waves earlier at least. */
type Wait = readonly [before: Order, waves: 0 | 1];

/** Without recursion: a chain may be as long as a bundle. */
const wavesBy = (waitsOf: (order: Order) => readonly Wait[]): ((order: Order) => number) => {
  const waves = new Map<Order, number>();
  return (asked) => {
    const open = [asked];
    for (let next = open.at(-1); next; next = open.at(-1)) {
      const waits = waitsOf(next);
      const unknown = waits.flatMap(([before]) => (waves.has(before) ? [] : [before]));
      const isNew = !waves.has(next);
      waves.set(
        next,
        // Whoever waits for itself, in a ring, waits no longer: the houses say what is wrong.
        isNew ? 0 : waits.reduce((latest, [before, later]) => Math.max(latest, (waves.get(before) ?? 0) + later), 0),
      );
      if (isNew) open.push(...unknown);
      else open.pop();
    }
    return waves.get(asked) ?? 0;
  };
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

  const waitsOf = (order: Order): readonly Wait[] => {
    const before = predecessor.get(order);
    const isLater = before && (senderOf(before) !== senderOf(order) || before.after !== undefined);
    const needed = (order.after ?? [])
      .flatMap((fact) => givers.get(fact) ?? [])
      .filter((giver) => giver !== order && dayOf(giver) <= dayOf(order));
    return [...(before ? [[before, isLater ? 1 : 0] as const] : []), ...needed.map((giver) => [giver, 1] as const)];
  };
  const waveOf = wavesBy(waitsOf);
  const all: Order[][] = [];
  for (const order of sorted) (all[waveOf(order)] ??= []).push(order);
  return all.filter((wave) => wave.length > 0);
};
