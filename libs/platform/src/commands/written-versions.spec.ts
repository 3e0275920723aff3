import { catalogue, defineEvent, type EventIn, IsId, IsPercent, IsText, OrNull } from '@zielwerk/contracts';
import { type Decider, type Message, stoppedClock } from '@zielwerk/kernel';
import { MemoryEventStore } from '@zielwerk/testing';

import { Deciders } from './deciders';
import { Rejected } from './order';

const id = '0190a1de-0000-7000-8000-000000000001';
const stream = `mwu.gauge-${id}`;

class GaugeRead {
  @IsId() readonly gaugeId!: string;
  @IsPercent() readonly level!: number;
}
class GaugeReadV2 extends GaugeRead {
  @OrNull() @IsText({ max: 100 }) readonly note!: string | null;
}
const events = catalogue(
  defineEvent('GaugeRead', GaugeRead, 'public').revise(GaugeReadV2, {
    lift: (older) => ({ ...older, note: null }),
    lower: ({ note, ...older }) => (note === null ? older : null),
  }),
);
type Read = Message<'Read', GaugeReadV2>;
const decider: Decider<Read, EventIn<typeof events>, readonly (string | null)[]> = {
  initialState: [],
  decide: ({ data }, notes) => (notes.includes(data.note) ? [] : [{ type: 'GaugeRead', data }]),
  evolve: (notes, { data }) => [...notes, data.note],
};
const gauge = { category: 'gauge', decider, events };

describe('an event with a newer version', () => {
  const clock = stoppedClock('2026-11-24T08:00:00Z');
  const store = () => new MemoryEventStore(clock);
  const read = (deciders: Deciders, note: string | null, commandId: string) =>
    deciders.execute(gauge, {
      ...{ id, occurredOn: null },
      command: (): Read => ({ type: 'Read', data: { gaugeId: id, level: 50, note } }),
      context: {
        ...{ commandId, commandHash: commandId, correlationId: 'trace', actor: 'someone', expectedRevision: null },
        by: { ministry: 'mwu', roles: [], function: null, unit: null, deputyFor: null },
      },
    });
  const stored = async (kept: MemoryEventStore) =>
    (await kept.readStream(stream)).map(({ wireType, data }) => [wireType, data]);
  const older = ['GaugeRead.v1', { gaugeId: id, level: 50 }];

  it('is written as the release before could read it', async () => {
    const kept = store();
    await read(new Deciders(kept, clock, { code: 'mwu' }), null, 'a');
    expect(await stored(kept)).toEqual([older]);
  });

  it('is refused when that version cannot say it, and nothing is recorded', async () => {
    const kept = store();
    const deciders = new Deciders(kept, clock, { code: 'mwu' });
    const refusal = await read(deciders, 'by hand', 'a').catch((error: unknown) => error);
    expect(refusal instanceof Rejected && refusal.rejection).toEqual({
      ...{ code: 'version-not-written-yet', kind: 'conflict' },
      detail:
        'GaugeRead.v1 has no words for what GaugeRead.v2 says. It is written once the configuration names the newer version.',
    });
    expect(await stored(kept)).toEqual([]);
    expect(await read(deciders, null, 'b')).toEqual({ stream, revision: 0 });
  });

  it('is written in the version that the configuration names; both are one history', async () => {
    const kept = store();
    await read(new Deciders(kept, clock, { code: 'mwu' }), null, 'a');
    const deciders = new Deciders(kept, clock, { code: 'mwu' }, { GaugeRead: 2 });
    await read(deciders, 'by hand', 'b');
    expect(await read(deciders, null, 'c')).toEqual({ stream, revision: 1 });
    expect(await stored(kept)).toEqual([older, ['GaugeRead.v2', { gaugeId: id, level: 50, note: 'by hand' }]]);
  });
});
