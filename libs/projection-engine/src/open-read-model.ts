import { ReadModel, type ReadModelOptions } from './read-model';
import { SqliteConnection, type TypeOfColumn } from './sqlite';
import { checkProjection, createEngineTables, type EngineTables, holdsHeaders, type RowProjection } from './tables';

const IN_MEMORY = ':memory:';

/**
 * Opens a read model, or makes it. A projection whose version is another than the stored one is rebuilt before this
 * answers. `Tables` says, to kysely, which rows stand in which table. Throws for a projection that cannot have a table,
 * and RebuildFailed.
 */
export const openReadModel = async <Tables = unknown>(options: ReadModelOptions): Promise<ReadModel<Tables>> => {
  const projections = options.projections as unknown as readonly RowProjection[];
  const names = new Set(projections.map(({ name }) => name));
  if (names.size < projections.length) throw new Error('Two projections have the same name.');
  for (const projection of projections) checkProjection(projection, options.events);

  const types = typesOf(projections);
  const writing = new SqliteConnection<EngineTables>(options.file, types);
  try {
    await createEngineTables(writing.queries);
    const reading =
      options.file === IN_MEMORY
        ? (writing as unknown as SqliteConnection<Tables>)
        : new SqliteConnection<Tables>(options.file, types, { readOnly: true });
    const readModel = new ReadModel<Tables>({ writing, reading }, projections, options);
    await readModel.start();
    return readModel;
  } catch (error) {
    writing.close();
    throw error;
  }
};

const typesOf = (projections: readonly RowProjection[]): TypeOfColumn => {
  const tables = new Map(projections.map(({ name, columns }) => [name, new Map(Object.entries(columns))]));
  return (table, column) => {
    if (holdsHeaders(table, column)) return 'json';
    return tables.get(table.replace(/__next$/u, ''))?.get(column);
  };
};
