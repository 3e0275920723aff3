import { parseArgs } from 'node:util';

export const SECTIONS = [
  'append',
  'postgres',
  'replay',
  'projection',
  'rebuild',
  'rows',
  'http',
  'ndjson',
  'kafka',
  'startup',
  'visible',
] as const;
export type SectionName = (typeof SECTIONS)[number];

export type Options = Readonly<{ only: readonly SectionName[]; seconds: number; rounds: number }>;

const isSection = (name: string): name is SectionName => (SECTIONS as readonly string[]).includes(name);

const positive = (name: string, text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0.`);
  return value;
};

/** Throws an error whose message is for the one who typed. */
export const optionsIn = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: SECTIONS.join(',') },
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '5' },
    },
  });
  const names = values.only.split(',');
  const unknown = names.find((name) => !isSection(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there are ${SECTIONS.join(', ')}.`);
  return {
    only: names.filter(isSection),
    seconds: positive('seconds', values.seconds),
    rounds: positive('rounds', values.rounds),
  };
};
