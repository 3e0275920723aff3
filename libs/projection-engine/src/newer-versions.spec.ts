import {
  catalogue,
  defineEvent,
  type EventCatalogue,
  HasPart,
  type IndicatorEvent,
  indicatorEvents,
  IsFlag,
  IsId,
  IsIndicatorValue,
  IsObservationPeriod,
  MeasurePlace,
  ObservationFoundPlausible,
  toBusMessage,
} from '@zielwerk/contracts';
import type { SpecPlace } from '@zielwerk/postgres-server';
import { defineProjection, type Message, present, type ReceivedMessage, topicOf } from '@zielwerk/kernel';

import { inPlaces } from './testing/places';

const places = inPlaces();

/** As the release before knows it. */
class ObservationReported {
  @IsId() readonly indicatorId!: string;
  @IsObservationPeriod() readonly period!: string;
  @IsIndicatorValue() readonly value!: number;
  @IsFlag() readonly provisional!: boolean;
}
const olderEvents = catalogue(
  defineEvent('ObservationReported', ObservationReported, 'public'),
  defineEvent('ObservationFoundPlausible', ObservationFoundPlausible, 'public'),
);

type Row = Readonly<{ indicator: string; values: readonly number[]; source: string | null; found: number }>;
type Observed = Extract<IndicatorEvent, { type: 'ObservationReported' | 'ObservationFoundPlausible' }>;
const observations = defineProjection<Observed, Row>({
  name: 'observation',
  version: 1,
  columns: { indicator: 'text', values: 'json', source: 'text', found: 'integer' },
  key: 'indicator',
  keyOf: ({ data }) => data.indicatorId,
  on: {
    ObservationReported: (row, { data: { indicatorId, value, ...said } }) => ({
      indicator: indicatorId,
      values: [...(row?.values ?? []), value],
      // What the older class does not have is undefined there.
      source: (said as { source?: string | null }).source ?? null,
      found: row?.found ?? 0,
    }),
    ObservationFoundPlausible: (row, { data }) => ({
      ...{ indicator: data.indicatorId, values: row?.values ?? [], source: row?.source ?? null },
      found: (row?.found ?? 0) + 1,
    }),
  },
});

const id = (n: number): string => `0190a1de-0000-7000-8000-00000000000${n}`;
const reported = (indicator: number, value: number, source: string | null = null): IndicatorEvent => ({
  type: 'ObservationReported',
  data: { indicatorId: id(indicator), period: '2026-Q3', value, provisional: false, source },
});
const plausible = (indicator: number): IndicatorEvent => ({
  type: 'ObservationFoundPlausible',
  data: { indicatorId: id(indicator), observation: 0 },
});

type Sent = Readonly<{ stream: string; wireType: string; data: unknown }>;
/** As houses send their events. */
const published = (...events: readonly Sent[]): readonly ReceivedMessage[] => {
  const next = new Map<string, number>();
  return events.map(({ stream, wireType, data }, offset) => {
    const revision = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    const [ministry = ''] = stream.split('.');
    const { key, value, headers } = toBusMessage({
      ...{ position: offset + 1, wireType, data },
      meta: {
        ...{ id: id(offset), stream, revision, ministry, function: null },
        ...{ occurredOn: '2026-10-05', recordedAt: '2026-10-05T08:00:00.000Z', correlationId: 'c' },
        ...{ actor: 'a', commandId: 'c', commandHash: '' },
      },
    });
    return { topic: topicOf(ministry), offset, key, headers, value: Buffer.from(value) };
  });
};
/** Those in the second version that say a source. */
const observed = (event: IndicatorEvent): Sent => {
  const written = 'source' in event.data && event.data.source !== null ? { ObservationReported: 2 } : {};
  return { stream: `mwu.indicator-${event.data.indicatorId}`, ...indicatorEvents.encode(event, written) };
};
const messages = published(
  ...[reported(1, 10), reported(2, 7), plausible(1)].map(observed),
  ...[reported(1, 11, 'by hand'), plausible(1), plausible(2), reported(1, 12)].map(observed),
);

const open = (place: SpecPlace, events = indicatorEvents) =>
  places.open({ place, projections: [observations], events });
const older = olderEvents as unknown as typeof indicatorEvents;
type Opened = Awaited<ReturnType<typeof open>>;
const rowsOf = async (readModel: Opened) => {
  const rows: unknown[] = [];
  for await (const row of readModel.rows('observation')) rows.push(row);
  return rows;
};

