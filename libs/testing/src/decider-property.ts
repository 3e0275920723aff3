// Whatever is asked, in whatever order: a decider never throws, never contradicts itself, never leaves its states.
import { deepStrictEqual, notDeepStrictEqual, strictEqual } from 'node:assert/strict';
import { inspect } from 'node:util';

import type { EventCatalogue } from '@zielwerk/contracts';
import { type Decider, isRejection, type Message } from '@zielwerk/kernel';
import fc from 'fast-check';

import { type CircumstancesOf, circumstancesWith, survivesTheWire } from './decider-spec';

type Asked<Command> = Readonly<{ command: Command; circumstances?: CircumstancesOf }>;
type Explored = Readonly<{ statuses: readonly string[]; refusals: readonly string[] }>;

/** Asks thousands of random questions (always the same ones) and says, sorted, which states and refusals it met. */
export const deciderProperty =
  <Command, Event extends Message, State extends Readonly<{ status: string }>>(
    decider: Decider<Command, Event, State>,
    events: EventCatalogue<Event>,
  ) =>
  (questions: (chance: typeof fc) => fc.Arbitrary<Asked<Command>>): Explored => {
    const statuses = new Set<string>();
    const refusals = new Set<string>();

    const ask = (state: State, asked: Asked<Command>): readonly Event[] => {
      const before = inspect(state, { depth: null });
      const decide = () => decider.decide(asked.command, state, circumstancesWith(asked.circumstances ?? {}));
      const decision = decide();
      deepStrictEqual(decide(), decision, 'the same question got two answers');
      strictEqual(inspect(state, { depth: null }), before, 'deciding changed the state');
      if (!isRejection(decision)) return decision;
      refusals.add(decision.code);
      return [];
    };

    const live = (life: readonly Asked<Command>[]): void => {
      const history: Event[] = [];
      let state = decider.initialState;
      for (const question of life) {
        const decided = ask(state, question);
        for (const event of decided) survivesTheWire(events, event);
        const next = decided.reduce(decider.evolve, state);
        if (decided.length > 0) notDeepStrictEqual(next, state, 'an event changed nothing');
        deepStrictEqual(ask(next, question), [], 'asked again at once, it recorded more');
        history.push(...decided);
        state = next;
        statuses.add(state.status);
      }
      deepStrictEqual(history.reduce(decider.evolve, decider.initialState), state, 'the history tells another state');
    };

    fc.assert(fc.property(fc.array(questions(fc), { maxLength: 60, size: 'max' }), live), {
      numRuns: 1000,
      seed: 20261123,
    });
    return { statuses: [...statuses].sort(), refusals: [...refusals].sort() };
  };
