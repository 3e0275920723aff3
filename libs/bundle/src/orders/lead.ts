// Which house leads a measure when: the one that proposed it, until another one has taken it over.
import { asText, type Cells } from '../tables/column';
import type { HouseOn } from './measure-orders';
import type { Planning, Thing } from './planning';

type Takeover = Readonly<{ on: string; to: string }>;

const takeoversOf = ({ rows, recorded }: Planning): ReadonlyMap<string, readonly Takeover[]> => {
  const all = new Map<string, Takeover[]>();
  const seen = new Set<string>();
  for (const { cells } of [...recorded.lifecycle, ...rows('lifecycle')] as readonly Readonly<{ cells: Cells }>[]) {
    const { step, reference, on, other } = cells;
    const name = `${asText(reference)} ${asText(on)} ${asText(other)}`;
    if (step !== 'takeOver' || seen.has(name)) continue;
    seen.add(name);
    all.set(asText(reference), [...(all.get(asText(reference)) ?? []), { on: asText(on), to: asText(other) }]);
  }
  return new Map([...all].map(([name, found]) => [name, found.sort((a, b) => (a.on < b.on ? -1 : 1))]));
};

/** On the day of a takeover the new house leads already. */
export const leads = (planning: Planning): HouseOn => {
  const takeovers = takeoversOf(planning);
  return ({ reference, ministry }: Thing, day) => {
    const said = takeovers.get(reference) ?? takeovers.get(`${ministry}/${reference}`) ?? [];
    return said.filter(({ on }) => day === undefined || on <= day).at(-1)?.to ?? ministry;
  };
};
