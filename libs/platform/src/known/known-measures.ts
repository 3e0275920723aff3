import {
  type BudgetLine,
  firstDeclaration,
  type MeasureDependencyAcceptedV2,
  type MeasurePlace,
  type MeasureStateV2,
  placeKey,
  streamsFrom,
} from '@zielwerk/contracts';
import { dataKey, type FactMeta, streamOf } from '@zielwerk/kernel';

import { type FactFold, Kept, type Learns } from './fact-fold';

/** `released` from the release on; `open` until it is rejected, cancelled, merged or handed over. */
export type KnownMeasure = Readonly<{
  measureId: string;
  ministry: string;
  stream: string;
  released: boolean;
  open: boolean;
}>;
export type PlannedMoney = Readonly<{ line: BudgetLine; plannedCents: number }>;
/** What a house has handed over to another one, and where its own history of it ends. */
export type Handover = Readonly<{ to: string; state: MeasureStateV2; stream: string; revision: number }>;

/** That one measure needs another one: of which house, and where that was said first. */
export type Asking = Readonly<{ receiver: string; declaration: MeasurePlace }>;

/** What a measure has said that it needs: of which house; `declaration` as in `DependencyStateV2`. */
type Need = Readonly<{ giver: string; declaration: MeasurePlace | null }>;

/** `accepted`: the declarations that were, by their place; the measures that need it where v1 said so. */
type Details = {
  known: KnownMeasure;
  readonly goals: Set<string>;
  readonly money: Map<string, PlannedMoney>;
  readonly needs: Map<string, Need>;
  readonly accepted: Set<string>;
  handover?: Handover;
  /** The stream that this one goes on from. */
  continues?: string;
};
const newly = (known: KnownMeasure): Details => ({
  known,
  goals: new Set(),
  money: new Map(),
  needs: new Map(),
  accepted: new Set(),
});

const measureOf = (ministry: string, measureId: string): string => streamOf(ministry, 'measure', measureId);

type Answered = Pick<MeasureDependencyAcceptedV2, 'receiver' | 'neededBy' | 'declaration'>;
const answeredIn = ({ receiver, neededBy, declaration }: Answered): string =>
  declaration ? placeKey(declaration) : measureOf(receiver, neededBy);

const openFirst = (all: readonly Details[]): Details | undefined => all.find(({ known }) => known.open) ?? all[0];

/** The measures that houses have proposed, each under its stream. */
export class KnownMeasures implements FactFold {
  private readonly streams = new Map<string, Details>();
  private readonly streamsOf = new Kept(() => new Set<string>());
  private readonly contributors = new Kept(() => new Set<string>());
  /** The stream of the house that handed the measure of this one over to it. */
  private readonly streamBefore = (stream: string): string | undefined => {
    const { continues, known } = this.streams.get(stream) ?? {};
    if (continues === undefined) return undefined;
    return this.streams.get(continues)?.handover?.to === known?.ministry ? continues : undefined;
  };

  readonly on: Learns = {
    MeasureProposed: ({ data: { measureId }, meta }) => void this.learn(measureId, meta, {}),
    MeasureReleased: ({ data: { measureId }, meta }) => void this.learn(measureId, meta, { released: true }),
    MeasureRejected: ({ data: { measureId }, meta }) => void this.learn(measureId, meta, { open: false }),
    MeasureCancelled: ({ data: { measureId }, meta }) => void this.learn(measureId, meta, { open: false }),
    MeasureMerged: ({ data: { measureId }, meta }) => void this.learn(measureId, meta, { open: false }),
    MeasureContributionAdded: ({ data: { measureId, goalId }, meta }) => {
      this.serve(goalId, this.learn(measureId, meta, {}), meta);
    },
    MeasureContributionWithdrawn: ({ data: { measureId, goalId }, meta }) => {
      this.learn(measureId, meta, {}).goals.delete(goalId);
    },
    MeasureBudgetPlanned: ({ data: { measureId, line, plannedCents }, meta }) => {
      this.learn(measureId, meta, {}).money.set(dataKey(line), { line, plannedCents });
    },
    MeasureDependencyDeclared: ({ data: { measureId, needs, giver }, meta }) => {
      const { stream, revision } = meta;
      this.learn(measureId, meta, {}).needs.set(needs, { giver, declaration: { stream, revision } });
    },
    MeasureDependencyWithdrawn: ({ data: { measureId, needs }, meta }) => {
      this.learn(measureId, meta, {}).needs.delete(needs);
    },
    MeasureDependencyAccepted: ({ data: { measureId, ...answered }, meta }) => {
      this.learn(measureId, meta, {}).accepted.add(answeredIn(answered));
    },
    MeasureDependencyDeclined: ({ data: { measureId, ...answered }, meta }) => {
      this.learn(measureId, meta, {}).accepted.delete(answeredIn(answered));
    },
    MeasureHandedOver: ({ data: { measureId, to, state }, meta }) => {
      const { stream, revision } = meta;
      this.learn(measureId, meta, { open: false }).handover = { to, state, stream, revision };
    },
    MeasureTakenOver: ({ data: { measureId, continues, state }, meta }) => {
      const released = state.status !== 'proposed' && state.status !== 'planned';
      const details = this.learn(measureId, meta, { released });
      details.continues = continues.stream;
      for (const { goalId } of state.contributions) this.serve(goalId, details, meta);
      for (const { needs, ...need } of state.needs) details.needs.set(needs, need);
      for (const { line, plannedCents } of state.budget) details.money.set(dataKey(line), { line, plannedCents });
    },
  };

