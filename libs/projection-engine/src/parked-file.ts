import { parkedMessage, parkedPlaces } from './parked-messages';
import { SqliteConnection } from './sqlite/connection';
import { type EngineTables, holdsHeaders } from './tables';

/** What is parked in the file of a read model, which may be open elsewhere; nothing in it is changed. Close it. */
export const openParkedFile = (file: string) => {
  const connection = new SqliteConnection<EngineTables>(
    file,
    (table, column) => (holdsHeaders(table, column) ? 'json' : undefined),
    { readOnly: true },
  );
  return {
    parkedPlaces: (limit: number) => parkedPlaces(connection.queries, limit),
    parkedMessage: (id: number) => parkedMessage(connection.queries, id),
    close: () => {
      connection.close();
    },
  };
};
