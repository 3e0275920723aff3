// Whatever is asked, in whatever order: a decider never throws, never contradicts itself, never leaves its states.
import { deepStrictEqual, notDeepStrictEqual, ok } from 'node:assert/strict';
import { serialize } from 'node:v8';

import type { EventCatalogue } from '@zielwerk/contracts';
import { type CalendarDate, type Decider, isRejection, type Message } from '@zielwerk/kernel';
import fc from 'fast-check';

import { type CircumstancesOf, circumstancesWith, survivesTheWire } from './decider-spec';

type Asked<Command> = Readonly<{ command: Command; circumstances?: CircumstancesOf }>;
/** `transitions`: each pair of states that one command led from and to, as `draft → adopted`. */
type Explored = Readonly<{
  statuses: readonly string[];
  transitions: readonly string[];
  refusals: readonly string[];
}>;

/** Asks thousands of random questions (always the same ones) and says, sorted, which states, transitions and refusals it met. */
export const deciderProperty =
  <Command, Event extends Message, State extends Readonly<{ status: string }>>(
    decider: Decider<Command, Event, State>,
    events: EventCatalogue<Event>,
  ) =>
  (questions: (chance: typeof fc) => fc.Arbitrary<Asked<Command>>): Explored => {
    const statuses = new Set<string>();
    const transitions = new Set<string>();
    const refusals = new Set<string>();

    const ask = (state: State, asked: Asked<Command>): readonly Event[] => {
      const before = serialize(state);
      const decide = () => decider.decide(asked.command, state, circumstancesWith(asked.circumstances ?? {}));
      const decision = decide();
      deepStrictEqual(decide(), decision, 'the same question got two answers');
      ok(serialize(state).equals(before), 'deciding changed the state');
      if (!isRejection(decision)) return decision;
      refusals.add(decision.code);
      return [];
    };

    const live = (life: readonly Asked<Command>[]): void => {
      const history: [event: Event, occurredOn: CalendarDate][] = [];
      const fold = (from: State, happened: typeof history) =>
        happened.reduce((before, [event, occurredOn]) => decider.evolve(before, event, occurredOn), from);
      let state = decider.initialState;
      for (const question of life) {
        const { occurredOn } = circumstancesWith(question.circumstances ?? {});
        const decided = ask(state, question).map((event): [Event, CalendarDate] => [event, occurredOn]);
        for (const [event] of decided) survivesTheWire(events, event);
        const next = fold(state, decided);
        if (decided.length > 0) notDeepStrictEqual(next, state, 'an event changed nothing');
        deepStrictEqual(ask(next, question), [], 'asked again at once, it recorded more');
        if (next.status !== state.status) transitions.add(`${state.status} → ${next.status}`);
        history.push(...decided);
        state = next;
        statuses.add(state.status);
      }
      deepStrictEqual(fold(decider.initialState, history), state, 'the history tells another state');
    };

    fc.assert(fc.property(fc.array(questions(fc), { maxLength: 60, size: 'max' }), live), {
      numRuns: 1000,
      seed: 20261123,
    });
    return {
      statuses: [...statuses].sort(),
      transitions: [...transitions].sort(),
      refusals: [...refusals].sort(),
    };
  };
