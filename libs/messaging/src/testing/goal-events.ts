// Events of goals for specs, and what must hold of them on the bus.
import { randomUUID } from 'node:crypto';

import { readMeta } from '@zielwerk/contracts';
import { type EventStore, type NewEvent, NO_REVISION, type ReceivedMessage } from '@zielwerk/kernel';

/** `<ministry>.goal-<uuid>`, the same one for the same number. */
export const goalStream = (ministry: string, number: number): string =>
  `${ministry}.goal-0190a1de-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const declared = (stream: string, reason: string): NewEvent => ({
  wireType: 'GoalHealthDeclared.v1',
  data: { goalId: stream.slice(stream.indexOf('-') + 1), health: 'green', reason },
  meta: {
    id: randomUUID(),
    occurredOn: '2026-03-31',
    ministry: stream.slice(0, stream.indexOf('.')),
    function: 'Referatsleitung 12',
    correlationId: 'correlation',
    actor: 'somebody',
    commandId: 'command',
    commandHash: 'hash',
  },
});

/** Writes to one goal's stream: event after event, or several at once. */
export class GoalWriter {
  private revision = NO_REVISION;

  constructor(
    private readonly store: EventStore,
    readonly stream: string,
  ) {}

  async append(count = 1, change: (event: NewEvent) => NewEvent = (same) => same): Promise<void> {
    const events = Array.from({ length: count }, (_, n) =>
      change(declared(this.stream, `event ${this.revision + n + 1}`)),
    );
    this.revision = (await this.store.append(this.stream, this.revision, events)).revision;
  }
}

export type Arrived = Readonly<{ stream: string; revision: number }>;

/** What a reader keeps: a message whose revision it has already is dropped. Throws when one is missing before another. */
export const kept = (messages: readonly ReceivedMessage[]): readonly Arrived[] => {
  const last = new Map<string, number>();
  return messages.flatMap((message) => {
    const { stream, revision } = readMeta(message);
    const before = last.get(stream) ?? NO_REVISION;
    if (revision <= before) return [];
    if (revision > before + 1) throw new Error(`${stream} goes from revision ${before} to ${revision}.`);
    last.set(stream, revision);
    return [{ stream, revision }];
  });
};

/** The same of a whole store, in commit order. */
export const storedIn = async (store: EventStore): Promise<readonly Arrived[]> =>
  (await store.readAll(0, Number.MAX_SAFE_INTEGER)).map(({ meta: { stream, revision } }) => ({ stream, revision }));