  /** The measure of that house; of whichever has one with the id when none is said: an open one first. */
  find(measureId: string, ministry?: string): KnownMeasure | undefined {
    const all = this.detailsOf(measureId);
    return openFirst(ministry === undefined ? all : all.filter(({ known }) => known.ministry === ministry))?.known;
  }

  /** How many released measures of any house, none of them given up, contribute to the goal. */
  releasedFor(goalId: string): number {
    const all = this.detailsIn([...(this.contributors.find(goalId) ?? [])]);
    return all.filter((each) => each.known.released && this.isLed(each) && each.goals.has(goalId)).length;
  }

  /** What the measure of that lead has planned, line by line. */
  budgetOf(measureId: string, lead: string): readonly PlannedMoney[] {
    const details = this.detailsOf(measureId).find(({ known }) => known.ministry === lead && known.open);
    return [...(details?.money.values() ?? [])];
  }

  /**
   * Whether the one measure says that it needs the other one of that house, or of one that the house took it over from.
   * Without a receiver it is of whichever house says so: an open one first.
   */
  asking(neededBy: string, needs: string, giver: string, receiver?: string): Asking | undefined {
    const asking = this.currentOf(neededBy).filter(({ known, needs: all }) => {
      const need = all.get(needs);
      return need && this.isOneMeasure(needs, need.giver, giver) && (receiver ?? known.ministry) === known.ministry;
    });
    const known = openFirst(asking)?.known;
    const declaration = known && this.declarationOf(known, needs);
    return declaration && { receiver: known.ministry, declaration };
  }

  /** All measures that must come before this one, as far as their dependencies count: those of one house, or accepted. */
  before(measureId: string): ReadonlySet<string> {
    const before = new Set<string>();
    const open = [measureId];
    for (let id = open.pop(); id !== undefined; id = open.pop())
      for (const needed of this.countedNeeds(id))
        if (!before.has(needed)) {
          before.add(needed);
          open.push(needed);
        }
    return before;
  }

  /** What other houses have handed to this one under the id. */
  handedTo(ministry: string, measureId: string): Handover | undefined {
    return this.detailsOf(measureId).find(({ handover }) => handover?.to === ministry)?.handover;
  }

  private countedNeeds(measureId: string): readonly string[] {
    return this.currentOf(measureId).flatMap(({ known, needs }) =>
      [...needs]
        .filter(([id, { giver }]) => giver === known.ministry || this.isAccepted(id, giver, known))
        .map(([id]) => id),
    );
  }

  private isAccepted(needs: string, giver: string, by: KnownMeasure): boolean {
    const declaration = this.declarationOf(by, needs);
    // What v1 accepted is whatever the measure says, in the house that was named or in a later one.
    const askers = this.detailsIn(streamsFrom(by.stream, this.streamBefore)).map(({ known }) =>
      measureOf(known.ministry, known.measureId),
    );
    const asked = [...askers, ...(declaration ? [placeKey(declaration)] : [])];
    return this.detailsOf(needs).some(
      ({ known, accepted }) =>
        this.isOneMeasure(needs, giver, known.ministry) && asked.some((each) => accepted.has(each)),
    );
  }

  /** Undefined as long as the house in which it was said is not known here. */
  private declarationOf({ stream }: KnownMeasure, needs: string): MeasurePlace | undefined {
    const saidIn = (one: string) => this.streams.get(one)?.needs.get(needs)?.declaration;
    return firstDeclaration(stream, this.streamBefore, saidIn);
  }

  /** Whether the measures of both houses are one: the one has it from the other. */
  private isOneMeasure(measureId: string, one: string, other: string): boolean {
    const first = this.firstStreamOf(measureId, one);
    return one === other || (first !== undefined && first === this.firstStreamOf(measureId, other));
  }

  private firstStreamOf(measureId: string, ministry: string): string | undefined {
    const details = this.detailsOf(measureId).find(({ known }) => known.ministry === ministry);
    return details && streamsFrom(details.known.stream, this.streamBefore).at(-1);
  }

  /** Without those that go on in the stream of the house they were handed to. */
  private currentOf(measureId: string): readonly Details[] {
    return this.detailsOf(measureId).filter((details) => !this.isTakenOver(details));
  }

  /** Neither given up nor in another stream; on the way to another house it still counts. */
  private isLed(details: Details): boolean {
    return details.known.open || (details.handover !== undefined && !this.isTakenOver(details));
  }

  private isTakenOver({ known, handover }: Details): boolean {
    if (!handover) return false;
    return this.detailsOf(known.measureId).some((other) => this.streamBefore(other.known.stream) === known.stream);
  }

  private detailsOf(measureId: string): readonly Details[] {
    return this.detailsIn([...(this.streamsOf.find(measureId) ?? [])].sort());
  }

  private detailsIn(streams: readonly string[]): readonly Details[] {
    return streams.flatMap((stream) => this.streams.get(stream) ?? []);
  }

  private serve(goalId: string, { goals }: Details, { stream }: FactMeta): void {
    goals.add(goalId);
    this.contributors.of(goalId).add(stream);
  }

  private learn(measureId: string, { stream, ministry }: FactMeta, change: Partial<KnownMeasure>): Details {
    this.streamsOf.of(measureId).add(stream);
    const details = this.streams.get(stream) ?? newly({ measureId, ministry, stream, released: false, open: true });
    details.known = { ...details.known, ...change };
    this.streams.set(stream, details);
    return details;
  }
}
