// Who may act on one entity and not on another: decided by its own history, so asked of entities with a history.
import type { AnyEvent } from '@zielwerk/contracts';

import type { Slice } from '../commands/slice';
import type { Claims } from '../identity/claims';
import { type Role, ROLE_TABLE } from '../identity/roles';
import type { Attempt, PermissionHouse } from './permission-house';
import { sampleBody } from './sample-body';

type Lead = Readonly<{ function: string; unit: string }>;

/** By category of stream: what may have happened to an entity that is led by that function of that unit. */
export type LedEntities = Readonly<
  Record<string, Readonly<{ lead: Lead; histories: readonly ((id: string) => readonly AnyEvent[])[] }>>
>;

type Callers = (lead: Lead) => readonly Partial<Claims>[];
type Relation = Readonly<{ holdsFor: Callers; failsFor: Callers }>;

const RELATIONS: Readonly<Partial<Record<string, Relation>>> = {
  'named-lead': {
    holdsFor: (lead) => [{ function: lead.function }, { function: 'Vertretung', deputyFor: lead.function }],
    failsFor: ({ unit }) => [{}, { unit }, { function: 'Pressestelle' }, { function: null, deputyFor: 'Pressestelle' }],
  },
  'other-unit': {
    holdsFor: () => [{ unit: 'Referat 99' }],
    failsFor: ({ unit }) => [{}, { unit }],
  },
};

export const relationOf = (role: Role): Relation | undefined => RELATIONS[ROLE_TABLE[role].relation];

type Asked = Readonly<{ house: PermissionHouse; slice: Slice; led: LedEntities }>;

/** One attempt per history, each on an entity of its own. */
const attemptsBy = async ({ house, slice, led }: Asked, claims: Partial<Claims>): Promise<readonly Attempt[]> => {
  const attempts: Attempt[] = [];
  for (const [index, history] of (led[slice.category]?.histories ?? []).entries()) {
    const name = `${slice.command}/${JSON.stringify(claims)}/${index}`;
    const id = await house.recall(slice.category, name, history);
    attempts.push(await house.ask('POST', slice.route.replace(/:\w+/u, id), claims, sampleBody(slice)));
  }
  return attempts;
};

/** Where the relation holds nothing is forbidden; where it does not, nothing is recorded, and something is forbidden. */
export const relationHolds = async (asked: Asked, role: Role, { holdsFor, failsFor }: Relation): Promise<void> => {
  const lead = asked.led[asked.slice.category]?.lead;
  if (!lead) throw new Error(`The matrix needs entities of the category ${asked.slice.category} that are led.`);
  for (const claims of holdsFor(lead)) {
    const attempts = await attemptsBy(asked, { roles: [role], ...claims });
    expect([claims, attempts.filter(({ status }) => status === 403)]).toEqual([claims, []]);
  }
  for (const claims of failsFor(lead)) {
    const attempts = await attemptsBy(asked, { roles: [role], ...claims });
    expect([claims, attempts.filter(({ recorded }) => recorded > 0)]).toEqual([claims, []]);
    expect([claims, attempts.some(({ status }) => status === 403)]).toEqual([claims, true]);
  }
};
