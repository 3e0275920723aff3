import type { LoggerService } from '@nestjs/common';
import { toBusMessage } from '@zielwerk/contracts';
import { type Messaging, stoppedClock, type StoredEvent, topicOf } from '@zielwerk/kernel';
import { Deciders, HistoryNotReadable, type Policy, Rejected } from '@zielwerk/platform';
import { EmbeddedMessaging, MemoryCheckpoints, MemoryEventStore } from '@zielwerk/testing';

import { BusReader } from './bus-reader';
import { PolicyRunner } from './policy-runner';

const clock = stoppedClock('2026-11-23T08:00:00Z');
const id = (n: number) => `0190a1de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const place = 'mf.policies/zielwerk.stk.events';

const adoptionRecorded = (n: number, wireType = 'GoalAdoptionRecorded.v1', decisionNumber = '1') => {
  const event: StoredEvent = {
    ...{ position: n, wireType, data: { goalId: id(n), lead: 'mf', decisionNumber, decidedOn: '2026-11-02' } },
    meta: {
      ...{ id: id(n), stream: `stk.adoption-${id(n)}`, revision: 0, occurredOn: '2026-11-02', ministry: 'stk' },
      ...{
        recordedAt: '2026-11-02T08:00:00.000Z',
        function: null,
        correlationId: 'c',
        actor: 'a',
        commandId: 'x',
        commandHash: '',
      },
    },
  };
  const message = toBusMessage(event);
  return { ...message, headers: { ...message.headers, ce_type: wireType } };
};

describe('policies of a house', () => {
  let messaging: Messaging;
  let checkpoints: MemoryCheckpoints;
  let reader: BusReader | undefined;
  beforeEach(() => {
    messaging = new EmbeddedMessaging(':memory:');
    checkpoints = new MemoryCheckpoints();
  });
  afterEach(async () => {
    await reader?.stop();
    await messaging.close();
  });

  /** Starts the house with a policy that does this, and resolves when it has dealt with all that was on the bus. */
  const run = async (
    carryOut: (goalId: string, decisionNumber: string) => unknown,
    logger: LoggerService | null = null,
  ) => {
    const policy: Policy = {
      ...{ name: 'p', on: 'GoalAdoptionRecorded' },
      reactionTo: ({ data }) => {
        const { goalId, decisionNumber } = data as { goalId: string; decisionNumber: string };
        return {
          stream: `mf.goal-${goalId}`,
          carryOut: async () => {
            await carryOut(goalId, decisionNumber);
            return { stream: 's', revision: 0 };
          },
        };
      },
    };
    const deciders = new Deciders(new MemoryEventStore(clock), clock, { code: 'mf' });
    const runner = new PolicyRunner({ code: 'mf', policies: [policy], deciders, checkpoints, logger });
    reader = new BusReader({ reader: 'zielwerk.mf', ministries: ['stk', 'mf'], messaging, logger });
    reader.join(runner);
    await reader.start();
    while (!reader.check().up) await new Promise(setImmediate);
    return runner;
  };
  const publish = (...messages: ReturnType<typeof adoptionRecorded>[]) => messaging.publish(topicOf('stk'), messages);
  beforeEach(() => messaging.ensureTopics(['stk', 'mf'].map(topicOf)));

  it('take a fact from the topic of the house that decided it, and from no other', async () => {
    const acted: string[] = [];
    const warnings: unknown[] = [];
    const logger = { log: () => undefined, error: () => undefined, warn: (said: unknown) => warnings.push(said) };
    await messaging.publish(topicOf('mf'), [adoptionRecorded(1)]);
    await publish(adoptionRecorded(2));
    await run((goalId) => acted.push(goalId), logger);
    expect(acted).toEqual([id(2)]);
    const reason = `zielwerk.mf.events carries a fact of stk about stk.adoption-${id(1)}.`;
    expect(warnings).toEqual([{ topic: 'zielwerk.mf.events', offset: 0, reason }]);
  });

  it('act on each fact, in order, and keep their place once all is done', async () => {
    const done: string[] = [];
    const places: number[] = [];
    await publish(adoptionRecorded(1), adoptionRecorded(2));
    await run(async (goalId) => {
      places.push(await checkpoints.load(place));
      done.push(goalId);
    });
    expect([done, places, await checkpoints.load(place)]).toEqual([[id(1), id(2)], [0, 0], 2]);
  });

  it('do not act again on what is before their place', async () => {
    const done: string[] = [];
    await publish(adoptionRecorded(1));
    await run((goalId) => done.push(goalId));
    await reader?.stop();
    await publish(adoptionRecorded(2));
    await run((goalId) => done.push(goalId));
    expect(done).toEqual([id(1), id(2)]);
  });

  it('are given a fact again whose effect could not be had', async () => {
    const done: string[] = [];
    let failures = 2;
    await publish(adoptionRecorded(1), adoptionRecorded(2));
    await run((goalId) => {
      if (goalId === id(2) && failures-- > 0) throw new Error('disk full');
      done.push(goalId);
    });
    expect([new Set(done), done.at(-1), await checkpoints.load(place)]).toEqual([new Set([id(1), id(2)]), id(2), 2]);
  });

  it('keep the order of one stream, also when something fails, while other streams go on', async () => {
    const done: string[] = [];
    let failures = 1;
    const of = (n: number, number: string) => adoptionRecorded(n, 'GoalAdoptionRecorded.v1', number);
    await publish(of(1, 'a'), of(1, 'b'), of(2, 'c'));
    await run((goalId, number) => {
      if (number === 'a' && failures-- > 0) throw new Error('disk full');
      done.push(`${goalId === id(1) ? 1 : 2}${number}`);
    });
    expect(done.filter((one) => one.startsWith('1'))).toEqual(['1a', '1b']);
    expect(done[0]).toBe('2c');
  });

  it('do not stop at what the house’s rules refuse; it is counted and told', async () => {
    const told: unknown[] = [];
    const logger = { log: () => undefined, error: () => undefined, warn: (message: unknown) => told.push(message) };
    await publish(adoptionRecorded(1), adoptionRecorded(2));
    const runner = await run((goalId) => {
      if (goalId === id(1)) throw new Rejected({ code: 'goal-unknown', kind: 'not-found', detail: 'No such goal.' });
    }, logger);
    expect([runner.refused, await checkpoints.load(place)]).toEqual([1, 2]);
    expect(told).toEqual([
      { policy: 'p', event: id(1), code: 'goal-unknown', kind: 'not-found', detail: 'No such goal.' },
    ]);
  });

  it.each([
    ['its own history is not readable', 'GoalAdoptionRecorded.v1', true],
    ['the fact is of a newer version', 'GoalAdoptionRecorded.v9', false],
  ])('keep their place where %s, for the release that can', async (_, wireType, throws) => {
    await publish(adoptionRecorded(1, wireType));
    await run(() => {
      if (throws) throw new HistoryNotReadable('x');
    });
    await publish(adoptionRecorded(2));
    await reader?.stop();
    const done: string[] = [];
    expect(await checkpoints.load(place)).toBe(0);
    await run((goalId) => done.push(goalId));
    expect(done.at(-1)).toBe(id(2));
  });
});
