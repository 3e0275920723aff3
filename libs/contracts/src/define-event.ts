// An event's name and the class of its data, version by version.
import type { Message } from '@zielwerk/kernel';

import { type Audience, AUDIENCES, redacted, type Restriction, restrictionsOf } from './audience';
import { type Contract, contractOf } from './contract';
import type { JsonSchema } from './json-schema';
import type { Class } from './word';

type Version = Readonly<{
  contract: Contract<object>;
  restrictions: readonly Restriction[];
  lift: (older: never) => unknown;
  /** Says it in the version before; null when that version has no words for it. */
  lower: (newer: never) => object | null;
}>;
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

  /**
   * Adds a version that old events are lifted to on read. It is first read and later written: until the configuration names
   * it, what is decided is lowered to the version before, and refused when that one cannot say it. A new meaning is a new
   * event, not a revision.
   */
  revise<Next extends object>(
    next: Class<Next>,
    { lift, lower }: Readonly<{ lift: (older: Data) => Next; lower: (newer: Next) => Data | null }>,
  ): EventDefinition<Type, Next> {
    const version = { contract: contractOf(next), restrictions: restrictionsOf(next), lift, lower };
    return new EventDefinition(this.type, this.audience, [...this.versions, version]);
  }

  /** The newest version that is read. */
  get newest(): number {
    return this.versions.length;
  }

  /** What is written unless the configuration names another version: the one that the release before could read. */
  get usual(): number {
    return Math.max(1, this.versions.length - 1);
  }

  /** In that version. Throws Malformed, and NotSayable when that version has no words for it. */
  encode(data: unknown, version = this.usual): { wireType: string; data: unknown } {
    const later = this.versions.slice(version).reverse();
    const said = later.reduce<unknown>((newer, { lower }) => (newer === null ? null : lower(newer as never)), data);
    if (said === null) throw new NotSayable(wireType(this.type, version), wireType(this.type, this.newest));
    this.versions.at(-1)?.contract.parse(data);
    return { wireType: wireType(this.type, version), data: this.versions[version - 1]?.contract.parse(said) };
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

  restrictions(): [wireType: string, readonly Restriction[]][] {
    return this.versions.map(({ restrictions }, index) => [wireType(this.type, index + 1), restrictions]);
  }
}

/** What was decided cannot be said in the version that this service writes. */
export class NotSayable extends Error {
  override readonly name = 'NotSayable';

  constructor(
    readonly written: string,
    readonly needed: string,
  ) {
    super(`${written} has no words for what ${needed} says.`);
  }
}

const wireType = (type: string, version: number) => `${type}.v${version}`;

export const defineEvent = <const Type extends string, Data extends object>(
  type: Type,
  data: Class<Data>,
  audience: Audience,
) => {
  const first = { lift: (same: never) => same, lower: () => null };
  return new EventDefinition<Type, Data>(type, audience, [
    { ...first, contract: contractOf(data), restrictions: restrictionsOf(data) },
  ]);
};

/** `MeasureProgressReported.v2` → `MeasureProgressReported` */
export const typeOf = (wireType: string): string => wireType.replace(/\.v\d+$/u, '');

export class UnknownEventVersion extends Error {
  override readonly name = 'UnknownEventVersion';
}

type AnyDefinition = EventDefinition<string, never>;

/** By event type: the version to write. */
export type WrittenVersions = Readonly<Record<string, number>>;
type EventOf<Definitions extends readonly unknown[]> = {
  [K in keyof Definitions]: Definitions[K] extends EventDefinition<infer Type, infer Data>
    ? Message<Type, Data>
    : never;
}[number];

/** The events of one aggregate, or of all. */
export class EventCatalogue<Event extends Message> {
  private readonly definitions: ReadonlyMap<string, AnyDefinition>;
  private readonly readers: ReadonlyMap<string, Reader<string, never>>;
  private readonly restrictions: ReadonlyMap<string, readonly Restriction[]>;

  constructor(definitions: readonly AnyDefinition[]) {
    this.definitions = new Map(definitions.map((definition) => [definition.type, definition]));
    if (this.definitions.size < definitions.length) throw new Error('One event type is defined twice');
    this.readers = new Map(definitions.flatMap((definition) => definition.readers()));
    this.restrictions = new Map(definitions.flatMap((definition) => definition.restrictions()));
  }

  /** In the version that `written` names, else the usual one. Throws NotSayable. */
  encode(event: Event, written: WrittenVersions = {}): { wireType: string; data: unknown } {
    const definition = this.definitions.get(event.type);
    if (!definition) throw new Error(`${event.type} is not in the catalogue`);
    return definition.encode(event.data, written[event.type]);
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

  /** By event type: how many versions of it are read. */
  newestVersions(): WrittenVersions {
    return Object.fromEntries([...this.definitions.values()].map(({ type, newest }) => [type, newest]));
  }

  /** The versions of an event that may be written: the usual one and the newest; none for a type that is not in the catalogue. */
  writableVersions(type: string): readonly number[] {
    const definition = this.definitions.get(type);
    return definition ? [...new Set([definition.usual, definition.newest])] : [];
  }

  /** Data in the words of a version, as such a reader may see it. */
  redact(wireType: string, data: unknown, reader: Audience): unknown {
    const restrictions = this.restrictions.get(wireType) ?? [];
    return restrictions.length === 0 ? data : redacted(data, restrictions, reader);
  }

  /** By wire type: who may read which field, where that is fewer than may read the event. */
  restrictedFields(): Readonly<Record<string, Readonly<Record<string, Audience>>>> {
    const entries = [...this.restrictions].filter(([, restrictions]) => restrictions.length > 0);
    return Object.fromEntries(
      entries.map(([wireType, restrictions]) => [
        wireType,
        Object.fromEntries(restrictions.map(({ path, audience }) => [path.join('.'), audience])),
      ]),
    );
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
