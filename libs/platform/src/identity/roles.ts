// Who may do what: the one table from which slices, tokens and the tests of every command take it.
import type { Office } from '../jurisdiction/jurisdiction';

/** What can be done. Each slice is one of these acts; `audit` and `erase` are no commands. */
export const ACTS = [
  'draft',
  'revise',
  'report',
  'plan',
  'link',
  'correct',
  'observe',
  'accept',
  'sign',
  'decide',
  'consent',
  'frame',
  'audit',
  'erase',
] as const;
export type Act = (typeof ACTS)[number];

/**
 * What must hold beside the role. `own-house`: the token is of the house that decides. `named-lead`: and the plan names the
 * caller's function. `other-unit`: and the caller's unit is not the one that leads the project. `office`: and the house holds it. `any-house`: whosever the token is.
 */
type Relation = 'own-house' | 'named-lead' | 'other-unit' | 'office' | 'any-house';

type Permission = Readonly<{ acts: readonly Act[]; relation: Relation; office?: Office }>;

const reads: Permission = { acts: [], relation: 'own-house' };

/** By role. `machine` has no acts of its own: its token lists the commands that its house gave it. */
export const ROLE_TABLE = {
  editor: {
    acts: ['draft', 'revise', 'report', 'plan', 'link', 'correct', 'observe'],
    relation: 'own-house',
  },
  'project-lead': { acts: ['report'], relation: 'named-lead' },
  acceptor: { acts: ['accept'], relation: 'other-unit' },
  signatory: { acts: ['sign'], relation: 'own-house' },
  observer: { acts: ['observe'], relation: 'own-house' },
  'cabinet-office': { acts: ['decide'], relation: 'office', office: 'cabinet' },
  finance: { acts: ['consent'], relation: 'office', office: 'finance' },
  'strategy-office': { acts: ['frame'], relation: 'office', office: 'strategy' },
  pmo: reads,
  machine: reads,
  analyst: reads,
  auditor: { acts: ['audit'], relation: 'any-house' },
  operator: { acts: ['erase'], relation: 'own-house' },
} as const satisfies Readonly<Record<string, Permission>>;

export type Role = keyof typeof ROLE_TABLE;
export const ROLES = Object.keys(ROLE_TABLE) as readonly Role[];

/** The roles whose bearers may do it. */
export const rolesFor = (act: Act): readonly Role[] =>
  ROLES.filter((role) => (ROLE_TABLE[role].acts as readonly Act[]).includes(act));
