import { faultIn, type ReadRow } from '../reading/read-tables';
import { asText, type Cells } from '../tables/column';
import { type Asked, differing, fixed } from './asked';
import { type Order, RANKS } from './order';
import type { Planning } from './planning';

type Definition = Readonly<{
  command: string;
  data: (cells: Cells) => object;
  needs: readonly string[];
  /** The command that changes title and description; nothing else ever changes. */
  rename: string | null;
}>;

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  strategy: {
    ...{ command: 'AdoptStrategy', needs: ['title', 'from', 'until'], rename: null },
    data: ({ code, title, from, until, continues }) => ({
      ...{ strategy: code, title, startsOn: from, endsOn: until, continues },
    }),
  },
  pillar: {
    ...{ command: 'DefinePillar', needs: ['title', 'order'], rename: 'RenamePillar' },
    data: ({ code, title, description, order }) => ({ pillar: code, title, description, order }),
  },
  theme: {
    ...{ command: 'DefineTheme', needs: ['title', 'order', 'pillar'], rename: 'RenameTheme' },
    data: ({ code, title, description, order, pillar }) => ({ theme: code, pillar, title, description, order }),
  },
  period: {
    ...{ command: 'OpenReportingPeriod', needs: ['until'], rename: null },
    data: ({ code, until }) => ({ period: code, reportBy: until }),
  },
};
const COLUMNS = {
  startsOn: 'from',
  endsOn: 'until',
  reportBy: 'until',
  period: 'code',
  theme: 'code',
  strategy: 'code',
};
const NAMES = ['title', 'description'];

/** What the strategy office defines, and later calls otherwise. */
export const frameworkOrders = (row: ReadRow, { standing: standingOf, offices, idOf }: Planning): Asked => {
  const { cells } = row;
  const kind = asText(cells.kind);
  const definition = DEFINITIONS[kind];
  if (!definition) return {};
  const id = idOf(offices.strategy, kind, asText(cells.code));
  const base = { row, house: offices.strategy, by: 'strategy-office', thing: id, rank: RANKS.begins } as const;
  const standing = standingOf(row);
  if (standing) {
    const { rename } = definition;
    const changed = differing(NAMES, cells, standing.cells);
    const fixedColumns = ['pillar', 'order', 'from', 'until', 'continues', ...(rename === null ? NAMES : [])];
    const { title, description } = cells;
    return {
      orders:
        rename !== null && changed.length > 0
          ? [{ ...base, name: 'rename', command: rename, id, data: { title, description } }]
          : [],
      faults: fixed(fixedColumns, row, standing),
    };
  }
  const order: Order = {
    ...{ ...base, name: 'define', command: definition.command, on: asText(cells.on), columns: COLUMNS },
    ...{ data: definition.data(cells), gives: [`defined ${asText(cells.code)}`] },
    after: [cells.pillar, cells.continues].flatMap((code) => (code === null ? [] : [`defined ${asText(code)}`])),
  };
  return {
    orders: [order],
    faults: definition.needs
      .filter((column) => cells[column] === null)
      .map((column) => faultIn(row, column, `is needed for a ${kind}`)),
  };
};
