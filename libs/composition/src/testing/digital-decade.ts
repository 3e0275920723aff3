// Europe's digital decade: Germany's figures against the targets for 2030, and the trajectories of the Union.
import { join } from 'node:path';

import {
  type Fields,
  fieldsOf,
  goal,
  HOUSE,
  numberCell,
  type RealRow,
  type RealTables,
  RECORDED_ON,
} from './real-tables';

const GOAL = 'Z-MID-DEKADE';
const TARGET = 'dd_target_2030';
const OBSERVED = 'dd_hist_2023';
const PATH = 'dd_ideal_2026';
const EDITION = 'desi_';
const APPEARED_ON = '2026-07-01';

/** How editions are taken: by their name, or as the year in it, which is not over. */
export type Reading = Readonly<{ editions: 'asPublished' | 'final' | 'provisional' }>;

const isGerman = ({ country }: Fields) => country === 'DE';
const isBreakdown =
  (name: string) =>
  ({ breakdown }: Fields): boolean =>
    breakdown === name;
const referenceOf = ({ indicator = '' }: Fields): string => `K-${indicator}`;
const lastDay = (period = '') => `${period}-12-31`;

/** Every point of a path; where there is none, the target alone. */
const targetsOf = (rows: readonly Fields[]): readonly Fields[] => {
  const path = rows.filter(isBreakdown(PATH));
  return path.length > 0 ? path : rows.filter(isBreakdown(TARGET));
};

const target = (row: Fields) => ({
  ...{ indicator: referenceOf(row), date: lastDay(row.period), value: numberCell(row.value ?? '') },
});

/** What stands where the period belongs, and how it is reported. */
const reported = (period: string, { editions }: Reading) => {
  if (!period.startsWith(EDITION)) return { period, on: RECORDED_ON };
  // An edition is named after the year in which it appears, and that year is not over.
  const year = editions === 'asPublished' ? period : period.slice(EDITION.length);
  return { period: year, on: APPEARED_ON, provisional: editions === 'provisional' ? 'yes' : '' };
};

const observation =
  (reading: Reading) =>
  (row: Fields): RealRow => ({
    ...{ indicator: referenceOf(row), value: numberCell(row.value ?? '') },
    ...reported(row.period ?? '', reading),
  });

const indicator = (rows: readonly Fields[], labels: ReadonlyMap<string, string>) => {
  const [row = {}] = rows;
  return {
    ...{ reference: referenceOf(row), ministry: HOUSE, title: labels.get(row.indicator ?? '') ?? referenceOf(row) },
    ...{ unit: row.unit ?? '', decimals: '2', kind: targetsOf(rows).length > 0 ? 'increase' : 'observed' },
    ...{ periodicity: 'year', source: 'DESI 2026', goals: GOAL, on: RECORDED_ON },
  };
};

const isTaken = (row: Fields): boolean => isGerman(row) || [TARGET, OBSERVED, PATH].includes(row.breakdown ?? '');

/** Germany's figures, what the Union has observed of its trajectories, and the targets of both. */
export const readDigitalDecade = (folder: string, reading: Reading): RealTables => {
  const facts = fieldsOf(join(folder, 'facts.csv')).filter(isTaken);
  const labels = new Map(
    fieldsOf(join(folder, 'indicators.csv')).map(({ code = '', label = '' }) => [code, label] as const),
  );
  const groups = [...new Set(facts.map(referenceOf))].map((name) => facts.filter((row) => referenceOf(row) === name));
  return {
    goals: [goal(GOAL, 'Die Ziele der digitalen Dekade sind erreicht', 'netze')],
    indicators: groups.map((rows) => indicator(rows, labels)),
    targets: groups.flatMap((rows) => targetsOf(rows).map(target)),
    observations: facts.filter((row) => isGerman(row) || isBreakdown(OBSERVED)(row)).map(observation(reading)),
  };
};
