// For every version of every event lives in which it happens: of things that are public, and of things that are not yet.
import * as contracts from '@zielwerk/contracts';
import { allEvents, type Audience, EventCatalogue, typeOf } from '@zielwerk/contracts';
import { frozenSamples } from '@zielwerk/contracts/testing';
import type { Message } from '@zielwerk/kernel';
import { randomUUID } from 'node:crypto';

import { seeded } from './seed';
import type { Words } from './words';

type Recorded = readonly [wireType: string, data: object];
export type Life = Readonly<{ house: string; stream: string; events: readonly Recorded[] }>;

/** What the domain says of publicity: a goal is public from its adoption, a measure from its release. */
const OPENS: Readonly<Record<string, string>> = { goal: 'GoalAdopted', measure: 'MeasureReleased' };
/** These happen before that only, so that nothing they say is ever public. */
const BEFORE_ONLY: ReadonlySet<string> = new Set([...['GoalRevised', 'GoalJustified', 'MeasurePlanned']]);
/** The thing ends with them before it was ever public. */
const ENDS: ReadonlySet<string> = new Set(['GoalWithdrawn', 'MeasureRejected']);
/** Public events that may also happen before that. */
const BEFORE_TOO: ReadonlySet<string> = new Set([
  ...['GoalResumed', 'GoalHealthDeclared', 'MeasureContributionAdded', 'MeasureContributionWithdrawn'],
  ...['MeasureBudgetPlanned', 'MeasureBudgetConsented', 'MeasureBudgetFrozen'],
]);
/** Still counts once the thing is public, and so is public with it even if it was said before. */
const LASTS: ReadonlySet<string> = new Set([
  ...['GoalHealthDeclared', 'MeasureContributionAdded', 'MeasureContributionWithdrawn'],
  ...['MeasureBudgetPlanned', 'MeasureBudgetConsented', 'MeasureBudgetFrozen'],
]);
/** The first event of a stream that goes on from another one. */
const GOES_ON_FROM: Readonly<Record<string, string>> = { MeasureTakenOver: 'MeasureHandedOver' };

/** What must have happened before, so that there is something for the event to happen to. */
const FOLLOWS: Readonly<Record<string, string>> = {
  GoalResumed: 'GoalDeferred',
  GoalProposalSentBack: 'GoalOutcomeProposed',
  GoalConcluded: 'GoalOutcomeProposed',
  MeasureResumed: 'MeasureSuspended',
  MeasureProgressCorrected: 'MeasureProgressReported',
  MeasureAcceptanceRefused: 'MeasureSubmittedForAcceptance',
  MeasureCompleted: 'MeasureSubmittedForAcceptance',
  MeasureContributionWithdrawn: 'MeasureContributionAdded',
  MeasureDependencyWithdrawn: 'MeasureDependencyDeclared',
  MeasureHandedOver: 'MeasureBudgetPlanned',
  MeasureBudgetConsented: 'MeasureBudgetPlanned',
  MeasureBudgetFrozen: 'MeasureBudgetPlanned',
  MeasureSpendingReported: 'MeasureBudgetPlanned',
  MilestoneForecastMoved: 'MeasurePlanned',
  MilestoneReached: 'MeasurePlanned',
  MilestoneDropped: 'MeasurePlanned',
  ObservationFoundPlausible: 'ObservationReported',
  ObservationRefused: 'ObservationReported',
  ObservationCorrected: 'ObservationReported',
};

type Group = Readonly<{ name: string; wireTypes: readonly string[] }>;

const catalogues = Object.entries(contracts as Readonly<Record<string, unknown>>).flatMap(([name, exported]) =>
  exported instanceof EventCatalogue ? [{ name, catalogue: exported as EventCatalogue<Message> }] : [],
);

/** The events of each kind of thing, in the order of their catalogue, which begins with how such a thing begins. */
const groups = (): readonly Group[] => {
  const smallestFirst = catalogues.map(({ name, catalogue }) => ({
    name: name.replace(/Events$/u, ''),
    wireTypes: [...catalogue.contracts().keys()],
  }));
  smallestFirst.sort((one, other) => one.wireTypes.length - other.wireTypes.length);
  const taken = new Set<string>();
  return smallestFirst.flatMap(({ name, wireTypes }) => {
    const own = wireTypes.filter((wireType) => !taken.has(wireType));
    for (const wireType of own) taken.add(wireType);
    return own.length === 0 ? [] : [{ name, wireTypes: own }];
  });
};

const sampleOf = (wireType: string): object => {
  const sample = frozenSamples.get(wireType);
  if (!sample) throw new Error(`There is no frozen sample of ${wireType}.`);
  return sample;
};

/** What others refer to: of each kind one thing that is public and one that is not. */
type Anchors = Readonly<Record<string, string>>;
type Plot = Readonly<{
  group: string;
  house: string;
  id: string;
  code: string;
  open: boolean;
  /** The words that name things in this life so far. */
  named: Map<string, string>;
}>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** A code of letters only, as some codes must be. */
const codeOf = (id: string): string => id.slice(0, 8).replace(/[0-9]/gu, (digit) => 'ghijklmnop'.charAt(Number(digit)));

const kindOf = (key: string): string => /goal|indicator/iu.exec(key)?.[0].toLowerCase() ?? 'measure';

export class Lives {
  private readonly lives: Life[] = [];
  private readonly anchors: readonly [open: Anchors, closed: Anchors];
  private turn = 0;

  constructor(
    private readonly houses: readonly string[],
    private readonly words: Words,
  ) {
    const anchor = () => Object.fromEntries(Object.keys(OPENS).map((group) => [group, randomUUID()]));
    this.anchors = [anchor(), anchor()];
  }

