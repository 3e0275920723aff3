// A capability of the specs' own: a barometer stands between 0 and 100, and is raised.
import { PickType } from '@nestjs/mapped-types';
import {
  catalogue,
  defineEvent,
  type EventIn,
  IsId,
  IsMinistryCode,
  IsPercent,
  IsReference,
  IsText,
  OrNull,
} from '@zielwerk/contracts';
import { type Decider, type Message, rejections } from '@zielwerk/kernel';
import { IsOptional } from 'class-validator';

import { defineCapability } from '../commands/capability';
import { notKnownHereYet } from '../known/facts';
import { definePolicy } from '../commands/policy';
import { defineSlice } from '../commands/slice';

export class Hung {
  @IsId() readonly barometerId!: string;
  @OrNull() @IsReference() readonly reference!: string | null;
  @IsText({ max: 50 }) readonly title!: string;
}
export class Raised {
  @IsId() readonly barometerId!: string;
  @IsPercent() readonly by!: number;
  @OrNull() @IsText({ max: 100 }) readonly note!: string | null;
}
/** Announced by one house to another. */
export class StormAnnounced {
  @IsMinistryCode() readonly to!: string;
  @IsId() readonly barometerId!: string;
}
export const barometerEvents = catalogue(defineEvent('Hung', Hung, 'public'), defineEvent('Raised', Raised, 'public'));
export const stormEvents = catalogue(defineEvent('StormAnnounced', StormAnnounced, 'government'));

export type BarometerCommand = Message<'Hang', Hung> | Message<'Raise', Raised>;
type BarometerEvent = EventIn<typeof barometerEvents>;
type Barometer = Readonly<{ hung: boolean; level: number }>;

const refuse = rejections({ 'barometer-unknown': 'not-found', 'barometer-exists': 'conflict', 'too-high': 'conflict' });

export const barometerDecider: Decider<BarometerCommand, BarometerEvent, Barometer> = {
  initialState: { hung: false, level: 0 },
  decide: (command, { hung, level }) => {
    if (command.type === 'Hang')
      return hung ? refuse('barometer-exists', 'It hangs.') : [{ type: 'Hung', data: command.data }];
    if (!hung) return refuse('barometer-unknown', 'No such barometer hangs.');
    if (command.data.by === 0) return [];
    return level + command.data.by > 100
      ? refuse('too-high', `It stands at ${level}.`)
      : [{ type: 'Raised', data: command.data }];
  },
  evolve: (state, event) =>
    event.type === 'Hung' ? { ...state, hung: true } : { ...state, level: state.level + event.data.by },
};
export const barometerAggregate = { category: 'barometer', decider: barometerDecider, events: barometerEvents };

class NewBarometer extends PickType(Hung, ['title']) {
  @IsOptional() @IsReference() readonly reference?: string | null;
}
class Rise extends PickType(Raised, ['by']) {
  @IsOptional() @IsText({ max: 100 }) readonly note?: string | null;
  /** A goal of some house that must be known here. */
  @IsOptional() @IsId() readonly goalId?: string | null;
}

export const hang = defineSlice({
  command: 'HangBarometer',
  summary: 'Hangs a barometer.',
  route: 'barometers',
  act: 'draft',
  aggregate: barometerAggregate,
  body: NewBarometer,
  order: (barometerId, { title, reference }) => ({
    type: 'Hang',
    data: { barometerId, reference: reference ?? null, title },
  }),
});

export const raise = defineSlice({
  command: 'RaiseBarometer',
  summary: 'Raises a barometer.',
  route: 'barometers/:barometerId/rises',
  act: 'observe',
  aggregate: barometerAggregate,
  body: Rise,
  order: (barometerId, { by, note = null, goalId }, { known }) =>
    goalId && !known.goals.find(goalId)
      ? notKnownHereYet(`Goal ${goalId}`)
      : { type: 'Raise', data: { barometerId, by, note } },
});

export const raiseWhenStormAnnounced = definePolicy({
  name: 'raise-when-storm-announced',
  on: 'StormAnnounced',
  events: stormEvents,
  aggregate: barometerAggregate,
  order: ({ data: { to, barometerId }, meta }, ministry) =>
    to === ministry
      ? {
          id: barometerId,
          command: { type: 'Raise', data: { barometerId, by: 50, note: null } },
          occurredOn: meta.occurredOn,
        }
      : null,
});

export const BarometerModule = defineCapability('barometers', [hang, raise], { policies: [raiseWhenStormAnnounced] });

export const openSafe = defineSlice({
  command: 'OpenSafe',
  summary: 'Only the house with the office may.',
  route: 'safe',
  act: 'consent',
  aggregate: barometerAggregate,
  body: NewBarometer,
  order: (barometerId, { title, reference }) => ({
    type: 'Hang',
    data: { barometerId, reference: reference ?? null, title },
  }),
});
export const SafeModule = defineCapability('safe', [openSafe], { office: 'finance' });
