// What a house does because of another house's published fact.
import type { EventCatalogue } from '@zielwerk/contracts';
import type { CalendarDate, Message, Recorded } from '@zielwerk/kernel';

import { uuidv5 } from '../uuid';
import type { Deciders } from './deciders';
import type { Aggregate, Named, Receipt } from './order';

type Reaction<Command> = Readonly<{ id: string; command: Command; occurredOn?: CalendarDate | null }>;

export interface PolicyDefinition<
  On extends Message,
  Type extends On['type'],
  Command extends Message,
  Name extends string,
  Event extends Message,
  State,
> {
  /** `adopt-goal-when-adoption-recorded`; kept for ever, the ids of its commands follow from it. */
  readonly name: string;
  readonly on: Type;
  readonly events: EventCatalogue<On>;
  readonly aggregate: Aggregate<Command, Event, State>;
  /** Null when the fact does not concern this house. The day is moved to the nearest one the stream can take. */
  readonly order: (
    event: Recorded<Extract<On, { type: Type }>>,
    ministry: string,
  ) => Reaction<Named<Command, Name>> | null;
}

export interface Policy {
  readonly name: string;
  /** The type of the event it reacts to. */
  readonly on: string;
  /** Throws Rejected like any command; null when the fact does not concern this house. */
  readonly carryOut: (deciders: Deciders, event: Recorded<Message>, ministry: string) => Promise<Receipt | null>;
}

export const definePolicy = <
  On extends Message,
  Type extends On['type'],
  Command extends Message,
  Name extends string,
  Event extends Message,
  State,
>({
  name,
  on,
  aggregate,
  order,
}: PolicyDefinition<On, Type, Command, Name, Event, State>): Policy => ({
  name,
  on,
  carryOut: async (deciders, event, ministry) => {
    const reaction = order(event as Recorded<Extract<On, { type: Type }>>, ministry);
    if (!reaction) return null;
    const { id, command, occurredOn = null } = reaction;
    return deciders.execute(aggregate, {
      id,
      command: () => command,
      occurredOn,
      day: 'nearest',
      context: {
        commandId: uuidv5(`${event.meta.id}/${name}`),
        // The id follows from the event, so the same id is the same command, even if a later release words it otherwise.
        commandHash: '',
        correlationId: event.meta.correlationId,
        actor: `policy:${name}`,
        by: { ministry, roles: [], function: null, unit: null, deputyFor: null },
        expectedRevision: null,
      },
    });
  },
});
