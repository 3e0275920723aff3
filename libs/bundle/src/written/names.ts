// What things are called in a bundle: by their reference, with the house where two houses use the same one.
export type ThingKind = 'goal' | 'measure' | 'indicator';
export type Named = Readonly<{ id: string; ministry: string; reference: string | null }>;

const TABLE_OF = { goal: 'goals', measure: 'measures', indicator: 'indicators' } as const;
export const tableOfThings = (kind: ThingKind): 'goals' | 'measures' | 'indicators' => TABLE_OF[kind];

/** `nameOf`: an id that no row bears is its own name. */
export type Names = Readonly<{ nameOf: (kind: ThingKind, id: string) => string }>;

const namesIn = (things: readonly Named[]): ReadonlyMap<string, string> => {
  const houses = new Map<string, Set<string>>();
  for (const { reference, ministry } of things)
    if (reference !== null) houses.set(reference, (houses.get(reference) ?? new Set()).add(ministry));
  // A house may call a thing as another house's is called with that house before it.
  const qualified = new Set(things.map(({ ministry, reference }) => `${ministry}/${reference}`));
  const isShared = (reference: string) => (houses.get(reference)?.size ?? 0) > 1 || qualified.has(reference);
  return new Map(
    things.map(({ id, ministry, reference }) => [
      id,
      reference === null ? id : isShared(reference) ? `${ministry}/${reference}` : reference,
    ]),
  );
};

export const namesOf = (things: Readonly<Record<ThingKind, readonly Named[]>>): Names => {
  const all = { goal: namesIn(things.goal), measure: namesIn(things.measure), indicator: namesIn(things.indicator) };
  return { nameOf: (kind, id) => all[kind].get(id) ?? id };
};
