type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A JSON value as a text that no other value has, for the keys of maps and rows; the order of fields does not matter. */
export const dataKey = (value: unknown): string => {
  if (!isObject(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((inner: unknown) => dataKey(inner ?? null)).join(',')}]`;
  const fields = Object.keys(value).filter((field) => value[field] !== undefined);
  return `{${fields
    .sort()
    .map((field) => `${JSON.stringify(field)}:${dataKey(value[field])}`)
    .join(',')}}`;
};

/** Whether two JSON values say the same; the order of an object's fields does not matter, that of a list does. */
export const sameData = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every((field) => Object.hasOwn(other, field) && sameData(one[field], other[field]))
  );
};
