// A read model as verification sees it. The projection engine's fits, and is not known here.
import type { FactMeta, Message, Projection, ReceivedMessage } from '@zielwerk/kernel';

export type LoggedEvent = Readonly<{
  ordinal: number;
  type: string;
  meta: FactMeta;
  state: 'decoded' | 'withheld' | 'unknown' | 'unreadable';
  data: unknown;
  message: ReceivedMessage;
}>;
export type Parked = Readonly<{ projection: string; ordinal: number; key: string | null }>;
type Kept = Readonly<{ message: ReceivedMessage }>;

/** What a read model must answer to be verified. The projection engine's does. */
export type VerifiableReadModel = Readonly<{
  events: (filter: Readonly<{ after?: number; limit: number }>) => Promise<readonly LoggedEvent[]>;
  rows: (projection: string) => AsyncIterable<Readonly<Record<string, unknown>>>;
  positions: () => Promise<Readonly<Record<string, number>>>;
  parked: (limit: number) => Promise<readonly Parked[]>;
  held: (limit: number) => Promise<readonly Kept[]>;
  refused: (limit: number) => Promise<readonly Kept[]>;
  health: () => Promise<
    Readonly<{ lastOrdinal: number; projections: Readonly<Record<string, Readonly<{ checkpoint: number }>>> }>
  >;
}>;

/** Any projection, whatever its events and rows. */
export type AnyProjection = Projection<never, never>;
export type RowProjection = Projection<Message, Readonly<Record<string, unknown>>>;

const PAGE = 1000;
export const ALL = Number.MAX_SAFE_INTEGER;

export async function* logOf(readModel: VerifiableReadModel): AsyncGenerator<LoggedEvent> {
  for (let after = 0; ;) {
    const page = await readModel.events({ after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.ordinal;
  }
}

export const parkedBy = async (readModel: VerifiableReadModel, projection: string): Promise<readonly Parked[]> =>
  (await readModel.parked(ALL)).filter((one) => one.projection === projection);

export const checkpointOf = async (readModel: VerifiableReadModel, projection: string): Promise<number> =>
  (await readModel.health()).projections[projection]?.checkpoint ?? 0;
