// Names that the jurisdiction decides about: houses and themes.
import { asText, type Fault, faultIn, type ReadRow, TABLES, type WrittenTables } from '@zielwerk/bundle';
import type { Jurisdiction } from '@zielwerk/platform';

const codesIn = (rows: readonly Pick<ReadRow, 'cells'>[], kind: string): readonly string[] =>
  rows.flatMap(({ cells }) => (cells.kind === kind ? [asText(cells.code)] : []));

/** A house or theme that nobody knows would be waited for in vain. */
export const jurisdictionFaults = (
  rows: readonly ReadRow[],
  recorded: WrittenTables,
  { ministries, themes = [] }: Pick<Jurisdiction, 'ministries'> & Partial<Pick<Jurisdiction, 'themes'>>,
): readonly Fault[] => {
  const houses = new Set(ministries.map(({ code }) => code));
  const framework = [...rows.filter(({ table }) => table === 'framework'), ...recorded.framework];
  const known = new Set([...themes.map(({ code }) => code), ...codesIn(framework, 'theme')]);
  return rows.flatMap((row) => {
    const columns = TABLES[row.table].columns.filter(({ kind }) => kind === 'ministry' || kind === 'ministries');
    const strangers = columns.flatMap(({ name }) =>
      [row.cells[name] ?? []]
        .flat()
        .map((code) => asText(code as string))
        .filter((code) => !houses.has(code))
        .map((code) => faultIn(row, name, `names ${code}; the houses are ${[...houses].join(', ')}`)),
    );
    const { theme } = row.cells;
    if (row.table !== 'goals' || theme === null || known.has(asText(theme))) return strangers;
    return [...strangers, faultIn(row, 'theme', `names ${asText(theme)}; the themes are ${[...known].join(', ')}`)];
  });
};
