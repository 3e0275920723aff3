/** A list with what becomes of a value, or without it: for conditions that only apply when a filter was given. */
export const given = <Value, Result>(value: Value | undefined, become: (value: Value) => Result): readonly Result[] =>
  value === undefined ? [] : [become(value)];
