// For specs only.
export {
  databaseForSpecs,
  describeWithOwnPostgres,
  describeWithPostgres,
  ownDatabaseForSpecs,
  type SpecDatabase,
} from './database-for-specs';
export { flipBit, PostgresServer, type Stop } from './postgres-server';
export { newPlace, onPostgres, placesForSpecs, type Refused, type SpecPlace, type SpecPlaces } from './places';
