// A step of a lifecycle: which command it is, which event it becomes, and what its cells are called there.

export type StepKind = 'goal' | 'measure' | 'period' | 'pillar' | 'theme';

/** A role of the house that leads, or of the house that holds an office. */
export type Sender =
  'editor' | 'acceptor' | 'signatory' | 'observer' | 'cabinet-office' | 'finance' | 'strategy-office';

/** What a cell is called in the command and, where that differs, in the event; the command may have no word for it. */
export type Field = string | Readonly<{ command: string | null; event: string }>;

export type Step = Readonly<{
  kind: StepKind;
  step: string;
  command: string;
  event: string;
  by: Sender;
  /** By column; a point leads into a part. */
  cells: Readonly<Record<string, Field>>;
  /** Columns that must be filled. */
  needs: readonly string[];
  /** What the column `other` names. */
  other?: 'goal' | 'measure' | 'ministry';
  /** A column that says the day on which it happened as well. */
  sameDay?: string;
  /** Whoever sends it belongs to the unit of the column. */
  asUnit?: true;
  about: string;
}>;
export type StepOf = Omit<Step, 'kind'>;
