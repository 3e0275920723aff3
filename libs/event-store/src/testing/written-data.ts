import type { NewEvent } from '@zielwerk/kernel';

export const WRITERS = 64;
export const streamOf = (writer: number): string => `mwu.goal-${writer}`;

/** How many events a writer's append brings. Whoever knows the writer knows all that it ever writes. */
const sizeOf = (writer: number, append: number): number => 1 + ((writer + append) % 3);

/** One append of a writer, the same whoever makes it up: the process that is killed, and the one that looks afterwards. */
export const appendOf = (writer: number, append: number): readonly NewEvent[] =>
  Array.from({ length: sizeOf(writer, append) }, (_, part) => {
    const id = `${writer}-${append}-${part}`;
    return {
      wireType: 'GoalDrafted.v1',
      data: { id, text: 'Glasfaser für alle '.repeat(1 + ((writer * 7 + append) % 40)) },
      meta: {
        id,
        occurredOn: '2026-01-12',
        ministry: 'mwu',
        function: null,
        correlationId: id,
        actor: 'writer',
        commandId: `${writer}-${append}`,
        commandHash: id,
      },
    };
  });
