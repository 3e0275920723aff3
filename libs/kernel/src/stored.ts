type StoredValue<Value> = Value extends boolean ? boolean | number : Value extends object ? unknown : Value;

/** A row as a database hands it back: SQLite knows neither true nor JSON and gives a number and a text, PostgreSQL knows both. */
export type Stored<Row> = { readonly [Field in keyof Row]: StoredValue<Row[Field]> };

export const flagOf = (stored: boolean | number): boolean => Boolean(stored);

/** What a column of the type `json` holds. The caller names the type, as the projection's row does. */
export const jsonOf = (stored: unknown): unknown =>
  typeof stored === 'string' ? (JSON.parse(stored) as unknown) : stored;
