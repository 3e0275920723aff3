// Which dependencies between measures count, statewide: pure, and the same for every order in which houses were heard.
import type { DependencyAnswerRow } from './dependency-answer.projection';
import type { DependencyDeclaredRow } from './dependency-declared.projection';
import type { MeasureRow } from './measure-row';

export type Declared = Pick<DependencyDeclaredRow, 'stream' | 'ministry' | 'needs' | 'giver' | 'recorded_at'>;
export type Answered = Pick<DependencyAnswerRow, 'stream' | 'needed_by' | 'receiver' | 'answer' | 'recorded_at'>;
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
  said: Declared,
  answer: Answered | undefined,
): Pick<JudgedDependency<Declared>, 'standing' | 'since'> => {
  // One house need not ask itself.
  if (said.ministry === said.giver) return { standing: 'counts', since: said.recorded_at };
  if (!answer) return { standing: 'open', since: null };
  if (answer.answer === 'declined') return { standing: 'declined', since: null };
  return { standing: 'counts', since: later(said.recorded_at, answer.recorded_at) };
};

/** What has come before what, as it grows. */
class Order {
  private readonly needs = new Map<string, string[]>();

  add(from: string, to: string): void {
    this.needs.set(from, [...(this.needs.get(from) ?? []), to]);
  }

  leads(from: string, to: string): boolean {
    const seen = new Set([from]);
    // A set may grow while it is walked through: each stream once.
    for (const stream of seen) for (const needed of this.needs.get(stream) ?? []) seen.add(needed);
    return seen.has(to);
  }
}

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
  const answerTo = latestBy(answers, ({ stream, needed_by, receiver }) =>
    edgeOf(today(streamOf(receiver, needed_by)), today(stream)),
  );
  // The house that took a measure over says itself what the measure needs.
  const current = declared.filter(({ stream }) => today(stream) === stream);
  const judged = current
    .map((said): Placed<Said> => ({ ...said, from: said.stream, to: today(streamOf(said.giver, said.needs)) }))
    .map((said) => ({ ...said, ...standingOf(said, answerTo.get(edgeOf(said.from, said.to))) }))
    .sort(byAge);

  const order = new Order();
  return judged.map((edge): JudgedDependency<Said> => {
    if (edge.standing !== 'counts') return edge;
    if (order.leads(edge.to, edge.from)) return { ...edge, standing: 'conflict' };
    order.add(edge.from, edge.to);
    return edge;
  });
};
