// What is to be done about a command, given what its stream holds. No I/O of its own.
import {
  type CalendarDate,
  type Decider,
  isRejection,
  type Message,
  type Rejection,
  StaleStream,
} from '@zielwerk/kernel';

import type { FoldedStream } from './folded-streams';
import { CommandIdReused, type Order, type Receipt, Rejected } from './order';

export type Verdict = Readonly<{ receipt: Receipt }> | Readonly<{ refusal: Error }> | Resolved;
/** No events: nothing to do. */
export type Resolved = Readonly<{ events: readonly Message[]; occurredOn: CalendarDate }>;

export const appends = (verdict: Verdict): verdict is Resolved => 'events' in verdict && verdict.events.length > 0;

/** Where the runner looks up a command that is sent again. */
export const commandKey = (actor: string, commandId: string): string => `${actor}\n${commandId}`;

export const judge = async (
  stream: string,
  decider: Decider<Message, Message, unknown>,
  folded: FoldedStream,
  { order, today }: Readonly<{ order: Order<Message>; today: CalendarDate }>,
): Promise<Verdict> => {
  const { context } = order;
  const earlier = folded.commands.get(commandKey(context.actor, context.commandId));
  if (earlier)
    return earlier.hash === context.commandHash
      ? { receipt: { stream, revision: earlier.revision } }
      : { refusal: new CommandIdReused(context.commandId) };
  if (context.expectedRevision !== null && context.expectedRevision !== folded.revision)
    return { refusal: new StaleStream(stream, context.expectedRevision, folded.revision) };

  const occurredOn = timelyDayOf(order, folded.lastOccurredOn, today);
  if (typeof occurredOn !== 'string') return { refusal: new Rejected(occurredOn) };
  const command = await order.command();
  if (isRefusal(command)) return { refusal: new Rejected(command) };
  const decision = decider.decide(command, folded.state, { occurredOn, today, by: context.by });
  return isRejection(decision) ? { refusal: new Rejected(decision) } : { events: decision, occurredOn };
};

const isRefusal = (command: Message | Rejection): command is Rejection => 'code' in command;

/** The day on which it occurred, unless that or the day of the report cannot be. */
const timelyDayOf = (
  order: Order<Message>,
  last: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | Rejection => {
  const occurredOn = dayOf(order, last, today);
  if (typeof occurredOn !== 'string' || order.day === 'nearest') return occurredOn;
  return reportedAtWrongTime(order.context.reportedOn ?? null, occurredOn, today) ?? occurredOn;
};

const dayOf = (
  { occurredOn, day = 'exact' }: Order<Message>,
  last: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | Rejection => {
  const asked = occurredOn ?? today;
  if (day === 'nearest') return nearest(asked, last, today);
  if (asked > today)
    return { code: 'in-the-future', kind: 'invalid', detail: `${asked} is still to come; today is ${today}.` };
  if (last !== null && asked < last)
    return {
      code: 'before-last-fact',
      kind: 'conflict',
      detail: `The last fact occurred on ${last}; what follows cannot have occurred on ${asked}, before it.`,
    };
  return asked;
};

const reportedAtWrongTime = (
  reportedOn: CalendarDate | null,
  occurredOn: CalendarDate,
  today: CalendarDate,
): Rejection | null => {
  if (reportedOn === null) return null;
  if (reportedOn > today)
    return { code: 'in-the-future', kind: 'invalid', detail: `${reportedOn} is still to come; today is ${today}.` };
  if (reportedOn < occurredOn)
    return {
      code: 'reported-before-it-occurred',
      kind: 'invalid',
      detail: `What occurred on ${occurredOn} cannot have been reported on ${reportedOn}, before it.`,
    };
  return null;
};

const nearest = (asked: CalendarDate, last: CalendarDate | null, today: CalendarDate): CalendarDate => {
  const notToCome = asked > today ? today : asked;
  return last !== null && notToCome < last ? last : notToCome;
};
