// «This measure needs that one before», and what the house of the one that is needed says to it.
import type { DependencyAnswer, DependencyAnswerState, MeasureDependencyAcceptedV2 } from '@zielwerk/contracts';
import { type Rejection, rejections, sameData, streamOf } from '@zielwerk/kernel';

import type { Changes, KnownMeasure, Rules } from './measure';
import { MOST, objectionToOneMore } from './objections';

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

type Answered = Pick<MeasureDependencyAcceptedV2, 'neededBy' | 'receiver' | 'declaration'>;

const measureOf = ({ receiver, neededBy }: Answered): string => streamOf(receiver, 'measure', neededBy);
/** Two houses may each have a measure under one id: each is answered for itself. */
const askedIn = (answered: Answered): string => answered.declaration?.stream ?? measureOf(answered);

/** Undefined until this very declaration was answered: one that was withdrawn and said anew asks anew, unless v1 said so. */
const answerTo = (asking: Answered, { neededBy }: KnownMeasure): DependencyAnswer | undefined => {
  const answers = [askedIn(asking), measureOf(asking), asking.neededBy].map((asked) => neededBy.get(asked));
  return answers.find((each) => each && (each.declaration === null || sameData(each.declaration, asking.declaration)))
    ?.answer;
};

const objectionToAnswer = (asking: Answered, { neededBy }: KnownMeasure): Rejection | null =>
  neededBy.has(askedIn(asking)) ? null : objectionToOneMore(neededBy, 'answers to other measures');

/** As many as a handover can carry: an acceptance binds, what was declined can be declined again. */
export const answersOf = ({ neededBy }: KnownMeasure): readonly DependencyAnswerState[] => {
  const all = [...neededBy.values()];
  const saying = (said: DependencyAnswer) => all.filter(({ answer }) => answer === said);
  return [...saying('declined'), ...saying('accepted')].slice(-MOST);
};

/** An answer in v1 that was handed over names no house. */
export const answersFrom = (answers: readonly DependencyAnswerState[]): KnownMeasure['neededBy'] =>
  new Map(answers.map((one) => [one.declaration?.stream ?? one.neededBy, one]));

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
  answered: Answered,
  answer: DependencyAnswer,
): Pick<KnownMeasure, 'neededBy'> => {
  const { neededBy, declaration } = answered;
  return { neededBy: new Map(measure.neededBy).set(askedIn(answered), { neededBy, answer, declaration }) };
};

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
