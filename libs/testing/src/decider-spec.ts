// Given these events, when this is asked, then exactly these events, in this order.
import { deepStrictEqual, fail, ok } from 'node:assert/strict';

import type { EventCatalogue } from '@zielwerk/contracts';
import {
  type CalendarDate,
  type Capacity,
  type Circumstances,
  type Decider,
  isRejection,
  type Message,
} from '@zielwerk/kernel';

const SOME_DAY = '2026-12-31';
const SOME_EARLIER_DAY = '2026-01-01';
const SOME_EDITOR: Capacity = { ministry: 'mid', roles: ['editor'], function: null, unit: null, deputyFor: null };

/** What a test does not say: an editor of MID without a unit, on the last day of 2026, about that same day. */
export type CircumstancesOf = Partial<Omit<Circumstances, 'by'>> & Readonly<{ by?: Partial<Capacity> }>;

export const circumstancesWith = ({ by, ...days }: CircumstancesOf): Circumstances => ({
  today: SOME_DAY,
  occurredOn: days.today ?? SOME_DAY,
  ...days,
  by: { ...SOME_EDITOR, ...by },
});

/** What has happened, on the first day of 2026 unless it says otherwise. */
type Happened<Event> = Event & Readonly<{ occurredOn?: CalendarDate }>;

/** `deciderSpec(decider, events)(...history).when(command).then(...events)`: also checks that what is decided survives JSON. */
export const deciderSpec =
  <Command, Event extends Message, State>(decider: Decider<Command, Event, State>, events: EventCatalogue<Event>) =>
  (...history: readonly Happened<Event>[]) => ({
    when: (command: Command, circumstances: CircumstancesOf = {}) => {
      const state = history.reduce(
        (before, event) => decider.evolve(before, event, event.occurredOn ?? SOME_EARLIER_DAY),
        decider.initialState,
      );
      const decision = decider.decide(command, state, circumstancesWith(circumstances));
      const then = (...expected: readonly Event[]): void => {
        if (isRejection(decision)) fail(`rejected: ${decision.code} (${decision.detail})`);
        deepStrictEqual(decision, expected);
        for (const event of decision) survivesTheWire(events, event);
      };
      return {
        then,
        thenNothing: () => then(),
        thenRejected: (code: string): void => {
          ok(isRejection(decision), `expected ${code}, but it was accepted`);
          deepStrictEqual(decision.code, code);
        },
      };
    },
  });

/** Every event a decider emits must come back from JSON unchanged: no Date, no Map, no undefined. */
export const survivesTheWire = <Event extends Message>(events: EventCatalogue<Event>, event: Event): void => {
  const { wireType, data } = events.encode(event, events.newestVersions());
  deepStrictEqual(events.decode(wireType, JSON.parse(JSON.stringify(data))), event);
};
