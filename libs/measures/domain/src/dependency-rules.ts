// «This measure needs that one before», and what the house of the one that is needed says to it.
import type { DependencyAnswer, MeasureDependencyAcceptedV2 } from '@zielwerk/contracts';
import { type Rejection, rejections, sameData } from '@zielwerk/kernel';

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

type Answered = Pick<MeasureDependencyAcceptedV2, 'neededBy' | 'declaration'>;

/** Undefined until this very declaration was answered: one that was withdrawn and said anew asks anew, unless v1 said so. */
const answerTo = ({ neededBy, declaration }: Answered, measure: KnownMeasure): DependencyAnswer | undefined => {
  const answered = measure.neededBy.get(neededBy);
  return answered?.declaration === null || sameData(answered?.declaration, declaration) ? answered?.answer : undefined;
};

const objectionToAnswer = ({ neededBy }: Answered, measure: KnownMeasure): Rejection | null =>
  measure.neededBy.has(neededBy) ? null : objectionToOneMore(measure.neededBy, 'answers to other measures');

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
    if (answerTo(data, measure) === 'accepted') return [];
    const objection =
      objectionToEdge({ receiver: neededBy, needed: measureId, before }) ?? objectionToAnswer(data, measure);
    return objection ?? [{ type: 'MeasureDependencyAccepted', data }];
  },

  DeclineMeasureDependency: (data, measure) => {
    const answer = answerTo(data, measure);
    if (answer === 'declined') return [];
    if (answer === 'accepted')
      return refuse(
        'dependency-accepted',
        `${data.neededBy} relies on the acceptance; it withdraws what it no longer needs.`,
      );
    return objectionToAnswer(data, measure) ?? [{ type: 'MeasureDependencyDeclined', data }];
  },
} satisfies Partial<Rules>;

const withAnswer = (
  measure: KnownMeasure,
  { neededBy, declaration }: Answered,
  answer: DependencyAnswer,
): Partial<KnownMeasure> => ({
  neededBy: new Map(measure.neededBy).set(neededBy, { neededBy, answer, declaration }),
});

export const dependencyChanges = {
  MeasureDependencyDeclared: ({ needs: needed, giver }, { needs, revision }) => ({
    needs: new Map(needs).set(needed, { needs: needed, giver, declaration: revision }),
  }),
  MeasureDependencyWithdrawn: ({ needs: needed }, { needs }) => ({
    needs: new Map([...needs].filter(([measure]) => measure !== needed)),
  }),
  MeasureDependencyAccepted: (accepted, measure) => withAnswer(measure, accepted, 'accepted'),
  MeasureDependencyDeclined: (declined, measure) => withAnswer(measure, declined, 'declined'),
} satisfies Partial<Changes>;
