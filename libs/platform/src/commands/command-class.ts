// The classes that the command bus of @nestjs/cqrs knows a use case by.
import type { Type } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CalendarDate } from '@zielwerk/kernel';

import { Deciders } from './deciders';
import { Facts } from '../known/facts';
import type { CommandContext, Receipt } from './order';

/** A checked request to one aggregate, on its way to the handler. */
export abstract class SliceCommand extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly body: object,
    readonly occurredOn: CalendarDate | null,
    readonly context: CommandContext,
  ) {
    super();
  }
}
export type CommandClass = new (...args: ConstructorParameters<typeof SliceCommand>) => SliceCommand;

export const commandClass = (name: string): CommandClass => {
  const type = class extends SliceCommand {};
  Object.defineProperty(type, 'name', { value: name });
  return type;
};

type Handle = (deciders: Deciders, facts: Facts, command: SliceCommand) => Promise<Receipt>;

export const handlerOf = (type: CommandClass, handle: Handle): Type => {
  @CommandHandler(type)
  class Handler implements ICommandHandler<SliceCommand> {
    constructor(
      private readonly deciders: Deciders,
      private readonly facts: Facts,
    ) {}

    execute(command: SliceCommand): Promise<Receipt> {
      return handle(this.deciders, this.facts, command);
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${type.name}Handler` });
  return Handler;
};
