// Every kind of poisoned event, at every place of a stream: what becomes of it, of its stream and of all others.
import { catalogue, defineEvent, type EventCatalogue } from '@zielwerk/contracts';
import type { Message, ReceivedMessage } from '@zielwerk/kernel';
import type { SpecPlace } from '@zielwerk/postgres-server';
import { hash } from 'node:crypto';

import type { ReadModel } from './read-model';
import { inPlaces, type Tables } from './testing/places';
import {
  added,
  balances,
  CoinsAdded,
  CoinsMoved,
  delivered,
  history,
  JarBroken,
  type JarEvent,
  jarEvents,
  JarOpened,
  jars,
  opened,
  sent,
  streamOf,
} from './testing/jars';

const places = inPlaces();
const a = streamOf('mi', 1);
const b = streamOf('mf', 2);
const MEBIBYTE = 1024 ** 2;

type Sent = ReturnType<typeof sent>;
const withBytes = (message: Sent, text: string): Sent => ({ ...message, value: Buffer.from(text) });
const withVersion = (message: Sent, version: number): Sent => {
  const { ce_type: type = '' } = message.headers;
  return { ...message, headers: { ...message.headers, ce_type: type.replace(/\d+$/u, String(version)) } };
};

const lifted = { lift: (older: object) => older, lower: () => null };
/** The release after: it knows a second version of everything. */
const newer = catalogue(
  defineEvent('JarOpened', JarOpened, 'public').revise(JarOpened, lifted),
  defineEvent('CoinsAdded', CoinsAdded, 'public').revise(CoinsAdded, lifted),
  defineEvent('CoinsMoved', CoinsMoved, 'public'),
  defineEvent('JarBroken', JarBroken, 'public'),
) as unknown as EventCatalogue<Message>;

let throws = true;
/** Cannot take what is about seven coins, or a sealed jar, for as long as `throws` says so. */
const touchy: typeof jars = {
  ...jars,
  on: {
    ...jars.on,
    JarOpened: (row, event, key) => {
      if (throws && event.data.sealed) throw new Error('No sealed jars.');
      return jars.on.JarOpened?.(row, event, key) ?? null;
    },
    CoinsAdded: (row, event, key) => {
      if (throws && event.data.coins === 7) throw new Error('Not seven.');
      return jars.on.CoinsAdded?.(row, event, key) ?? null;
    },
  },
};

type Kind = Readonly<{
  poison: (message: Sent) => Sent;
  reason: RegExp;
  /** The events a release after can read; null where no release ever can. */
  events: EventCatalogue<Message> | null;
}>;
const same = jarEvents as unknown as EventCatalogue<Message>;
const KINDS = {
  'bad JSON': {
    poison: (message) => withBytes(message, '{"jar":"a",'),
    reason: /^Malformed: Data: The data is not JSON in UTF-8\.$/u,
    events: null,
  },
  'an unknown version': {
    poison: (message) => withVersion(message, 2),
    reason: /^UnknownEventVersion: /u,
    events: newer,
  },
  'a string of 1 MiB': {
    poison: (message) => withBytes(message, JSON.stringify({ jar: 'x'.repeat(MEBIBYTE) })),
    reason: /^Malformed: /u,
    events: null,
  },
  __proto__: {
    poison: (message) => withBytes(message, message.value.toString().replace('{', '{"__proto__":{"coins":9},')),
    reason: /^Malformed: /u,
    events: null,
  },
  'a handler that throws': {
    poison: (message) => message,
    reason: /^Error: (?:No sealed jars|Not seven)\.$/u,
    events: same,
  },
} satisfies Readonly<Record<string, Kind>>;

const PLACES = { start: 0, middle: 2, end: 4 };
const CASES = (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) =>
  Object.entries(PLACES).map(([place, at]) => [kind, place, at] as const),
);

const healthy: readonly JarEvent[] = [opened('a', true), added('a', 1), added('a', 7), added('a', 2), added('a', 7)];
const touched = (kind: string, at: number) =>
  // Of a handler only the event that is meant shall make trouble.
  kind === 'a handler that throws'
    ? healthy.map((event, revision) => {
        if (revision === at) return event;
        return event.type === 'JarOpened' ? opened('a') : added('a', 3);
      })
    : healthy;

