// What a house does because of another house's published fact.
import type { EventCatalogue } from '@zielwerk/contracts';
import { type CalendarDate, type Message, type Recorded, streamOf } from '@zielwerk/kernel';

import { inCommandSpan } from '../tracing/spans';
import { uuidv5 } from '../uuid';
import type { Deciders } from './deciders';
import type { Aggregate, Named, Receipt } from './order';

type Ordered<Command> = Readonly<{ id: string; command: Command; occurredOn?: CalendarDate | null }>;

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
  ) => Ordered<Named<Command, Name>> | null;
}

/** What a house does because of one fact. */
export type Reaction = Readonly<{
  stream: string;
  /** Throws Rejected like any command. */
  carryOut: (deciders: Deciders) => Promise<Receipt>;
}>;

export interface Policy {
  readonly name: string;
  /** The type of the event it reacts to. */
  readonly on: string;
  /** Null when the fact does not concern this house. */
  readonly reactionTo: (event: Recorded<Message>, ministry: string) => Reaction | null;
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
  reactionTo: (event, ministry) => {
    const ordered = order(event as Recorded<Extract<On, { type: Type }>>, ministry);
    if (!ordered) return null;
    const { id, command, occurredOn = null } = ordered;
    const context = {
      commandId: uuidv5(`${event.meta.id}/${name}`),
      // The id follows from the event, so the same id is the same command, even if a later release words it otherwise.
      commandHash: '',
      correlationId: event.meta.correlationId,
      actor: `policy:${name}`,
      by: { ministry, roles: [], function: null, unit: null, deputyFor: null },
      expectedRevision: null,
      reportedOn: event.meta.reportedOn ?? null,
    };
    return {
      stream: streamOf(ministry, aggregate.category, id),
      carryOut: (deciders) =>
        inCommandSpan(name, () =>
          deciders.execute(aggregate, { id, command: () => command, occurredOn, day: 'nearest', context }),
        ),
    };
  },
});
