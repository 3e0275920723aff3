// Carries out what an upload asks for, wave after wave, in the name of whoever sent it.
import { type Fault, faultIn, type Order } from '@zielwerk/bundle';
import type { LineAnswer, Lines, Sender } from '@zielwerk/platform';
import { setTimeout as pause } from 'node:timers/promises';

import { isPassing } from './passing';
import { sentOrder } from './sent-orders';

const PATIENCE_MS = 5_000;
const PAUSE_MS = 25;

type Carrying = Readonly<{ lines: Lines; sender: Sender }>;
type Answered = Readonly<{ order: Order; answer: LineAnswer }>;

/** All are started in order: what meets on one stream queues there in this order. */
const round = (orders: readonly Order[], { lines, sender }: Carrying, revisions: ReadonlyMap<string, number>) =>
  Promise.all(
    orders.map(async (order): Promise<Answered> => {
      const { line } = sentOrder(order, (name) => revisions.get(name) ?? 0);
      return { order, answer: await lines.answer(() => line, sender) };
    }),
  );

const refusalIn = ({ order, answer }: Answered): readonly Fault[] => {
  if (answer.status === 'accepted') return [];
  const { detail, type } = answer.problem;
  return [faultIn(order.row, null, `${order.command} was refused: ${detail ?? type}`)];
};

/** Answers the refusals. What a fact is missing for that is on its way is tried again for a while. */
const wave = async (orders: readonly Order[], carrying: Carrying, revisions: Map<string, number>) => {
  let refused: readonly Fault[] = [];
  let waiting = orders;
  for (const start = Date.now(); waiting.length > 0;) {
    const answered = await round(waiting, carrying, revisions);
    const isPatient = Date.now() - start < PATIENCE_MS;
    const [again, final] = [[] as Answered[], [] as Answered[]];
    for (const one of answered) (isPatient && isPassing(one.answer) ? again : final).push(one);
    for (const { order, answer } of final) if (answer.status === 'accepted') revisions.set(order.name, answer.revision);
    refused = [...refused, ...final.flatMap(refusalIn)];
    waiting = again.map(({ order }) => order);
    if (waiting.length > 0) await pause(PAUSE_MS);
  }
  return refused;
};

/** The refusals, each at its row; all else is recorded. */
export const carriedOut = async (
  waves: readonly (readonly Order[])[],
  carrying: Carrying,
): Promise<readonly Fault[]> => {
  const revisions = new Map<string, number>();
  let refused: readonly Fault[] = [];
  for (const orders of waves) refused = [...refused, ...(await wave(orders, carrying, revisions))];
  return refused;
};