  /** Things that are referred to come first. */
  all(): readonly Life[] {
    const all = groups();
    for (const group of all) if (OPENS[group.name]) this.addAnchors(group);
    for (const group of all) for (const wireType of group.wireTypes) this.addLives(group, wireType);
    return this.lives;
  }

  private addAnchors(group: Group): void {
    for (const open of [true, false]) {
      const id = this.anchors[open ? 0 : 1][group.name] ?? '';
      this.add({ ...this.plot(group, open), id }, open ? [begins(group), opens(group)] : [begins(group)]);
    }
  }

  private addLives(group: Group, wireType: string): void {
    const from = GOES_ON_FROM[typeOf(wireType)];
    if (from !== undefined) {
      for (const open of [true, false]) this.addContinued(group, wireType, { from, open });
      return;
    }
    const before = FOLLOWS[typeOf(wireType)];
    const happens = [...(before === undefined ? [] : [newest(group, before)]), wireType];
    if (OPENS[group.name] !== undefined) this.addOpening(group, wireType, happens);
    else
      for (const open of group.name === 'indicator' ? [true, false] : [true])
        this.add(this.plot(group, open), [...new Set([begins(group), ...happens])]);
  }

  /** Of a group that the public reads from one event on: what happens before it, and what after. */
  private addOpening(group: Group, wireType: string, happens: readonly string[]): void {
    if (wireType === opens(group)) return;
    const closed = [...new Set([begins(group), ...happens])];
    this.add(this.plot(group, false), closed);
    if (ENDS.has(typeOf(wireType))) return;
    const isPublic = allEvents.audienceOf(typeOf(wireType)) === 'public';
    if (!isPublic || BEFORE_TOO.has(typeOf(wireType))) this.add(this.plot(group, true), [...closed, opens(group)]);
    if (BEFORE_ONLY.has(typeOf(wireType)) || wireType === begins(group)) return;
    // What is only possible before was done before.
    const after = happens.filter((each) => !BEFORE_ONLY.has(typeOf(each)));
    this.add(this.plot(group, true), [begins(group), opens(group), ...after]);
  }

  private addContinued(
    group: Group,
    wireType: string,
    { from, open }: Readonly<{ from: string; open: boolean }>,
  ): void {
    const earlier = this.plot(group, open);
    const first = [begins(group), ...(open ? [opens(group)] : []), newest(group, FOLLOWS[from] ?? from)];
    const { stream, events: told } = this.add(earlier, [...new Set([...first, newest(group, from)])]);
    const later = { ...earlier, house: this.nextHouse() };
    const goesOn = { ...sampleOf(wireType), continues: { stream, revision: told.length - 1 } };
    this.add(later, [wireType], new Map([[wireType, goesOn]]));
  }

  private plot({ name: group }: Group, open: boolean): Plot {
    const id = randomUUID();
    return { group, house: this.nextHouse(), id, code: codeOf(id), open, named: new Map() };
  }

  private nextHouse(): string {
    return this.houses[this.turn++ % this.houses.length] ?? '';
  }

  private add(plot: Plot, wireTypes: readonly string[], samples: ReadonlyMap<string, object> = new Map()): Life {
    const { house, group, id } = plot;
    const common = { words: this.words, named: plot.named, life: wireTypes.map(typeOf).join(', ') };
    const events = wireTypes.map((wireType, at): Recorded => {
      const sample = samples.get(wireType) ?? sampleOf(wireType);
      const data = this.placed(following(sample, wireTypes[at - 1], at - 1), plot) as object;
      return [wireType, seeded(wireType, data, { ...common, least: this.least(plot, wireTypes, at) })];
    });
    const life = { house, stream: `${house}.${group}-${id}`, events };
    this.lives.push(life);
    return life;
  }

  /** For whom the thing is when it happens: nothing that happened before its publication is ever public. */
  private least({ group, open }: Plot, wireTypes: readonly string[], at: number): Audience {
    if (!open) return 'government';
    const opening = wireTypes.findIndex((wireType) => typeOf(wireType) === OPENS[group]);
    return at < opening && !LASTS.has(typeOf(wireTypes[at] ?? '')) ? 'government' : 'public';
  }

  /** The sample with its own ids and codes, and with references to things that exist and are as public as it is. */
  private placed(value: unknown, plot: Plot, key = ''): unknown {
    // Several references may become one, and a list holds it once.
    if (Array.isArray(value)) return [...new Set(value.map((item) => this.placed(item, plot, key)))];
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.placed(inner, plot, name)]));
    return typeof value === 'string' ? this.named(value, plot, key) : value;
  }

  private named(text: string, { group, id, code, open }: Plot, key: string): string {
    if (key === 'status' && !open) return 'planned';
    if (key === group) return code;
    if (!UUID.test(text)) return text;
    return key === `${group}Id` ? id : (this.anchors[open ? 0 : 1][kindOf(key)] ?? text);
  }
}

/** Fields that name an earlier event of the stream by its revision. */
const EARLIER = ['corrects', 'observation'];

/** What an event is about is what happened last, for the period it was for. */
const following = (sample: object, last: string | undefined, revision: number): object => {
  const { period } = (last === undefined ? {} : sampleOf(last)) as Readonly<{ period?: string }>;
  return {
    ...sample,
    ...Object.fromEntries(EARLIER.filter((name) => name in sample).map((name) => [name, revision])),
    ...('period' in sample && period !== undefined && { period }),
  };
};

const begins = ({ wireTypes: [first = ''] }: Group): string => first;
const opens = (group: Group): string => newest(group, OPENS[group.name] ?? '');
const newest = ({ wireTypes }: Group, type: string): string =>
  wireTypes.filter((wireType) => typeOf(wireType) === type).at(-1) ?? '';

/** Every version that was ever written. */
export const everyWireType = (): readonly string[] => [...allEvents.contracts().keys()];