const coinsIn = (events: readonly JarEvent[]): number =>
  events.reduce((sum, event) => (event.type === 'CoinsAdded' ? sum + event.data.coins : sum), 0);

const sums = async (readModel: ReadModel<Tables>) => [
  await readModel.checksum('jar'),
  await readModel.checksum('balance'),
];

describe.each(CASES)('%s at the %s of a stream', (kind, _, at) => {
  const { poison, reason, events }: Kind = KINDS[kind];
  const stream = history(a, ...touched(kind, at)).map((message, revision) =>
    revision === at ? poison(message) : message,
  );
  const others = history(b, opened('b'), added('b', 5));
  const messages = delivered([...stream, ...others]);
  beforeEach(() => {
    throws = kind === 'a handler that throws';
  });

  const openPlace = (place: SpecPlace, known = same) =>
    places.open({ place, projections: [touchy, balances], events: known });
  const poisoned = async () => {
    const place = places.newPlace();
    const readModel = await openPlace(place);
    await readModel.ingest(messages);
    await readModel.project();
    return { place, readModel };
  };

  it('is parked with its bytes and the reason, with what follows in its stream; other streams go on', async () => {
    const { readModel } = await poisoned();
    const parked = (await readModel.parkedPlaces(100)).filter(({ projection }) => projection === 'jar');
    expect(parked.map(({ stream: whose, revision, waitsFor }) => [whose, revision, waitsFor])).toEqual(
      stream.slice(at).map((_message, later) => [a, at + later, later === 0 ? null : at + 1]),
    );
    expect(parked[0]?.reason).toMatch(reason);
    expect(await readModel.db.selectFrom('jar').select(['jar', 'coins']).where('jar', '=', 'b').execute()).toEqual([
      { jar: 'b', coins: 5 },
    ]);
    expect(await readModel.health()).toMatchObject({ held: 0, refused: 0, projections: { jar: { checkpoint: 7 } } });
    expect(({} as { coins?: number }).coins).toBeUndefined();
  });

  it('is shown byte for byte', async () => {
    const { readModel } = await poisoned();
    const ids = (await readModel.parkedPlaces(1)).map(({ id }) => id);
    const shown = await Promise.all(ids.map((id) => readModel.parkedMessage(id)));
    const summary = ({ value, ...envelope }: ReceivedMessage) => ({ ...envelope, bytes: hash('sha256', value) });
    expect(shown.map((one) => one && summary(one.message))).toEqual(messages.slice(at, at + 1).map(summary));
  });

  it('gives, once it is tried again, the rows that the log makes', async () => {
    const { place, readModel } = await poisoned();
    await readModel.close();
    throws = false;
    const known = events ?? same;
    const after = await openPlace(place, known);
    expect((await after.requeue()).parked > 0).toBe(events === null);
    const requeued = await sums(after);
    const fresh = await openPlace(places.newPlace(), known);
    await fresh.ingest(messages);
    await fresh.project();
    expect(await sums(fresh)).toEqual(requeued);
    await after.rebuild();
    expect(await sums(after)).toEqual(requeued);
    const applied = events === null ? at : stream.length;
    expect(await after.db.selectFrom('jar').select('coins').where('jar', '=', 'a').execute()).toEqual(
      applied === 0 ? [] : [{ coins: coinsIn(touched(kind, at).slice(0, applied)) }],
    );
  });
});

it('tries those of one projection alone when asked to', async () => {
  throws = true;
  const readModel = await places.open({ projections: [touchy, balances] });
  const poison = withBytes(sent(b, 0, added('b', 1)), '{');
  await readModel.ingest(delivered([...history(a, opened('a'), added('a', 7)), poison]));
  await readModel.project();
  throws = false;
  expect(await readModel.requeue('balance')).toEqual({ applied: 0, parked: 1 });
  expect((await readModel.parkedPlaces(9)).map(({ projection, stream }) => [projection, stream])).toEqual([
    ['jar', a],
    ['jar', b],
    ['balance', b],
  ]);
  expect(await readModel.requeue('jar')).toEqual({ applied: 1, parked: 1 });
  await expect(readModel.requeue('nobody')).rejects.toThrow('There is no projection nobody.');
});
