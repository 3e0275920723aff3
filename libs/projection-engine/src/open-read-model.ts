import { type Connections, ReadModel, type ReadModelOptions } from './read-model';
import { SqliteConnection, type TypeOfColumn } from './sqlite';
import { checkProjection, createEngineTables, type EngineTables, holdsHeaders, type RowProjection } from './tables';

const IN_MEMORY = ':memory:';
/** To be raised with every change of the engine's own tables. */
const ENGINE_VERSION = 3;
/** By version: what makes its tables those of the next one. */
const CHANGES: Readonly<Record<number, string>> = {
  2: `ALTER TABLE event ADD COLUMN reported_on TEXT;
      UPDATE event SET reported_on = json_extract(headers, '$.ce_reportedon')`,
};

/**
 * Opens a read model, or makes it. A projection whose version is another than the stored one is rebuilt before this
 * answers. `Tables` says, to kysely, which rows stand in which table. Throws for a projection that cannot have a table,
 * RebuildFailed, and for a file of an engine with other tables.
 */
export const openReadModel = async <Tables = unknown>(options: ReadModelOptions): Promise<ReadModel<Tables>> => {
  const projections = options.projections as unknown as readonly RowProjection[];
  const names = new Set(projections.map(({ name }) => name));
  if (names.size < projections.length) throw new Error('Two projections have the same name.');
  for (const projection of projections) checkProjection(projection, options.events);

  const connections = connect<Tables>(options.file, typesOf(projections));
  const readModel = new ReadModel<Tables>(connections, projections, options);
  try {
    if (!connections.writing.claim(ENGINE_VERSION, CHANGES))
      throw new Error(`${options.file} was made by another release: remove it, and it is made anew from the bus.`);
    await createEngineTables(connections.writing.queries);
    await readModel.start();
    return readModel;
  } catch (error) {
    await readModel.close();
    throw error;
  }
};

const connect = <Tables>(file: string, types: TypeOfColumn): Connections<Tables> => {
  const writing = new SqliteConnection<EngineTables>(file, types);
  // What is in memory is seen by its own connection only.
  if (file === IN_MEMORY) return { writing, reading: writing as unknown as SqliteConnection<Tables> };
  return { writing, reading: new SqliteConnection<Tables>(file, types, { readOnly: true }) };
};

const typesOf = (projections: readonly RowProjection[]): TypeOfColumn => {
  const tables = new Map(projections.map(({ name, columns }) => [name, new Map(Object.entries(columns))]));
  return (table, column) => {
    if (holdsHeaders(table, column)) return 'json';
    return tables.get(table.replace(/__next$/u, ''))?.get(column);
  };
};
