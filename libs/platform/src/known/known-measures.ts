import { type BudgetLine, type MeasurePlace, type MeasureStateV2, placeKey } from '@zielwerk/contracts';
import { dataKey, type FactMeta } from '@zielwerk/kernel';

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

/** What a measure has said that it needs: of which house, and where it said so first. */
type Need = Readonly<{ giver: string; declaration: MeasurePlace }>;

/** `accepted`: the declarations that were, by their place; by the measure that needs it where v1 said so. */
type Details = {
  known: KnownMeasure | undefined;
  goals: Set<string>;
  money: Map<string, PlannedMoney>;
  needs: Map<string, Need>;
  accepted: Set<string>;
  handover: Handover | undefined;
  /** The stream that this one goes on from. */
  continues: string | undefined;
};

/** The measures that houses have proposed, each under its stream. */
export class KnownMeasures implements FactFold {
  private readonly streams = new Kept<Details>(() => ({
    ...{ known: undefined, goals: new Set(), money: new Map(), needs: new Map(), accepted: new Set() },
    ...{ handover: undefined, continues: undefined },
  }));
  private readonly streamsOf = new Kept(() => new Set<string>());
  private readonly contributors = new Kept(() => new Set<string>());

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
    MeasureDependencyAccepted: ({ data: { measureId, neededBy, declaration }, meta }) => {
      this.learn(measureId, meta, {}).accepted.add(declaration ? placeKey(declaration) : neededBy);
    },
    MeasureDependencyDeclined: ({ data: { measureId, neededBy, declaration }, meta }) => {
      this.learn(measureId, meta, {}).accepted.delete(declaration ? placeKey(declaration) : neededBy);
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
      for (const { needs, giver, declaration } of state.needs)
        details.needs.set(needs, {
          giver,
          declaration: declaration ?? { stream: meta.stream, revision: meta.revision },
        });
      for (const { line, plannedCents } of state.budget) details.money.set(dataKey(line), { line, plannedCents });
    },
  };

  /** The measure of that house; of whichever has one with the id when none is said: an open one first. */
  find(measureId: string, ministry?: string): KnownMeasure | undefined {
    const all = this.detailsOf(measureId).flatMap(({ known }) => (known ? [known] : []));
    const asked = ministry === undefined ? all : all.filter((known) => known.ministry === ministry);
    return asked.find(({ open }) => open) ?? asked[0];
  }

  /** How many released measures of any house, none of them given up, contribute to the goal. */
  releasedFor(goalId: string): number {
    const streams = [...(this.contributors.find(goalId) ?? [])].map((stream) => this.streams.of(stream));
    return streams.filter((each) => each.known?.released === true && this.isLed(each) && each.goals.has(goalId)).length;
  }

  /** What the measure of that lead has planned, line by line. */
  budgetOf(measureId: string, lead: string): readonly PlannedMoney[] {
    const details = this.detailsOf(measureId).find(({ known }) => known?.ministry === lead && known.open);
    return [...(details?.money.values() ?? [])];
  }

  /** Where one measure has said that it needs the other of that house, or of one that the house took it over from. */
  declarationOf(neededBy: string, needs: string, giver: string): MeasurePlace | undefined {
    const tookOver = this.detailsOf(needs).some((each) => each.continues && each.known?.ministry === giver);
    const asked = this.currentOf(neededBy).flatMap((details) => details.needs.get(needs) ?? []);
    return asked.find((need) => need.giver === giver || tookOver)?.declaration;
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
        .filter(([id, need]) => need.giver === known?.ministry || this.isAccepted(id, measureId, need))
        .map(([id]) => id),
    );
  }

  private isAccepted(measureId: string, neededBy: string, { declaration }: Need): boolean {
    return this.detailsOf(measureId).some(
      ({ accepted }) => accepted.has(placeKey(declaration)) || accepted.has(neededBy),
    );
  }

  /** Without those that go on in the stream of the house they were handed to. */
  private currentOf(measureId: string): readonly Details[] {
    return this.detailsOf(measureId).filter((details) => !this.isTakenOver(details));
  }

  /** Neither given up nor in another stream; on the way to another house it still counts. */
  private isLed(details: Details): boolean {
    return details.known?.open === true || (details.handover !== undefined && !this.isTakenOver(details));
  }

  private isTakenOver({ known, handover }: Details): boolean {
    if (!known || !handover) return false;
    return this.detailsOf(known.measureId).some(
      (other) => other.continues === known.stream && other.known?.ministry === handover.to,
    );
  }

  private detailsOf(measureId: string): readonly Details[] {
    return [...(this.streamsOf.find(measureId) ?? [])].sort().map((stream) => this.streams.of(stream));
  }

  private serve(goalId: string, { goals }: Details, { stream }: FactMeta): void {
    goals.add(goalId);
    this.contributors.of(goalId).add(stream);
  }

  private learn(measureId: string, { stream, ministry }: FactMeta, change: Partial<KnownMeasure>): Details {
    this.streamsOf.of(measureId).add(stream);
    const details = this.streams.of(stream);
    details.known = { ...(details.known ?? { measureId, ministry, stream, released: false, open: true }), ...change };
    return details;
  }
}
