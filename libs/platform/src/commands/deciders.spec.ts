import { type Clock, type Rejection, StaleStream, stoppedClock } from '@zielwerk/kernel';
import { MemoryEventStore } from '@zielwerk/testing';

import { barometerAggregate, type BarometerCommand } from '../testing/barometer';
import { Deciders } from './deciders';
import { type CommandContext, CommandIdReused, type Order, Rejected } from './order';

const id = '0190a1de-0000-7000-8000-000000000001';
const stream = `mwu.barometer-${id}`;
const by = { ministry: 'mwu', roles: ['editor'], function: 'Referat 12', unit: '12', deputyFor: null };
const context: CommandContext = {
  ...{ commandId: '', commandHash: 'hash', correlationId: 'trace', actor: 'someone' },
  ...{ by, expectedRevision: null },
};
type More = Partial<CommandContext> & Pick<Partial<Order<never>>, 'occurredOn' | 'day'>;

describe('Deciders', () => {
  let store: MemoryEventStore;
  let deciders: Deciders;
  const open = (instant: string) => {
    const clock: Clock = stoppedClock(instant);
    store = new MemoryEventStore(clock);
    deciders = new Deciders(store, clock, { code: 'mwu' });
  };
  beforeEach(() => open('2026-11-23T23:30:00Z'));

  const hang = ({ occurredOn = null, ...more }: More = {}) =>
    deciders.execute(barometerAggregate, {
      ...{ id, occurredOn },
      command: (): BarometerCommand => ({ type: 'Hang', data: { barometerId: id, reference: null, title: 'Hall' } }),
      context: { ...context, commandId: 'hang', ...more },
    });
  const raiseBy = (runner: Deciders, amount: number, commandId: string, more: More = {}) => {
    const { occurredOn = null, day = 'exact', ...rest } = more;
    return runner.execute(barometerAggregate, {
      ...{ id, occurredOn, day },
      command: (): BarometerCommand => ({ type: 'Raise', data: { barometerId: id, by: amount, note: null } }),
      context: { ...context, commandId, ...rest },
    });
  };
  const raise = (amount: number, commandId: string, more: More = {}) => raiseBy(deciders, amount, commandId, more);
  const history = () => store.readStream(stream);
  const days = async () => (await history()).map(({ meta }) => meta.occurredOn);
  const rises = async () => (await history()).slice(1).map(({ data }) => (data as { by: number }).by);
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: unknown) => (error instanceof Rejected ? error.rejection.code : String(error)),
    );

  it('records what was decided, in which capacity, and on which command', async () => {
    expect(await hang()).toEqual({ stream, revision: 0 });
    expect(await history()).toEqual([
      {
        position: 1,
        wireType: 'Hung.v1',
        data: { barometerId: id, reference: null, title: 'Hall' },
        meta: {
          ...{ id: expect.stringMatching(/^[0-9a-f-]{36}$/u), stream, revision: 0, occurredOn: '2026-11-24' },
          ...{ recordedAt: '2026-11-23T23:30:00.000Z', ministry: 'mwu', function: 'Referat 12' },
          ...{ actor: 'someone', commandId: 'hang', commandHash: 'hash', correlationId: 'trace' },
        },
      },
    ]);
  });

  it('records nothing when there is nothing to do, or the rules refuse', async () => {
    await hang();
    expect(await raise(0, 'a')).toEqual({ stream, revision: 0 });
    await raise(90, 'b');
    expect(await codeOf(raise(20, 'c'))).toBe('too-high');
    expect(await history()).toHaveLength(2);
  });

  it('refuses on behalf of facts of others, and asks for them only when the command is new', async () => {
    let asked = 0;
    const send = (refuse: boolean) =>
      deciders.execute(barometerAggregate, {
        ...{ id, occurredOn: null, context: { ...context, commandId: 'hang' } },
        command: (): BarometerCommand | Promise<Rejection> => {
          asked += 1;
          return refuse
            ? Promise.resolve({ code: 'goal-unknown', kind: 'conflict', detail: '' })
            : { type: 'Hang', data: { barometerId: id, reference: null, title: 'Hall' } };
        },
      });
    expect(await codeOf(send(true))).toBe('goal-unknown');
    await send(false);
    expect([await send(true), asked]).toEqual([{ stream, revision: 0 }, 2]);
  });

  describe('a command that is sent again', () => {
    it('gets the receipt it got, whatever happened since', async () => {
      await hang();
      const first = await raise(10, 'a');
      await raise(20, 'b');
      expect(await raise(10, 'a')).toEqual(first);
      expect(await raise(10, 'a', { expectedRevision: 0 })).toEqual(first);
      expect(await rises()).toEqual([10, 20]);
    });

    it('is known after a restart, too', async () => {
      await hang();
      const first = await raise(10, 'a');
      const restarted = new Deciders(store, stoppedClock('2026-11-25T08:00:00Z'), { code: 'mwu' });
      expect(await raiseBy(restarted, 10, 'a')).toEqual(first);
      await expect(raiseBy(restarted, 11, 'a', { commandHash: 'other' })).rejects.toThrow(CommandIdReused);
    });

    it('takes effect once when both come at once', async () => {
      await hang();
      expect(await Promise.all([raise(10, 'a'), raise(10, 'a')])).toEqual([
        { stream, revision: 1 },
        { stream, revision: 1 },
      ]);
      expect(await rises()).toEqual([10]);
    });

    it('must be the same command', async () => {
      await hang();
      await raise(10, 'a');
      await expect(raise(20, 'a', { commandHash: 'other' })).rejects.toThrow(CommandIdReused);
      expect(await rises()).toEqual([10]);
    });

    it('is somebody else’s command when somebody else sends it', async () => {
      await hang();
      await raise(10, 'a');
      await raise(20, 'a', { actor: 'another', commandHash: 'other' });
      expect(await rises()).toEqual([10, 20]);
    });
  });

  describe('two writers', () => {
    it('of one process take turns', async () => {
      await hang();
      const amounts = [10, 20, 30, 5, 15];
      await Promise.all(amounts.map((amount, i) => raise(amount, `${i}`)));
      expect(await rises()).toEqual(amounts);
    });

    it('of two processes are decided again, on what the other one recorded', async () => {
      await hang();
      const other = new Deciders(store, stoppedClock('2026-11-23T23:30:00Z'), { code: 'mwu' });
      await raiseBy(other, 1, 'warm');
      await raise(60, 'a');
      expect(await codeOf(raiseBy(other, 60, 'b'))).toBe('too-high');
      await raiseBy(other, 30, 'c');
      expect(await rises()).toEqual([1, 60, 30]);
    });

    it('are not refused on a memory that another process outran', async () => {
      const other = new Deciders(store, stoppedClock('2026-11-23T23:30:00Z'), { code: 'mwu' });
      expect(await codeOf(raise(1, 'a'))).toBe('barometer-unknown');
      await hang();
      await raiseBy(other, 1, 'b');
      await raise(1, 'c');
      // The other process remembers revision 1; whoever has seen revision 2 is right.
      expect(await raiseBy(other, 1, 'd', { expectedRevision: 2 })).toEqual({ stream, revision: 3 });
    });

    it('are told so after three attempts', async () => {
      await hang();
      const append = store.append.bind(store);
      let races = 0;
      store.append = async (at, expected, events) => {
        const [first] = events;
        if (first)
          await append(at, expected, [
            { ...first, meta: { ...first.meta, id: `race-${++races}`, commandId: `race-${races}` } },
          ]);
        return append(at, expected, events);
      };
      expect([await codeOf(raise(1, 'a')), races]).toEqual(['stream-busy', 3]);
    });

    it('who said what they saw are told at once that it changed', async () => {
      await hang();
      await raise(10, 'a', { expectedRevision: 0 });
      await expect(raise(10, 'b', { expectedRevision: 0 })).rejects.toThrow(new StaleStream(stream, 0, 1));
      expect(await rises()).toEqual([10]);
    });
  });

  describe('the day on which it became true', () => {
    it('is the one that is given, else today in Germany', async () => {
      await hang({ occurredOn: '2026-09-30' });
      await raise(1, 'a');
      expect(await days()).toEqual(['2026-09-30', '2026-11-24']);
    });

    it('is not to come, and not before the last fact', async () => {
      await hang({ occurredOn: '2026-09-30' });
      expect(await codeOf(raise(1, 'a', { occurredOn: '2026-11-25' }))).toBe('in-the-future');
      expect(await codeOf(raise(1, 'b', { occurredOn: '2026-09-29' }))).toBe('before-last-fact');
      expect(await codeOf(raise(1, 'c', { occurredOn: '2026-09-30' }))).toBe('accepted');
      expect(await days()).toEqual(['2026-09-30', '2026-09-30']);
    });

    it.each([
      ['2026-03-28T22:59:59Z', '2026-03-28', '2026-03-29'],
      ['2026-03-28T23:00:00Z', '2026-03-29', '2026-03-30'],
      ['2026-03-29T21:59:59Z', '2026-03-29', '2026-03-30'],
      ['2026-03-29T22:00:00Z', '2026-03-30', '2026-03-31'],
      ['2026-10-25T22:59:59Z', '2026-10-25', '2026-10-26'],
      ['2026-10-25T23:00:00Z', '2026-10-26', '2026-10-27'],
      ['2028-02-28T23:00:00Z', '2028-02-29', '2028-03-01'],
      ['2028-12-31T23:00:00Z', '2029-01-01', '2029-01-02'],
    ])('at %s may be %s and not %s', async (instant, today, tomorrow) => {
      open(instant);
      expect(await codeOf(hang({ occurredOn: tomorrow }))).toBe('in-the-future');
      await hang();
      expect(await days()).toEqual([today]);
    });

    it('is moved to the nearest possible one for whoever cannot choose another', async () => {
      await hang({ occurredOn: '2026-09-30' });
      await raise(1, 'a', { occurredOn: '2026-01-01', day: 'nearest' });
      await raise(1, 'b', { occurredOn: '2027-01-01', day: 'nearest' });
      expect(await days()).toEqual(['2026-09-30', '2026-09-30', '2026-11-24']);
    });
  });

  it.each([
    ['Lowered.v1', 'Lowered.v1 is not known to this version of the service'],
    ['Raised.v9', 'Raised.v9 is not readable for this version of the service'],
    ['Raised.v1', 'Raised.v1 is not readable for this version of the service'],
  ])('does not decide on a history with a %s it cannot read', async (wireType, message) => {
    await hang();
    const [first] = await history();
    if (first)
      await store.append(stream, 0, [{ wireType, data: {}, meta: { ...first.meta, id: 'other', commandId: 'x' } }]);
    const restarted = new Deciders(store, stoppedClock('2026-11-24T08:00:00Z'), { code: 'mwu' });
    await expect(raiseBy(restarted, 1, 'a')).rejects.toMatchObject({ name: 'HistoryNotReadable', message });
    expect(await history()).toHaveLength(2);
  });
});