describe('a version that is newer than the reader', () => {
  /** The place as the older release has left it. */
  const leftBehind = async (
    look: (readModel: Opened) => Promise<void> = () => Promise.resolve(),
  ): Promise<SpecPlace> => {
    const place = places.newPlace();
    const readModel = await open(place, older);
    await readModel.ingest(messages);
    await readModel.project();
    await look(readModel);
    await readModel.close();
    return place;
  };
  const waiting = async (readModel: Opened) =>
    (await readModel.parked()).map(({ stream, ordinal, waitsFor }) => [stream, ordinal, waitsFor]);
  const parked = [
    [`mwu.indicator-${id(1)}`, 4, null],
    [`mwu.indicator-${id(1)}`, 5, 4],
    [`mwu.indicator-${id(1)}`, 7, 4],
  ];
  const two = { indicator: id(2), values: [7], source: null, found: 1 };
  const one = { indicator: id(1), values: [10], source: null, found: 1 };
  const whole = [{ indicator: id(1), values: [10, 11, 12], source: null, found: 2 }, two];

  it('parks the entity that meets it, with what follows; all others go on', async () => {
    await leftBehind(async (readModel) => {
      expect([await rowsOf(readModel), await waiting(readModel)]).toEqual([[one, two], parked]);
    });
  });

  it('is read by itself once a release starts that knows it, with the rows that a rebuild makes', async () => {
    const readModel = await open(await leftBehind());
    expect([await rowsOf(readModel), await waiting(readModel)]).toEqual([whole, []]);
    await readModel.rebuild();
    expect(await rowsOf(readModel)).toEqual(whole);
  });

  it('waits on under a release that does not know it either', async () => {
    const readModel = await open(await leftBehind(), older);
    expect([await rowsOf(readModel), await waiting(readModel)]).toEqual([[one, two], parked]);
  });
});

describe('a row that another stream goes on from', () => {
  class Measure {
    @IsId() readonly measureId!: string;
  }
  class Taken extends Measure {
    @HasPart(() => MeasurePlace) readonly continues!: MeasurePlace;
  }
  const handedOver = defineEvent('MeasureHandedOver', Measure, 'public');
  const others = [defineEvent('MeasureProposed', Measure, 'public'), defineEvent('MeasureTakenOver', Taken, 'public')];
  const knowing = (...handovers: readonly (typeof handedOver)[]) =>
    catalogue(...others, ...handovers) as unknown as EventCatalogue<Message>;
  const before = knowing(handedOver);
  const after = knowing(handedOver.revise(Measure, { lift: (older) => older, lower: (newer) => newer }));

  type Life = Readonly<{ stream: string; says: readonly string[] }>;
  const lives = defineProjection<Message<string, Taken>, Life>({
    ...{ name: 'life', version: 1, columns: { stream: 'text', says: 'json' }, key: 'stream' },
    keyOf: ({ type, data, meta }) => (type === 'MeasureTakenOver' ? [meta.stream, data.continues.stream] : meta.stream),
    on: {
      MeasureProposed: (_, { meta: { stream } }) => ({ stream, says: ['proposed'] }),
      MeasureHandedOver: (row) => ({ ...present(row), says: [...present(row).says, 'handed over'] }),
      MeasureTakenOver: (row, { meta }, stream) =>
        stream === meta.stream ? { stream, says: [] } : { stream, says: [...present(row).says, 'left'] },
    },
  });
  const [old, next] = ['mid', 'mf'].map((ministry) => `${ministry}.measure-${id(1)}`) as [string, string];
  const measureId = id(1);
  const life = published(
    { stream: old, wireType: 'MeasureProposed.v1', data: { measureId } },
    { stream: old, wireType: 'MeasureHandedOver.v2', data: { measureId } },
    { stream: next, wireType: 'MeasureTakenOver.v1', data: { measureId, continues: { stream: old, revision: 1 } } },
  );
  const openWith = (place: SpecPlace, events: EventCatalogue<Message>) =>
    places.open({ place, projections: [lives], events });
  const said = async (readModel: Awaited<ReturnType<typeof openWith>>) => {
    const rows: unknown[] = [];
    for await (const row of readModel.rows('life')) rows.push(row);
    return [rows, (await readModel.parked()).map(({ stream, ordinal, waitsFor }) => [stream, ordinal, waitsFor])];
  };

  it('is not overtaken by it: what is parked in the one stream comes first, and the rows are those that a rebuild makes', async () => {
    const place = places.newPlace();
    const readModel = await openWith(place, before);
    await readModel.ingest(life);
    await readModel.project();
    const begun = { stream: next, says: [] };
    expect(await said(readModel)).toEqual([
      [begun, { stream: old, says: ['proposed'] }],
      [
        [old, 2, null],
        [next, 3, 2],
      ],
    ]);
    await readModel.close();

    const upgraded = await openWith(place, after);
    const whole = [[begun, { stream: old, says: ['proposed', 'handed over', 'left'] }], []];
    expect(await said(upgraded)).toEqual(whole);
    await upgraded.rebuild();
    expect(await said(upgraded)).toEqual(whole);
  });
});
