// The ids that follow from the sample's references, as every house computes them.
import { entityId } from '@zielwerk/platform';

import type { Sample } from './sample';

export type Ids = (reference: string) => string;

/** Throws for a reference that nothing in the sample has. */
export const idsOf = ({ goals, measures, indicators }: Sample): Ids => {
  const ids = new Map(
    Object.entries({ goal: goals, measure: measures, indicator: indicators }).flatMap(([category, things]) =>
      things.map(({ ministry, reference }) => [reference, entityId(ministry, category, reference)] as const),
    ),
  );
  return (reference) => {
    const id = ids.get(reference);
    if (id === undefined) throw new Error(`The sample has nothing with the reference ${reference}.`);
    return id;
  };
};

/** The body with the id in place of each `@<reference>`. */
export const withIds = (data: object, idOf: Ids): object =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('@') ? idOf(value.slice(1)) : value,
  ) as object;
