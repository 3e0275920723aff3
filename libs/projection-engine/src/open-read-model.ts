import type { PostgresSettings } from './postgres/connections';
import { PostgresStore } from './postgres/store';
import { ReadModel, type ReadModelOptions } from './read-model';
import type { TypeOfColumn } from './sqlite/connection';
import { SqliteStore } from './sqlite/store';
import type { Store } from './store';
import { type AnyProjection, checkProjection, holdsHeaders, type RowProjection } from './tables';

/** A SQLite file, made when it is missing (`:memory:` for one that ends with the process), or a PostgreSQL database. */
export type Place = Readonly<{ file: string }> | Readonly<{ database: PostgresSettings }>;

export type OpenOptions = Place & ReadModelOptions & Readonly<{ projections: readonly AnyProjection[] }>;

/**
 * Opens a read model, or makes it. A projection whose version is another than the stored one is rebuilt before this
 * answers, unless another process keeps the read model up to date. `Tables` says, to kysely, which rows stand in which
 * table. Throws for a projection that cannot have a table, RebuildFailed, for a place of an engine with other tables, and
 * when the database cannot be reached.
 */
export const openReadModel = async <Tables = unknown>(options: OpenOptions): Promise<ReadModel<Tables>> => {
  const projections = options.projections as unknown as readonly RowProjection[];
  const names = new Set(projections.map(({ name }) => name));
  if (names.size < projections.length) throw new Error('Two projections have the same name.');
  for (const projection of projections) checkProjection(projection, options.events);

  const readModel = new ReadModel<Tables>(await openStore(options, projections), projections, options);
  try {
    await readModel.open();
    return readModel;
  } catch (error) {
    await readModel.close();
    throw error;
  }
};

const openStore = <Tables>(options: OpenOptions, projections: readonly RowProjection[]): Promise<Store<Tables>> =>
  'file' in options
    ? SqliteStore.open(options.file, typesOf(projections))
    : PostgresStore.open(options.database, projections, options.onWarning);

const typesOf = (projections: readonly RowProjection[]): TypeOfColumn => {
  const tables = new Map(projections.map(({ name, columns }) => [name, new Map(Object.entries(columns))]));
  return (table, column) => {
    if (holdsHeaders(table, column)) return 'json';
    return tables.get(table.replace(/__next$/u, ''))?.get(column);
  };
};
