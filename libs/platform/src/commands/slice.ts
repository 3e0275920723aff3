// A use case in one file: what is asked, who may ask, and what it orders. Command class, handler and route follow from it.
import type { Type } from '@nestjs/common';
import { type Class, type Contract, contractOf, IsCalendarDate, IsId } from '@zielwerk/contracts';
import type { Message, Rejection } from '@zielwerk/kernel';
import { IsOptional } from 'class-validator';

import { type Act, type Role, rolesFor } from '../identity/roles';
import { type CommandClass, commandClass, handlerOf } from './command-class';
import type { Facts } from '../known/facts';
import { inCommandSpan } from '../tracing/spans';
import type { Aggregate, Named } from './order';
import { controllerOf } from './slice.controller';

export interface SliceDefinition<
  Body extends object,
  Command extends Message,
  Name extends string,
  Event extends Message,
  State,
> {
  /** Imperative; the name on `POST commands`, of the Command class and of the OpenAPI operation. */
  readonly command: string;
  /** One sentence. */
  readonly summary: string;
  /** Below the house's prefix, always POST. The one `:param` is the aggregate's id; a creating slice has none. */
  readonly route: string;
  /** What is done: the table of roles says who may. */
  readonly act: Act;
  readonly aggregate: Aggregate<Command, Event, State>;
  /** Without `occurredOn` and `id`: both are added, optional; `id` only when the slice creates. */
  readonly body: Class<Body>;
  /** The decider's command, or a refusal that needs facts of others. `body` is without `id` and `occurredOn`. */
  readonly order: (
    id: string,
    body: Body,
    facts: Facts,
  ) => Named<Command, Name> | Rejection | Promise<Named<Command, Name> | Rejection>;
  /** Creating slices: what the house itself calls the thing; the id follows from it. Default: `body.reference`. */
  readonly reference?: (body: Body) => string | null;
  /** Creating slices: where the entity bears the id of the one it is about. */
  readonly idOf?: (body: Body) => string;
}

/** A body as it is sent. */
export type Sent = Readonly<{ id?: string | null; occurredOn?: string | null }>;

/** What the edge needs to know of a slice. */
export interface SliceRoute {
  readonly command: string;
  readonly summary: string;
  readonly route: string;
  readonly act: Act;
  /** Beside machines whose token lists the command. */
  readonly roles: readonly Role[];
  readonly category: string;
  /** The name of the id in the route; null when the slice creates. */
  readonly param: string | null;
  readonly body: Class<Sent>;
  readonly contract: Contract<Sent>;
  readonly referenceOf: (body: Sent) => string | null;
  readonly idOf: ((body: Sent) => string) | null;
  readonly commandClass: CommandClass;
}

export interface Slice extends SliceRoute {
  readonly handler: Type;
  readonly controller: Type;
}

export const defineSlice = <
  Body extends object,
  Command extends Message,
  Name extends string,
  Event extends Message,
  State,
>(
  definition: SliceDefinition<Body, Command, Name, Event, State>,
): Slice => {
  const { command, summary, route, act, aggregate, order } = definition;
  const param = /:([A-Za-z]+)/u.exec(route)?.[1] ?? null;
  const body = sentBody(definition.body, param === null);
  const type = commandClass(command);
  const told: SliceRoute = {
    ...{ command, summary, route, act, roles: rolesFor(act), param, body, category: aggregate.category },
    contract: contractOf(body),
    referenceOf: (definition.reference ?? referenceIn) as Slice['referenceOf'],
    idOf: (definition.idOf ?? null) as Slice['idOf'],
    commandClass: type,
  };
  return {
    ...told,
    handler: handlerOf(type, (deciders, facts, { id, body: sent, occurredOn, context }) => {
      const plain = withoutFrame(sent) as Body;
      return inCommandSpan(command, () =>
        deciders.execute(aggregate, { id, command: () => order(id, plain, facts), occurredOn, context }),
      );
    }),
    controller: controllerOf(told),
  };
};

const referenceIn = (body: object): string | null => (body as { reference?: string | null }).reference ?? null;

const withoutFrame = (sent: Sent): object => {
  if (!('occurredOn' in sent) && !('id' in sent)) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([field]) => field !== 'id' && field !== 'occurredOn'));
};

const sentBody = (body: Class, creates: boolean): Class<Sent> => {
  const sent = { [body.name]: class extends body {} }[body.name] as Class<Sent>;
  const prototype = sent.prototype as object;
  for (const [field, word] of [['occurredOn', IsCalendarDate], ...(creates ? [['id', IsId] as const] : [])] as const) {
    IsOptional()(prototype, field);
    word()(prototype, field);
  }
  return sent;
};
