/** A row as it stands in the file, before it is known what its cells are called. Flaws name cells by their number. */
export type RawRow = Readonly<{
  place: number;
  cells: readonly string[];
  flaws: readonly Readonly<{ cell: number; detail: string }>[];
}>;
