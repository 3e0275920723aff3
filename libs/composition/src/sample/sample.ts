// The built-in sample as a file: goals with their measures and indicators, before they are commands.
import { existsSync, readFileSync } from 'node:fs';

type Health = Readonly<{ value: string; reason: string }>;
type Described = Readonly<{ ministry: string; reference: string; title: string; description?: string | null }>;

export type SampleGoal = Described &
  Readonly<{
    theme: string;
    targetDate: string;
    participants: readonly string[];
    health?: Health;
    /** Not adopted yet. */
    draft?: boolean;
    /** The reference of the goal above it. */
    parent?: string;
  }>;

export type SampleMeasure = Described &
  Readonly<{
    /** References of goals. */
    contributesTo: readonly string[];
    weight?: number;
    charter: Readonly<{ purpose: string; result: string }>;
    projectLead: Readonly<{ function: string; unit: string }>;
    budgetLine?: string;
    needsNoMoney?: boolean;
    startsOn: string;
    endsOn: string;
    milestones: readonly object[];
    progress: readonly (Readonly<{ period: string }> & object)[];
    begun?: boolean;
    completed?: Readonly<{ by: string; result: string }>;
  }>;

export type SampleIndicator = Described &
  Readonly<{
    /** References of goals. */
    goals: readonly string[];
    unit: string;
    decimals: number;
    kind: string;
    periodicity: string;
    baseline: object | null;
    targetPath: readonly object[];
    source: string;
    observations: readonly (Readonly<{ period: string }> & object)[];
  }>;

/**
 * Any further command: what it is about by its reference (left out when the command creates something), and its body, in
 * which `@<reference>` stands for an id.
 */
export type SampleFact = Readonly<{
  ministry: string;
  role: string;
  about?: string;
  command: string;
  occurredOn: string;
  data: object;
}>;

export type Sample = Readonly<{
  decision: Readonly<{ number: string; date: string }>;
  draftedOn: string;
  /** The day of the declared healths. */
  reportedOn: string;
  goals: readonly SampleGoal[];
  measures: readonly SampleMeasure[];
  indicators: readonly SampleIndicator[];
  facts: readonly SampleFact[];
  /** What needs facts of another house. */
  answers: readonly SampleFact[];
}>;

/** Null when there is no sample for the jurisdiction. Throws when the file is not JSON. */
export const readSample = (file: string): Sample | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sample) : null;
