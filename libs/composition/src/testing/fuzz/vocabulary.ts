// What has been read of a state so far, by the name of the field: ids that exist, codes, periods. Requests are made of it.

const MOST_VALUES = 12;
const LONGEST = 100;

type Primitive = string | number;
const isPrimitive = (value: unknown): value is Primitive =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST);

/** `goals/{id}` is asked for a goal's id. */
const namesFor = (name: string, below: string): readonly string[] =>
  name === 'id' && below !== '' ? [`${below.replace(/s$/u, '')}Id`] : [name, `${name}Id`];

export class Vocabulary {
  private readonly values = new Map<string, Set<Primitive>>();
  /** Everything, whatever it is called. */
  private readonly all = new Set<Primitive>();

  learn(value: unknown, name = ''): void {
    if (isPrimitive(value)) this.note(name, value);
    else if (Array.isArray(value)) for (const item of value) this.learn(item, name);
    else if (typeof value === 'object' && value !== null) {
      for (const [field, inner] of Object.entries(value)) this.learn(inner, field);
      this.learnPlace(value);
    }
  }

  /** Up to `MOST_VALUES` values that are taken, those of fields of that name first. `below`: the step of the path before it. */
  suggest(name: string, takes: (value: unknown) => boolean, below = ''): readonly unknown[] {
    const named = namesFor(name, below).flatMap((each) => [...(this.values.get(each) ?? [])].filter(takes));
    return named.length > 0 ? named : [...this.all].filter(takes).slice(-MOST_VALUES);
  }

  /** A receipt, or an event: the id stands in the stream, and stream and revision name a place. */
  private learnPlace(value: object): void {
    const { stream, revision } = value as Readonly<{ stream?: unknown; revision?: unknown }>;
    const [, category, id] = /^[a-z]+\.([a-zA-Z]+)-([0-9a-f-]{36})$/u.exec(String(stream)) ?? [];
    if (category === undefined || id === undefined) return;
    this.note(`${category}Id`, id);
    if (typeof revision !== 'number') return;
    for (const name of ['after', 'place']) this.note(name, `${String(stream)}@${revision}`);
  }

  private note(name: string, value: Primitive): void {
    for (const known of [this.valuesOf(name), this.all]) {
      // The last ones are kept: what happened last is most likely to go on.
      known.delete(value);
      known.add(value);
      const most = known === this.all ? MOST_VALUES * 20 : MOST_VALUES;
      const [oldest] = known;
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    }
  }

  private valuesOf(name: string): Set<Primitive> {
    const values = this.values.get(name) ?? new Set<Primitive>();
    this.values.set(name, values);
    return values;
  }
}
