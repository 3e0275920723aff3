import type { Message } from '@zielwerk/kernel';

import type { Part } from './bundle-row';

/** By event type: the rows that an event is about. */
export type PartsOf<Event extends Message> = {
  readonly [Type in Event['type']]?: (event: Extract<Event, { type: Type }>) => readonly Part[];
};
