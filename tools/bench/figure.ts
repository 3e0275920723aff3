// What was measured, beside what it is measured against.

export type Unit = 'events/s' | 'requests/s' | 'commands/s' | 'messages/s' | 'ms' | 'MB';

/** What is to be reached: so many times the peer's rate, or at most a value. */
export type Reach = Readonly<{ times: number } | { atMost: number }>;

export type Figure = Readonly<{
  name: string;
  unit: Unit;
  ours: number;
  /** Whose figure it is compared with. */
  against?: string;
  /** Null: the peer is not there. */
  theirs?: number | null;
  /** None for a figure that only explains another one. */
  reach?: Reach;
}>;

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 1 ? 3 : 2);

export const ratioOf = ({ ours, theirs }: Figure): number | null => (theirs ? ours / theirs : null);

/** What is missing, as a sentence; null when it is reached, or when nobody can say. */
export const missed = (figure: Figure): string | null => {
  const { name, unit, ours, against = '', reach } = figure;
  if (!reach) return null;
  if ('atMost' in reach) {
    if (ours <= reach.atMost) return null;
    return `${name}: ${number(ours)} ${unit}, at most ${reach.atMost} wanted; ${percent(ours / reach.atMost - 1)} too much`;
  }
  const ratio = ratioOf(figure);
  if (ratio === null || ratio >= reach.times) return null;
  return `${name}: ${number(ratio)} of ${against}, ${reach.times} wanted; ${percent(1 - ratio / reach.times)} short`;
};

const percent = (share: number): string => `${Math.max(1, Math.round(share * 100))} %`;

const reachOf = (reach: Reach | undefined): string => {
  if (!reach) return '';
  return 'atMost' in reach ? `≤ ${reach.atMost}` : `≥ ${reach.times}`;
};

const peerOf = ({ against = '', theirs, unit }: Figure): string => {
  if (theirs === null) return `${against}: missing`;
  return theirs === undefined ? '' : `${against} ${number(theirs)} ${unit}`;
};

const judgementOf = (figure: Figure): string => {
  if (!figure.reach || figure.theirs === null) return '';
  return missed(figure) ? ' missed' : ' ✓';
};

const cellsOf = (figure: Figure): readonly string[] => {
  const ratio = ratioOf(figure);
  return [
    figure.name,
    `${number(figure.ours)} ${figure.unit}`,
    peerOf(figure),
    ratio === null ? '' : number(ratio),
    reachOf(figure.reach) + judgementOf(figure),
  ];
};

/** The figures as a table of text, a line each. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [['figure', 'ours', 'against', 'ratio', 'reach'], ...figures.map(cellsOf)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ');
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('-|-'), ...body.map(line)].join('\n');
};
