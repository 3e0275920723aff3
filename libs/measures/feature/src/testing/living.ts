// How the specs of this capability let a measure live, and what other houses have published.
import type { AnyEvent } from '@zielwerk/contracts';
import type { Asked, OpenHouse, Way } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { begin, goalId, id, planIt, propose, release } from './measure-commands';

export const stream = `mid.measure-${id}`;
/** The answer to what rests on a fact of others that has not arrived. */
export const unknownHere = { status: 409, code: 'not-known-here-yet' };

type Dated = readonly [occurredOn: string, asked: Asked];

/** Sends one command after the other, each on its day. Throws for the first that is refused. */
export const live = async (house: OpenHouse, way: Way, ...life: readonly Dated[]): Promise<void> => {
  for (const [occurredOn, asked] of life) {
    const answer = await house.ask(way, { ...asked, occurredOn });
    if ('code' in answer) throw new Error(`${asked.command} on ${occurredOn} is refused: ${answer.code}`);
  }
};

/** Until the work on it has begun. */
export const underway: readonly Dated[] = [
  ['2025-10-01', propose],
  ['2025-11-03', planIt],
  ['2025-12-01', release],
  ['2026-01-05', begin],
];

/** Its facts from that revision on: day, type, data without the measure's id. */
export const since = async (house: OpenHouse, revision: number) =>
  (await house.history(stream)).slice(revision).map(([day, wireType, data]) => {
    const { measureId, ...said } = data as { measureId: string };
    return [day, wireType, measureId === id ? said : data];
  });

/** A goal of another house, as that one published it. */
export const goalOfOthers = recorded<AnyEvent>(`mi.goal-${goalId}`, [
  '2025-09-01',
  {
    type: 'GoalDrafted',
    data: {
      ...{ goalId, reference: null },
      content: {
        ...{ title: 'Electronic files', description: null, theme: 'e-akte', participants: [], parentGoalId: null },
        ...{ targetDate: null, fileReference: null },
      },
    },
  },
]);

/** What another house published of a measure of its own: that it was proposed, and what followed. */
export const measureOfOthers = (ministry: string, measureId: string, ...later: readonly AnyEvent[]) => {
  const proposed: AnyEvent = {
    type: 'MeasureProposed',
    data: { measureId, reference: null, title: 'Scanners', description: null },
  };
  return recorded<AnyEvent>(
    `${ministry}.measure-${measureId}`,
    ...[proposed, ...later].map((event) => ['2025-09-01', event] as const),
  );
};
