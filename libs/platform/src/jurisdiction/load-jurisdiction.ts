import { contractOf } from '@zielwerk/contracts';
import { readFile } from 'node:fs/promises';

import { Jurisdiction, type Offices } from './jurisdiction';
import { type LimitsInForce, limitsOf } from './limits';

/** A jurisdiction file that cannot be used; the message says where and why, in sentences for people. */
export class InvalidJurisdiction extends Error {
  override readonly name = 'InvalidJurisdiction';
}

const contract = contractOf(Jurisdiction);

/** Throws InvalidJurisdiction. */
export const loadJurisdiction = async (file: string): Promise<Jurisdiction> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InvalidJurisdiction(`The jurisdiction file ${file} cannot be read.`, { cause });
  });
  return parseJurisdiction(text, file);
};

/** `name`: what the sentences call the text. Throws InvalidJurisdiction. */
export const parseJurisdiction = (text: string, name: string): Jurisdiction => {
  const value = jsonIn(text, name);
  if (!contract.accepts(value))
    throw new InvalidJurisdiction(
      contract
        .faults(value)
        .map(({ pointer, detail }) => `${name} at ${pointer}: ${detail}`)
        .join('\n'),
    );
  const contradictions = contradictionsIn(value);
  if (contradictions.length === 0) return value;
  throw new InvalidJurisdiction(contradictions.map((sentence) => `${name}: ${sentence}`).join('\n'));
};

const jsonIn = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new InvalidJurisdiction(`${name} is not JSON.`, { cause });
  }
};

const contradictionsIn = ({ ministries, offices, pillars, themes, limits }: Jurisdiction): readonly string[] => {
  const houses = new Set(ministries.map(({ code }) => code));
  const pillarCodes = new Set(pillars.map(({ code }) => code));
  return [
    ...(ministries.length === 0 ? ['ministries is empty.'] : []),
    ...repeated('ministries', ministries),
    ...repeated('pillars', pillars),
    ...repeated('themes', themes),
    ...(Object.keys(offices) as (keyof Offices)[])
      .filter((office) => !houses.has(offices[office]))
      .map((office) => `offices.${office} names ${offices[office]}, which is not among the ministries.`),
    ...themes.flatMap(({ code, pillar }, index) =>
      pillarCodes.has(pillar)
        ? []
        : [`themes[${index}] (${code}) names the pillar ${pillar}, which is not among the pillars.`],
    ),
    ...outOfOrder(limitsOf({ limits })),
  ];
};

const outOfOrder = ({ redBelowPathPercent: red, amberBelowPathPercent: amber }: LimitsInForce): readonly string[] =>
  red > amber ? [`limits.redBelowPathPercent is ${red}, above limits.amberBelowPathPercent, which is ${amber}.`] : [];

const repeated = (list: string, entries: readonly Readonly<{ code: string }>[]): readonly string[] =>
  entries.flatMap(({ code }, index) => {
    const first = entries.findIndex((entry) => entry.code === code);
    return first === index ? [] : [`${list}[${index}] has the code ${code} of ${list}[${first}].`];
  });
