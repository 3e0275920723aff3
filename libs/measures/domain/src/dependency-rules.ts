// «This measure needs that one before», and what the house of the one that is needed says to it.
import { type Rejection, rejections } from '@zielwerk/kernel';

import type { Changes, KnownMeasure, Rules } from './measure';
import { objectionToOneMore } from './objections';

const refuse = rejections({
  'needs-itself': 'invalid',
  'dependency-exists': 'conflict',
  'dependency-unknown': 'not-found',
  'dependency-cycle': 'conflict',
  'dependency-accepted': 'conflict',
});

type Edge = Readonly<{ receiver: string; needed: string; before: readonly string[] }>;

const objectionToEdge = ({ receiver, needed, before }: Edge): Rejection | null => {
  if (receiver === needed) return refuse('needs-itself', 'A measure cannot need itself before.');
  return before.includes(receiver)
    ? refuse('dependency-cycle', `${needed} itself needs ${receiver} before, as far as is known here.`)
    : null;
};

export const dependencyRules = {
  DeclareMeasureDependency: ({ before, ...data }, { needs }) => {
    const { measureId, needs: needed, giver } = data;
    const standing = needs.get(needed);
    if (standing?.giver === giver) return [];
    if (standing)
      return refuse('dependency-exists', `It is declared for ${needed} of ${standing.giver}; withdraw that first.`);
    const objection = objectionToEdge({ receiver: measureId, needed, before }) ?? objectionToOneMore(needs, 'needs');
    return objection ?? [{ type: 'MeasureDependencyDeclared', data }];
  },

  WithdrawMeasureDependency: (data, { needs }) =>
    needs.has(data.needs)
      ? [{ type: 'MeasureDependencyWithdrawn', data }]
      : refuse('dependency-unknown', `The measure does not say that it needs ${data.needs}.`),

  AcceptMeasureDependency: ({ before, ...data }, measure) => {
    const { measureId, neededBy } = data;
    if (measure.neededBy.get(neededBy) === 'accepted') return [];
    const objection = objectionToEdge({ receiver: neededBy, needed: measureId, before });
    return objection ?? [{ type: 'MeasureDependencyAccepted', data }];
  },

  DeclineMeasureDependency: (data, { neededBy }) => {
    const answer = neededBy.get(data.neededBy);
    if (answer === 'declined') return [];
    return answer === 'accepted'
      ? refuse(
          'dependency-accepted',
          `${data.neededBy} relies on the acceptance; it withdraws what it no longer needs.`,
        )
      : [{ type: 'MeasureDependencyDeclined', data }];
  },
} satisfies Partial<Rules>;

const withAnswer = (
  { neededBy }: KnownMeasure,
  id: string,
  answer: 'accepted' | 'declined',
): Partial<KnownMeasure> => ({
  neededBy: new Map(neededBy).set(id, answer),
});

export const dependencyChanges = {
  MeasureDependencyDeclared: ({ needs: needed, giver }, { needs }) => ({
    needs: new Map(needs).set(needed, { needs: needed, giver }),
  }),
  MeasureDependencyWithdrawn: ({ needs: needed }, { needs }) => ({
    needs: new Map([...needs].filter(([measure]) => measure !== needed)),
  }),
  MeasureDependencyAccepted: ({ neededBy }, measure) => withAnswer(measure, neededBy, 'accepted'),
  MeasureDependencyDeclined: ({ neededBy }, measure) => withAnswer(measure, neededBy, 'declined'),
} satisfies Partial<Changes>;
