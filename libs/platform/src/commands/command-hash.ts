import { hash } from 'node:crypto';

/** The same for the same command with the same content, however its fields are ordered. */
export const commandHash = (command: string, body: object): string => hash('sha1', `${command}\n${canonical(body)}`);

const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '{';
  for (const name of Object.keys(value).sort())
    text += `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])},`;
  return `${text}}`;
};
