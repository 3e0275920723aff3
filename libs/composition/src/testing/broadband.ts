// How much of Saxony-Anhalt and its districts has broadband, twice a year: an indicator per region, segment and technology.
import { type Fields, fieldsOf, goal, HOUSE, numberCell, type RealTables, RECORDED_ON } from './real-tables';

const GOAL = 'Z-MID-BREITBAND';
const STATE = '15';
const SEGMENTS: Readonly<Record<string, string>> = {
  privat: 'Haushalte',
  gew: 'Unternehmen',
  gewerbe_gwg: 'Unternehmen in Gewerbegebieten',
};
const SOURCE = 'Breitbandatlas | Gigabit-Grundbuch (https://gigabitgrundbuch.bund.de)';

/** `K-15083-privat-verf_100_1000` */
export const broadbandReference = ({ ags = '', segment = '', metric = '' }: Fields): string =>
  `K-${ags}-${segment}-${metric}`;

const indicator = (row: Fields) => ({
  ...{ reference: broadbandReference(row), ministry: HOUSE, unit: '%', decimals: '2', kind: 'observed' },
  ...{ title: `${SEGMENTS[row.segment ?? ''] ?? ''}: ${row.metric ?? ''}`, periodicity: 'day', source: SOURCE },
  ...{ region: row.ags ?? '', goals: GOAL, on: RECORDED_ON },
});

const observation = (row: Fields) => ({
  ...{ indicator: broadbandReference(row), period: row.date ?? '', value: numberCell(row.value ?? '') },
  on: RECORDED_ON,
});

/** All rows of the state and its districts. */
export const readBroadband = (file: string): RealTables => {
  const rows = fieldsOf(file).filter(({ ags = '' }) => ags.startsWith(STATE));
  const indicators = new Map(rows.map((row) => [broadbandReference(row), indicator(row)]));
  return {
    goals: [goal(GOAL, 'Gigabitnetze in allen Landkreisen', 'netze')],
    indicators: [...indicators.values()],
    observations: rows.map(observation),
  };
};
