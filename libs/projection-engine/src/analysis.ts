// Views for those who ask in SQL of their own: a schema for each audience, and a role that may read it and nothing else.

/** A view over one row table. */
export type AnalysisView = Readonly<{
  /** The row table, and the view. */
  name: string;
  says: string;
  /** The columns that are shown, each with what it says. */
  columns: Readonly<Record<string, string>>;
  /** Which rows are shown; `shown` is the row, other tables are asked as `{table}`. Undefined: all of them. */
  where?: string;
}>;

/** What one role may read. */
export type AnalysisSchema = Readonly<{ schema: string; role: string; says: string; views: readonly AnalysisView[] }>;
