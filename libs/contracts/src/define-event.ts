// An event's name and the class of its data, version by version.
import type { Message } from '@zielwerk/kernel';

import { type Contract, contractOf } from './contract';
import type { JsonSchema } from './json-schema';
import type { Class } from './word';

/** Who may read a fact. `house` never leaves the store: the bus carries it as Withheld, without data. */
export const AUDIENCES = ['public', 'government', 'house'] as const;
export type Audience = (typeof AUDIENCES)[number];

type Version = Readonly<{ contract: Contract<object>; lift: (older: never) => unknown }>;
type Reader<Type extends string, Data> = (data: unknown) => Message<Type, Data>;

export class EventDefinition<Type extends string, Data extends object> {
  constructor(
    readonly type: Type,
    readonly audience: Audience,
    private readonly versions: readonly Version[],
  ) {
    // The compiler cannot see that a catalogue was put together from JSON or by a cast: it would not start.
    if (!AUDIENCES.includes(audience)) throw new Error(`${type} must declare its audience: ${AUDIENCES.join(', ')}`);
  }

  /** Adds a version that old events are lifted to on read. A new meaning is a new event, not a revision. */
  revise<Next extends object>(next: Class<Next>, lift: (older: Data) => Next): EventDefinition<Type, Next> {
    return new EventDefinition(this.type, this.audience, [...this.versions, { contract: contractOf(next), lift }]);
  }

  get wireType(): string {
    return wireType(this.type, this.versions.length);
  }

  encode(data: unknown): unknown {
    return this.versions.at(-1)?.contract.parse(data);
  }

  /** By wire type: what checks data as it was written and lifts it to the newest version. */
  readers(): [wireType: string, Reader<Type, Data>][] {
    return this.versions.map(({ contract }, index) => {
      const lifts = this.versions.slice(index + 1).map(({ lift }) => lift);
      const read: Reader<Type, Data> = (data) => {
        const lifted = lifts.reduce<unknown>((older, lift) => lift(older as never), contract.parse(data));
        return { type: this.type, data: lifted as Data };
      };
      return [wireType(this.type, index + 1), read];
    });
  }

  contracts(): [wireType: string, Contract<object>][] {
    return this.versions.map(({ contract }, index) => [wireType(this.type, index + 1), contract]);
  }
}

const wireType = (type: string, version: number) => `${type}.v${version}`;

export const defineEvent = <const Type extends string, Data extends object>(
  type: Type,
  data: Class<Data>,
  audience: Audience,
) => new EventDefinition<Type, Data>(type, audience, [{ contract: contractOf(data), lift: (same: never) => same }]);

/** `MeasureProgressReported.v2` → `MeasureProgressReported` */
export const typeOf = (wireType: string): string => wireType.replace(/\.v\d+$/u, '');

export class UnknownEventVersion extends Error {
  override readonly name = 'UnknownEventVersion';
}

type AnyDefinition = EventDefinition<string, never>;
type EventOf<Definitions extends readonly unknown[]> = {
  [K in keyof Definitions]: Definitions[K] extends EventDefinition<infer Type, infer Data>
    ? Message<Type, Data>
    : never;
}[number];

/** The events of one aggregate, or of all. */
export class EventCatalogue<Event extends Message> {
  private readonly definitions: ReadonlyMap<string, AnyDefinition>;
  private readonly readers: ReadonlyMap<string, Reader<string, never>>;

  constructor(definitions: readonly AnyDefinition[]) {
    this.definitions = new Map(definitions.map((definition) => [definition.type, definition]));
    if (this.definitions.size < definitions.length) throw new Error('One event type is defined twice');
    this.readers = new Map(definitions.flatMap((definition) => definition.readers()));
  }

  encode(event: Event): { wireType: string; data: unknown } {
    const definition = this.definitions.get(event.type);
    if (!definition) throw new Error(`${event.type} is not in the catalogue`);
    return { wireType: definition.wireType, data: definition.encode(event.data) };
  }

  /** An unknown type decodes to undefined; an unknown version of a known type throws. */
  decode(wireType: string, data: unknown): Event | undefined {
    const read = this.readers.get(wireType);
    if (read) return read(data) as Message as Event;
    if (this.definitions.has(typeOf(wireType))) throw new UnknownEventVersion(wireType);
    return undefined;
  }

  /** Undefined for a type that is not in the catalogue. */
  audienceOf(type: string): Audience | undefined {
    return this.definitions.get(type)?.audience;
  }

  /** Both catalogues as one. */
  and<Other extends Message>(other: EventCatalogue<Other>): EventCatalogue<Event | Other> {
    return new EventCatalogue([...this.definitions.values(), ...other.definitions.values()]);
  }

  /** What each version ever written is checked by, by wire type. */
  contracts(): ReadonlyMap<string, Contract<object>> {
    return new Map([...this.definitions.values()].flatMap((definition) => definition.contracts()));
  }

  /** One JSON Schema per version ever written, by wire type. */
  jsonSchemas(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.contracts()].map(([wireType, { schema }]) => [wireType, schema]));
  }
}

export const catalogue = <const Definitions extends readonly unknown[]>(...definitions: Definitions) =>
  new EventCatalogue<EventOf<Definitions>>(definitions as unknown as readonly AnyDefinition[]);

export type EventIn<Catalogue> = Catalogue extends EventCatalogue<infer Event> ? Event : never;
