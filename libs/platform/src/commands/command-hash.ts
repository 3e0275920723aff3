import { hash } from 'node:crypto';

/** The same for the same command with the same content, however its fields are ordered. */
export const commandHash = (command: string, body: object): string => hash('sha1', `${command}\n${canonical(body)}`);

const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
};
