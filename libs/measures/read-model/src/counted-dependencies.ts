// Which dependencies between measures count, statewide: pure, and the same for every order in which houses were heard.
import { placeKey } from '@zielwerk/contracts';

import { Acyclic } from './acyclic';
import type { DependencyAnswerRow } from './dependency-answer.projection';
import type { DependencyDeclaredRow } from './dependency-declared.projection';
import type { MeasureRow } from './measure-row';

export type Declared = Pick<
  DependencyDeclaredRow,
  'stream' | 'measure_id' | 'ministry' | 'needs' | 'giver' | 'declaration' | 'recorded_at'
>;
export type Answered = Pick<DependencyAnswerRow, 'stream' | 'needed_by' | 'declaration' | 'answer' | 'recorded_at'>;
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
  return (stream: string): string => {
    const seen = new Set<string>();
    let today = stream;
    for (let later = next.get(today); later !== undefined && !seen.has(later); later = next.get(today)) {
      seen.add(later);
      today = later;
    }
    return today;
  };
};

const streamOf = (ministry: string, measureId: string): string => `${ministry}.measure-${measureId}`;
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

type Placed<Said> = Said & Readonly<{ from: string; to: string }>;

const standingOf = (
  { ministry, giver }: Declared,
  saidAt: string,
  answer: Answered | undefined,
): Pick<JudgedDependency<Declared>, 'standing' | 'since'> => {
  // One house need not ask itself.
  if (ministry === giver) return { standing: 'counts', since: saidAt };
  if (!answer) return { standing: 'open', since: null };
  if (answer.answer === 'declined') return { standing: 'declined', since: null };
  return { standing: 'counts', since: later(saidAt, answer.recorded_at) };
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
  const answerTo = latestBy(answers, ({ declaration, needed_by, stream }) =>
    edgeOf(declaration ? placeKey(declaration) : needed_by, today(stream)),
  );
  const firstSaid = new Map(
    declared
      .filter(({ stream, declaration }) => stream === declaration.stream)
      .map(({ declaration, recorded_at }) => [placeKey(declaration), recorded_at]),
  );
  /** A measure that was taken over goes on needing what it needed since then. */
  const saidAt = ({ declaration, recorded_at }: Declared) => firstSaid.get(placeKey(declaration)) ?? recorded_at;
  // The house that took a measure over says itself what the measure needs.
  const current = declared.filter(({ stream }) => today(stream) === stream);
  const judged = current
    .map((said): Placed<Said> => ({ ...said, from: said.stream, to: today(streamOf(said.giver, said.needs)) }))
    .map((said) => {
      const answer =
        answerTo.get(edgeOf(placeKey(said.declaration), said.to)) ?? answerTo.get(edgeOf(said.measure_id, said.to));
      return { ...said, ...standingOf(said, saidAt(said), answer) };
    })
    .sort(byAge);

  const order = new Acyclic();
  return judged.map((edge): JudgedDependency<Said> => {
    if (edge.standing !== 'counts' || order.add(edge.from, edge.to)) return edge;
    return { ...edge, standing: 'conflict' };
  });
};
