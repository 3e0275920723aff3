// What more than one topic objects to. Each is null when nothing speaks against it.
import { type Capacity, type Rejection, rejections } from '@zielwerk/kernel';

import type { KnownMeasure, MeasureStatus } from './measure';

const refuse = rejections({
  'measure-not-underway': 'conflict',
  'measure-not-in-work': 'conflict',
  'measure-closed': 'conflict',
  'measure-full': 'conflict',
  'not-project-lead': 'forbidden',
});

const AT_WORK: ReadonlySet<MeasureStatus> = new Set(['released', 'underway', 'suspended', 'inAcceptance']);
const CLOSED: ReadonlySet<MeasureStatus> = new Set(['completed', 'impactReviewed']);
const ACT_FOR_THE_HOUSE: ReadonlySet<string> = new Set(['editor', 'machine']);
/** A handover carries no more of a kind. */
export const MOST = 200;

// An editor or a machine acts for the whole house; a project lead only where the plan names that function.
export const objectionToLead = ({ plan }: KnownMeasure, by: Capacity): Rejection | null => {
  const named = plan?.projectLead?.function;
  if (by.roles.some((role) => ACT_FOR_THE_HOUSE.has(role))) return null;
  if (by.function === named || by.deputyFor === named) return null;
  return refuse('not-project-lead', `The project is led by the function ${named ?? 'that is still open'}.`);
};

export const objectionUnlessUnderway = ({ status }: KnownMeasure): Rejection | null =>
  status === 'underway' ? null : refuse('measure-not-underway', `The measure is ${status}; it must be underway.`);

export const objectionUnlessInWork = ({ status }: KnownMeasure): Rejection | null =>
  AT_WORK.has(status)
    ? null
    : refuse('measure-not-in-work', `The measure is ${status}; it must be between its release and its completion.`);

export const objectionOnceClosed = ({ status }: KnownMeasure): Rejection | null =>
  CLOSED.has(status) ? refuse('measure-closed', `The measure is ${status}; this is settled by then.`) : null;

export const objectionToOneMore = ({ size }: ReadonlyMap<string, unknown>, what: string): Rejection | null =>
  size < MOST ? null : refuse('measure-full', `A measure has at most ${MOST} ${what}.`);
