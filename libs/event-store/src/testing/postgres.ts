// Houses in a PostgreSQL database for specs.
import {
  databaseForSpecs,
  ownDatabaseForSpecs,
  type PostgresServer,
  type SpecDatabase,
} from '@zielwerk/postgres-server';
import { PostgresDatabase } from '../postgres/postgres-database';

export { describeWithOwnPostgres, describeWithPostgres } from '@zielwerk/postgres-server';

export class PostgresForSpecs {
  private readonly opened: PostgresDatabase[] = [];
  private houses = 0;

  constructor(private readonly database: SpecDatabase) {}

  get url(): string {
    return this.database.url;
  }

  /** A name that no other house has. */
  newHouse(): string {
    this.houses += 1;
    return `house_${this.houses}`;
  }

  /** Closed after the spec. */
  async open(house = this.newHouse(), url = this.url): Promise<PostgresDatabase> {
    const database = await PostgresDatabase.open(url, house);
    this.opened.push(database);
    return database;
  }

  /** The server, where it belongs to the specs alone. */
  get server(): PostgresServer {
    if (!this.database.server) throw new Error('This server is somebody else’s.');
    return this.database.server;
  }

  run(sql: string): Promise<readonly Record<string, unknown>[]> {
    return this.database.run(sql);
  }

  async close(): Promise<void> {
    for (const database of this.opened.splice(0)) await database.close();
  }
}

const housesIn = (database: () => SpecDatabase): (() => PostgresForSpecs) => {
  let specs: PostgresForSpecs | undefined;
  beforeAll(() => {
    specs = new PostgresForSpecs(database());
  });
  afterEach(() => specs?.close());
  return () => {
    if (!specs) throw new Error('PostgreSQL has not been started.');
    return specs;
  };
};

/** A database for the specs of one `describe`, forgotten after them; on a server of its own unless one is given. */
export const postgresForSpecs = (): (() => PostgresForSpecs) => housesIn(databaseForSpecs());

/** The same, on a server that nobody else uses. */
export const ownPostgresForSpecs = (): (() => PostgresForSpecs) => housesIn(ownDatabaseForSpecs());
