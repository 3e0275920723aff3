// Which dependencies between measures count, statewide: pure, and the same for every order in which houses were heard.
import { firstDeclaration, type MeasurePlace, placeKey, streamsFrom } from '@zielwerk/contracts';
import { streamOf } from '@zielwerk/kernel';

import { Acyclic } from './acyclic';
import type { DependencyAnswerRow } from './dependency-answer.projection';
import type { DependencyDeclaredRow } from './dependency-declared.projection';
import type { MeasureRow } from './measure-row';

export type Declared = Pick<
  DependencyDeclaredRow,
  'stream' | 'measure_id' | 'ministry' | 'needs' | 'giver' | 'declaration' | 'recorded_at'
>;
export type Answered = Pick<
  DependencyAnswerRow,
  'stream' | 'needed_by' | 'receiver' | 'declaration' | 'answer' | 'recorded_at'
>;
/** A measure that was taken over. */
export type Takeover = Pick<MeasureRow, 'stream' | 'continues'>;

/** `conflict`: it would count, but is the youngest of a cycle. `open`: the giver has not answered. */
export const DEPENDENCY_STANDINGS = ['counts', 'conflict', 'open', 'declined'] as const;
export type DependencyStanding = (typeof DEPENDENCY_STANDINGS)[number];

export type JudgedDependency<Said> = Said &
  Readonly<{
    /** The streams of the two measures as they are led today: `from` needs `to`. */
    from: string;
    to: string;
    standing: DependencyStanding;
    /** The instant from which it counts or would count; null while it would not. */
    since: string | null;
  }>;

/** A measure that was handed over is the same one in its new house. */
const streamToday = (takeovers: readonly Takeover[]) => {
  const next = new Map(takeovers.flatMap(({ stream, continues }) => (continues ? [[continues.stream, stream]] : [])));
  return (stream: string): string => streamsFrom(stream, (one) => next.get(one)).at(-1) ?? stream;
};

const measureOf = (ministry: string, measureId: string): string => streamOf(ministry, 'measure', measureId);
const edgeOf = (from: string, to: string): string => `${from} → ${to}`;

const latestBy = <Said extends Readonly<{ recorded_at: string; stream: string }>>(
  all: readonly Said[],
  keyOf: (said: Said) => string,
): ReadonlyMap<string, Said> => {
  const order = (said: Said) => `${said.recorded_at} ${said.stream}`;
  const latest = new Map<string, Said>();
  for (const said of all) {
    const other = latest.get(keyOf(said));
    if (!other || order(said) > order(other)) latest.set(keyOf(said), said);
  }
  return latest;
};

const later = (one: string, other: string): string => (one > other ? one : other);

/** Where a dependency was said first, by which house, and when. */
type First = Pick<Declared, 'ministry' | 'recorded_at'> & Readonly<{ declaration: MeasurePlace | undefined }>;

/** Where each dependency was said first: it goes on from there, whichever house says it now. */
const firstSaidAmong = (declared: readonly Declared[], takeovers: readonly Takeover[]) => {
  const continued = new Map(takeovers.map(({ stream, continues }) => [stream, continues?.stream]));
  const said = new Map(declared.map((one) => [edgeOf(one.stream, one.needs), one]));
  const saidAt = new Map(
    declared.flatMap((one) => {
      const { declaration, stream } = one;
      return declaration?.stream === stream ? [[placeKey(declaration), one]] : [];
    }),
  );
  return (one: Declared): First => {
    const declaration = firstDeclaration(
      one.stream,
      (stream) => continued.get(stream),
      (stream) => said.get(edgeOf(stream, one.needs))?.declaration,
    );
    const { ministry, recorded_at } = (declaration && saidAt.get(placeKey(declaration))) ?? one;
    return { declaration, ministry, recorded_at };
  };
};

/** Null while it would not count. */
const sinceOf = ({ ministry, giver, recorded_at }: Declared, first: First, answer: Answered | undefined) => {
  const accepted = answer?.answer === 'accepted' ? later(first.recorded_at, answer.recorded_at) : null;
  if (ministry !== giver) return accepted;
  // One house need not ask itself: not from the first word on, nor since it took the measure over.
  if (first.ministry === giver) return first.recorded_at;
  return accepted !== null && accepted < recorded_at ? accepted : recorded_at;
};

const standingOf = (since: string | null, answer: Answered | undefined): DependencyStanding => {
  if (since !== null) return 'counts';
  return answer ? 'declined' : 'open';
};

type Edge = Pick<JudgedDependency<unknown>, 'since' | 'from' | 'to'>;
const ageOf = ({ since, from, to }: Edge): string => `${since ?? ''} ${edgeOf(from, to)}`;
const byAge = (one: Edge, other: Edge): number => (ageOf(one) < ageOf(other) ? -1 : 1);

/**
 * Every declared dependency with its standing, the oldest that counts first. One within a house counts at once, one between
 * houses once the giver has accepted it. In the order in which they came to count, one that closes a cycle does not.
 */
export const countedDependencies = <Said extends Declared>(
  declared: readonly Said[],
  answers: readonly Answered[],
  takeovers: readonly Takeover[] = [],
): readonly JudgedDependency<Said>[] => {
  const today = streamToday(takeovers);
  const firstSaid = firstSaidAmong(declared, takeovers);
  // An answer that v1 wrote is to whatever the measure of that house says.
  const answerTo = latestBy(answers, ({ declaration, receiver, needed_by, stream }) =>
    edgeOf(declaration ? placeKey(declaration) : today(measureOf(receiver, needed_by)), today(stream)),
  );
  // The house that took a measure over says itself what the measure needs.
  const current = declared.filter(({ stream }) => today(stream) === stream);
  const judged = current
    .map((said): JudgedDependency<Said> => {
      const [from, to] = [said.stream, today(measureOf(said.giver, said.needs))];
      const first = firstSaid(said);
      const named = first.declaration && answerTo.get(edgeOf(placeKey(first.declaration), to));
      const answer = named ?? answerTo.get(edgeOf(from, to));
      const since = sinceOf(said, first, answer);
      return { ...said, from, to, since, standing: standingOf(since, answer) };
    })
    .sort(byAge);

  const order = new Acyclic();
  return judged.map((edge): JudgedDependency<Said> => {
    if (edge.standing !== 'counts' || order.add(edge.from, edge.to)) return edge;
    return { ...edge, standing: 'conflict' };
  });
};
