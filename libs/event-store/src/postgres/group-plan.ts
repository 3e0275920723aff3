import { type Appended, NO_REVISION, type Position, StaleStream } from '@zielwerk/kernel';
import { type EventRow, rowOf } from '../event-row';
import type { EventText } from '../event-text';

export type Append = Readonly<{ stream: string; expected: number; texts: readonly EventText[] }>;
export type Outcome = Appended | StaleStream;

export type Answered<A extends Append> = readonly [append: A, outcome: Outcome];

/** What a group writes, and the answer to each of its appends once that is durable. */
export type GroupPlan<A extends Append> = Readonly<{ rows: readonly EventRow[]; answered: readonly Answered<A>[] }>;

type Begin = Readonly<{ last: Position; recordedAt: string }>;

/** Gives the events of a group their places after the last one, and moves the heads of their streams on. */
export const planGroup = <A extends Append>(
  group: readonly A[],
  heads: Map<string, number>,
  { last, recordedAt }: Begin,
): GroupPlan<A> => {
  const rows: EventRow[] = [];
  const answered = group.map((append): Answered<A> => {
    const { stream, expected, texts } = append;
    const head = heads.get(stream) ?? NO_REVISION;
    if (head !== expected) return [append, new StaleStream(stream, expected, head)];
    let revision = head;
    for (const text of texts) {
      revision += 1;
      rows.push(rowOf({ position: last + rows.length + 1, stream, revision, recordedAt }, text));
    }
    heads.set(stream, revision);
    return [append, { revision, position: last + rows.length }];
  });
  return { rows, answered };
};
