// A small world for the engine's specs: jars of coins, kept by two houses.
import {
  catalogue,
  defineEvent,
  type EventIn,
  IsCode,
  IsFlag,
  IsText,
  IsWeight,
  toBusMessage,
} from '@zielwerk/contracts';
import { defineProjection, type Message, present, type ReceivedMessage, topicOf } from '@zielwerk/kernel';

export class JarOpened {
  @IsCode() readonly jar!: string;
  @IsText({ max: 2_000_000 }) readonly label!: string;
  @IsFlag() readonly sealed!: boolean;
}
export class CoinsAdded {
  @IsCode() readonly jar!: string;
  @IsWeight() readonly coins!: number;
}
export class CoinsMoved {
  @IsCode() readonly jar!: string;
  @IsCode() readonly to!: string;
  @IsWeight() readonly coins!: number;
}
export class JarBroken {
  @IsCode() readonly jar!: string;
}

export const jarEvents = catalogue(
  defineEvent('JarOpened', JarOpened, 'public'),
  defineEvent('CoinsAdded', CoinsAdded, 'public'),
  defineEvent('CoinsMoved', CoinsMoved, 'public'),
  defineEvent('JarBroken', JarBroken, 'public'),
);
export type JarEvent = EventIn<typeof jarEvents>;

export type JarRow = Readonly<{
  jar: string;
  label: string;
  sealed: boolean;
  coins: number;
  mean: number | null;
  gifts: readonly number[];
}>;

/** Only a jar's own stream changes its row: it is opened, filled and broken. */
export const jars = defineProjection<JarEvent, JarRow>({
  name: 'jar',
  version: 1,
  columns: { jar: 'text', label: 'text', sealed: 'boolean', coins: 'integer', mean: 'real', gifts: 'json' },
  key: 'jar',
  indexes: [['coins', 'jar']],
  keyOf: ({ data }) => data.jar,
  on: {
    JarOpened: (_, { data }) => ({ ...data, coins: 0, mean: null, gifts: [] }),
    CoinsAdded: (row, { data }) => {
      const before = present(row);
      if (data.coins === 66) throw new Error('Sixty-six coins do not fit.');
      const gifts = [...before.gifts, data.coins];
      const coins = before.coins + data.coins;
      return { ...before, coins, gifts, mean: coins / gifts.length };
    },
    JarBroken: () => null,
  },
});

export type BalanceRow = Readonly<{ jar: string; balance: number; moves: number }>;

/** A move between two jars changes two rows, whatever is known of the jars. */
export const balances = defineProjection<JarEvent, BalanceRow>({
  name: 'balance',
  version: 1,
  columns: { jar: 'text', balance: 'integer', moves: 'integer' },
  key: 'jar',
  keyOf: (event) => (event.type === 'CoinsMoved' ? [event.data.jar, event.data.to] : event.data.jar),
  on: {
    CoinsAdded: (row, { data: { jar, coins } }) => ({
      jar,
      balance: (row?.balance ?? 0) + coins,
      moves: row?.moves ?? 0,
    }),
    CoinsMoved: (row, { data }, jar) => ({
      jar,
      balance: (row?.balance ?? 0) + (jar === data.to ? data.coins : 0) - (jar === data.jar ? data.coins : 0),
      moves: (row?.moves ?? 0) + 1,
    }),
  },
});

const uuid = (kind: string, one: number, two = 0): string =>
  `0190a1de-${kind}-7000-8000-${one.toString(16).padStart(6, '0')}${two.toString(16).padStart(6, '0')}`;

/** The stream of a jar, by its number. */
export const streamOf = (house: string, jar: number): string => `${house}.jar-${uuid('0000', jar)}`;

type Sent = Omit<ReceivedMessage, 'offset'>;

/** An event as its house sends it. */
export const sent = (stream: string, revision: number, event: JarEvent | Message): Sent => {
  const [ministry = '', one = ''] = stream.split('.');
  const { key, value, headers } = toBusMessage(
    {
      position: 1,
      wireType: `${event.type}.v1`,
      data: event.data,
      meta: {
        id: uuid('1111', Number.parseInt(one.slice(-12, -6), 16), revision),
        ...{ stream, revision, ministry, function: null, correlationId: 'test' },
        ...{ occurredOn: '2026-01-12', recordedAt: '2026-01-13T08:00:00.000Z' },
        ...{ actor: 'test', commandId: 'test', commandHash: 'test' },
      },
    },
    jarEvents,
  );
  return { topic: topicOf(ministry), key, headers, value: Buffer.from(value) };
};

/** A stream's events, numbered. */
export const history = (stream: string, ...events: readonly (JarEvent | Message)[]): readonly Sent[] =>
  events.map((event, revision) => sent(stream, revision, event));

/** Gives messages their offsets, each topic its own, from `first` on. */
export const delivered = (messages: readonly Sent[], first = 0): readonly ReceivedMessage[] => {
  const next = new Map<string, number>();
  return messages.map((message) => {
    const offset = next.get(message.topic) ?? first;
    next.set(message.topic, offset + 1);
    return { ...message, offset };
  });
};

export const opened = (jar: string, sealed = false): JarEvent => ({
  type: 'JarOpened',
  data: { jar, label: `Jar ${jar}`, sealed },
});
export const added = (jar: string, coins: number): JarEvent => ({ type: 'CoinsAdded', data: { jar, coins } });
export const moved = (jar: string, to: string, coins: number): JarEvent => ({
  type: 'CoinsMoved',
  data: { jar, to, coins },
});
export const broken = (jar: string): JarEvent => ({ type: 'JarBroken', data: { jar } });
