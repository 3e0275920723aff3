// A jurisdiction's sample: a bundle of tables, and the day that is played with it so that it does not age.
import { asText, readTables } from '@zielwerk/bundle';
import type { CalendarDate } from '@zielwerk/kernel';
import { besideProgram, entityId } from '@zielwerk/platform';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readFolder } from '../bundle/read-bundle';

export type Sample = Readonly<{ folder: string; today: CalendarDate }>;

/** Null when the jurisdiction has none. */
export const sampleOf = (jurisdiction: string): Sample | null => {
  const folder = join(besideProgram('samples') ?? 'samples', jurisdiction);
  const file = join(folder, 'sample.json');
  if (!existsSync(file)) return null;
  return { folder, ...(JSON.parse(readFileSync(file, 'utf8')) as Readonly<{ today: CalendarDate }>) };
};

/** Its goals as houses have recorded them: by these a state is known to hold the sample. */
export const goalsIn = ({ folder }: Sample): readonly Readonly<{ goalId: string; title: string }>[] => {
  const { rows } = readTables(readFolder(folder).tables.filter(({ name }) => name === 'goals'));
  return rows.map(({ cells: { ministry, reference, title } }) => ({
    goalId: entityId(asText(ministry), 'goal', asText(reference)),
    title: asText(title),
  }));
};
